"""Whole files, written and read in few steps."""

from pathlib import Path

import pytest

from knowledge_hub.publishing.site_folder.finished_files import find_left
from knowledge_hub.publishing.site_folder.writing import read_file, write_file


@pytest.mark.parametrize("content", [b"", b"a\r\nb\n\x1a\0", b"x" * 200_000])
def test_a_file_holds_what_was_written(tmp_path: Path, content: bytes) -> None:
    """Byte for byte, also where a longer one was before."""
    path = tmp_path / "é.bin"
    for before in (b"", b"y" * 300_000):
        path.write_bytes(before)
        left = write_file(str(path), content)
        assert left == find_left(str(path))
        assert (path.read_bytes(), read_file(str(path))) == (content, content)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    """As everywhere else."""
    with pytest.raises(FileNotFoundError):
        read_file(str(tmp_path / "none"))
