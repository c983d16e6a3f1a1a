"""What a build says: a warning that nobody expects fails the test that built."""

import subprocess
from pathlib import Path

import pytest

from support.builds import find_warnings, run_build

INFO = "INFO    -  Cleaning site directory\nINFO    -  Documentation built in 1.5 seconds\n"


@pytest.mark.parametrize(
    "line",
    [
        "WARNING -  Doc file 'about.md' contains a link 'nowhere.md', but the target is not found.",
        "warning[missing-letters]: The PDFs have a box in place of letters that their fonts lack: 家",
        "/site-packages/mkdocs/config/base.py:267: DeprecationWarning: user_configs is never used in MkDocs.",
    ],
)
def test_warnings_are_found_whoever_gives_them(line: str) -> None:
    """MkDocs, the hub and Python itself write them differently."""
    assert find_warnings(subprocess.CompletedProcess([], 0, stderr=INFO + line)) == [line]


def test_an_ordinary_log_has_none() -> None:
    """Nor has that of a build that failed: there the same lines say why."""
    assert find_warnings(subprocess.CompletedProcess([], 0, stderr=INFO)) == []
    assert find_warnings(subprocess.CompletedProcess([], 1, stderr="ERROR   -  The content can't be published.")) == []


@pytest.mark.slow
def test_a_build_with_a_warning_fails_its_test(tiny: Path, tmp_path: Path) -> None:
    """A strict build ends well with a letter that no font has, and its notice doesn't go by unseen."""
    lesson = tiny / "lessons" / "widen-the-team.yml"
    lesson.write_text(lesson.read_text(encoding="utf-8").replace("title: ", "title: 家 "), encoding="utf-8")
    with pytest.raises(AssertionError, match="letters that their fonts lack: 家"):
        run_build(tmp_path / "site", tiny, HUB_PACKS="1")
