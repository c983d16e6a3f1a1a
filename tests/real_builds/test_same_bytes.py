"""The same content gives the same bytes: on any day, in any folder, zone and language, however often."""

import datetime
import shutil
from pathlib import Path

import pytest

from support.builds import SITE_URL, TINY, build, run_mkdocs
from support.projects import create_project

pytestmark = pytest.mark.slow

# The tiny hub's reviews are due more than two months after this day, so that no page changes until then.
ANOTHER_DAY = datetime.datetime(2026, 11, 14, 23, 59, tzinfo=datetime.UTC)
ELSEWHERE = {
    "SOURCE_DATE_EPOCH": str(int(ANOTHER_DAY.timestamp())),
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "C",
    "PYTHONHASHSEED": "4711",
}


@pytest.fixture(scope="module")
def expected(tiny_site: Path) -> dict[str, bytes]:
    """Every file of the tiny hub's site."""
    return _bytes_by_path(tiny_site)


def test_in_another_place_on_another_day(expected: dict[str, bytes], tmp_path: Path) -> None:
    """Day, zone, language, hash seed, the content's folder and an older site below it change nothing."""
    shutil.copytree(TINY, tmp_path / "else where")
    for _ in range(2):
        build(tmp_path / "site", tmp_path / "else where" / "content", **ELSEWHERE)
    _assert_same(_bytes_by_path(tmp_path / "site"), expected)


def test_in_another_checkout(expected: dict[str, bytes], tmp_path: Path) -> None:
    """A copy of the project, with the tiny hub as its own content, gives the same site without being told where."""
    copy = create_project(tmp_path / "a copy")
    built = run_mkdocs(copy, copy / "site", SOURCE_DATE_EPOCH=ELSEWHERE["SOURCE_DATE_EPOCH"], SITE_URL=SITE_URL)
    assert built.returncode == 0, built.stderr
    _assert_same(_bytes_by_path(copy / "site"), expected)


def test_the_clock_is_written_nowhere(tiny: Path, tmp_path: Path) -> None:
    """Without a fixed day the clock decides which reviews are overdue, and nothing else."""
    for path in (*tiny.rglob("*.yml"), *tiny.parent.rglob("*.md")):
        path.write_text(
            path.read_text(encoding="utf-8").replace("review_by: 2027", "review_by: 2199"), encoding="utf-8"
        )
    for name, settings in (("fixed", {"SOURCE_DATE_EPOCH": "1780000000"}), ("clock", {})):
        built = run_mkdocs(TINY, tmp_path / name, HUB_CONTENT=str(tiny), **settings)
        assert built.returncode == 0, built.stderr
    _assert_same(_bytes_by_path(tmp_path / "clock"), _bytes_by_path(tmp_path / "fixed"))


def _bytes_by_path(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def _assert_same(found: dict[str, bytes], expected: dict[str, bytes]) -> None:
    assert found.keys() == expected.keys()
    assert [path for path in expected if found[path] != expected[path]] == []
