"""What tests share: a tiny hub of their own, and real builds of it, made once a run."""

import datetime
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from made_up_records import write_content

ROOT = Path(__file__).parent.parent
TINY = Path(__file__).parent / "tiny"


# The day on which the tests build: which reviews are overdue depends on it.
TODAY = datetime.datetime(2026, 6, 1, tzinfo=datetime.UTC)
SITE_URL = "https://host.example/repo-name/"


def run_build(site_dir: Path, content: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run a real strict build and return how it ended; `settings` are further environment variables."""
    environment = {
        **os.environ,
        "HUB_CONTENT": str(content),
        "NO_MKDOCS_2_WARNING": "1",
        "SITE_URL": SITE_URL,
        "SOURCE_DATE_EPOCH": str(int(TODAY.timestamp())),
        "HUB_PACKS": "0",
        # Never what an earlier run has left behind.
        "HUB_CACHE": str(site_dir.with_name(f"{site_dir.name}-cache")),
        **settings,
    }
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site_dir)]
    return subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="session")
def tiny_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the tiny hub, built."""
    site_dir = tmp_path_factory.mktemp("tiny-site")
    built = run_build(site_dir, TINY / "content")
    assert built.returncode == 0, built.stderr
    return site_dir


@pytest.fixture(scope="session")
def packed_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the tiny hub, built with the files that readers take along."""
    site_dir = tmp_path_factory.mktemp("packed-site")
    built = run_build(site_dir, TINY / "content", HUB_PACKS="1")
    assert built.returncode == 0, built.stderr
    return site_dir


@pytest.fixture(scope="session")
def crowded_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a hub with more case studies than one list page holds."""
    folder = tmp_path_factory.mktemp("crowded")
    write_content(folder / "content", 120, ROOT / "content" / "vocabularies")
    shutil.copytree(TINY / "docs", folder / "docs", ignore=shutil.ignore_patterns("guides"))
    built = run_build(folder / "site", folder / "content")
    assert built.returncode == 0, built.stderr
    return folder / "site"


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the hub's own library, built."""
    site_dir = tmp_path_factory.mktemp("real-site")
    built = run_build(site_dir, ROOT / "content")
    assert built.returncode == 0, built.stderr
    return site_dir


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A copy of the tiny hub's content that a test may break."""
    shutil.copytree(TINY, tmp_path / "tiny")
    return tmp_path / "tiny" / "content"
