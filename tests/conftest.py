"""What tests share: a tiny hub of their own, and real builds of it, made once a run."""

import shutil
from pathlib import Path

import pytest

from measuring.made_up_records import write_content
from support.builds import ROOT, TINY, run_build
from support.own_pages import NAV, PAGES, build_hub, write_hub


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


@pytest.fixture(scope="session")
def own_pages_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a hub with pages and a menu of its host's own, built."""
    folder = tmp_path_factory.mktemp("own-pages")
    write_hub(folder, PAGES, nav=NAV)
    built = build_hub(folder)
    assert built.returncode == 0, built.stderr
    return folder / "site"


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A copy of the tiny hub's content that a test may break."""
    shutil.copytree(TINY, tmp_path / "tiny")
    return tmp_path / "tiny" / "content"
