"""The same content gives the same bytes: on any day, in any folder, zone and language, however often."""

import datetime
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from support.builds import ROOT, SITE_URL, TINY, find_warnings, run_build

pytestmark = pytest.mark.slow

# The tiny hub's reviews are due after this day, so that no page changes until then.
ANOTHER_DAY = datetime.datetime(2026, 12, 30, 23, 59, tzinfo=datetime.UTC)
ELSEWHERE = {
    "SOURCE_DATE_EPOCH": str(int(ANOTHER_DAY.timestamp())),
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "C",
    "PYTHONHASHSEED": "4711",
}

# What a host may have set.
_SETTINGS = ("HUB_CONTENT", "HUB_CACHE", "HUB_PACKS", "SOURCE_DATE_EPOCH")


@pytest.fixture(scope="module")
def expected(tiny_site: Path) -> dict[str, bytes]:
    """Every file of the tiny hub's site."""
    return _bytes_by_path(tiny_site)


def test_in_another_place_on_another_day(expected: dict[str, bytes], tmp_path: Path) -> None:
    """Day, zone, language, hash seed, the content's folder and an older site below it change nothing."""
    shutil.copytree(TINY, tmp_path / "else where")
    for _ in range(2):
        built = run_build(tmp_path / "site", tmp_path / "else where" / "content", **ELSEWHERE)
        assert built.returncode == 0, built.stderr
    _assert_same(_bytes_by_path(tmp_path / "site"), expected)


def test_in_another_checkout(expected: dict[str, bytes], tmp_path: Path) -> None:
    """A copy of the project, with the tiny hub as its own content, gives the same site without being told where."""
    copy = tmp_path / "a copy"
    shutil.copytree(ROOT / "hooks", copy / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", copy)
    shutil.copytree(TINY, copy, dirs_exist_ok=True)
    built = _run(copy, copy / "site", SOURCE_DATE_EPOCH=ELSEWHERE["SOURCE_DATE_EPOCH"], HUB_PACKS="0")
    assert built.returncode == 0, built.stderr
    _assert_same(_bytes_by_path(copy / "site"), expected)


def test_the_clock_is_written_nowhere(tiny: Path, tmp_path: Path) -> None:
    """Without a fixed day the clock decides which reviews are overdue, and nothing else."""
    for path in (*tiny.rglob("*.yml"), *tiny.parent.rglob("*.md")):
        path.write_text(
            path.read_text(encoding="utf-8").replace("review_by: 2027", "review_by: 9999"), encoding="utf-8"
        )
    for name, settings in (("fixed", {"SOURCE_DATE_EPOCH": "1780000000"}), ("clock", {})):
        built = _run(ROOT, tmp_path / name, HUB_CONTENT=str(tiny), HUB_PACKS="0", **settings)
        assert built.returncode == 0, built.stderr
    _assert_same(_bytes_by_path(tmp_path / "clock"), _bytes_by_path(tmp_path / "fixed"))


def _run(project: Path, site_dir: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    """Build a project as a host would, without the settings of the tests."""
    own = {name: value for name, value in os.environ.items() if name not in _SETTINGS}
    environment = {**own, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": SITE_URL, **settings}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site_dir)]
    built = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)
    assert find_warnings(built) == []
    return built


def _bytes_by_path(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def _assert_same(found: dict[str, bytes], expected: dict[str, bytes]) -> None:
    assert found.keys() == expected.keys()
    assert [path for path in expected if found[path] != expected[path]] == []
