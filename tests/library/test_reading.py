"""Files are read whole, and of what is too large only the beginning."""

from pathlib import Path

import pytest

from knowledge_hub.library.reading import read_bytes
from knowledge_hub.problems.problem import Problem
from knowledge_hub.yaml_text.source_text import MAX_BYTES


@pytest.mark.parametrize("size", [0, 1, 2**15 - 1, 2**15, 2**15 + 1, MAX_BYTES, MAX_BYTES + 1, 2 * MAX_BYTES])
def test_a_file_is_read_to_the_most_that_one_may_have(tmp_path: Path, size: int) -> None:
    """Nothing is lost, and one byte more than may be there tells that it is too large."""
    data = bytes(number % 251 for number in range(size))
    (tmp_path / "x.yml").write_bytes(data)
    assert read_bytes("x.yml", tmp_path / "x.yml") == data[: MAX_BYTES + 1]


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    """What can't be opened is told, with its path."""
    found = read_bytes("x.yml", tmp_path / "x.yml")
    assert isinstance(found, Problem)
    assert (found.path, found.code) == ("x.yml", "not-a-file")
