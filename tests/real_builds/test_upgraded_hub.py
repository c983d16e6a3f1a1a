"""A hub that was begun with version 1.0.0 and made its host's own, upgraded to the code as it is now."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from knowledge_hub.intake.skeletons import create_skeleton
from knowledge_hub.library.loading import load_library
from knowledge_hub.records import Role
from setup.git import run_git
from support.builds import ROOT
from support.hub_copies import clone_hub, commit, copy_hub, lend_environment, unpack

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt", reason="the lent environment is made of links"),
]
VERSION = "hooks/knowledge_hub/__init__.py"
HOSTS = ("mkdocs.yml", "content/", "docs/")


@pytest.fixture(scope="module")
def upstream(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The hub's repository with its first release tagged, and the code as it is now as a later one."""
    folder = clone_hub(tmp_path_factory.mktemp("upgrades") / "upstream")
    first = run_git(folder, "log", "--reverse", "--format=%H", '-S__version__ = "', "--", VERSION).split()[0]
    run_git(folder, "tag", "v1.0.0", first)
    copy_hub(folder)
    _substitute(folder / VERSION, r'__version__ = ".*"', '__version__ = "99.0.0"')
    _substitute(folder / "CHANGELOG.md", r"^## .*$", "## 99.0.0 - 2099-01-01", count=1)
    (folder / "content" / "lessons" / "brand-new.yml").write_text("title: New\n", encoding="utf-8")
    commit(folder)
    run_git(folder, "tag", "v99.0.0")
    return folder


@pytest.fixture(scope="module")
def hub(upstream: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the first release without its history: renamed, in other colors, half empty, with own content."""
    folder = unpack(upstream, "v1.0.0", tmp_path_factory.mktemp("copies") / "hub")
    commit(folder)
    _run(ROOT / "scripts" / "start.py", "--list-starter", "--hub", str(folder))
    commit(folder)
    options = ("--name", "Birch Circle", "--color", "teal", "--keep", "toolkits-and-guides", "--hub", str(folder))
    _run(ROOT / "scripts" / "start.py", *options)
    library, _ = load_library(folder / "content", folder / "docs" / "guides")
    (folder / "content" / "roles").mkdir(exist_ok=True)
    own = create_skeleton(Role, "Our own role", library.vocabularies, library.ids())
    (folder / "content" / "roles" / "our-own-role.yml").write_text(own, encoding="utf-8")
    (folder / "docs" / "own.md").write_text("# Our own page\n", encoding="utf-8")
    with (folder / "content" / "vocabularies" / "places.yml").open("a", encoding="utf-8") as places:
        places.write("# Ours.\n")
    commit(folder)
    return folder


@pytest.fixture(scope="module")
def upgraded(hub: Path, upstream: Path) -> tuple[dict[str, bytes], str]:
    """The hub's files before it was upgraded, and what the command said."""
    before = _files(hub)
    lend_environment(hub)
    return before, _run(ROOT / "scripts" / "upgrade.py", "--hub", str(hub), "--from", str(upstream))


def test_nothing_of_the_host_is_lost(upgraded: tuple[dict[str, bytes], str], hub: Path, upstream: Path) -> None:
    """Settings, records and pages are byte for byte what they were, and what was removed stays removed."""
    before, _ = upgraded
    changed = {path for path, data in before.items() if path.startswith(HOSTS) and _files(hub).get(path) != data}
    assert {path for path in changed if not path.startswith("content/schemas/")} == set()
    came = {path for path in _files(hub).keys() - before.keys() if path.startswith(HOSTS)}
    assert {
        path for path in came if path.endswith(".yml") and path.count("/") > 1 and "vocabularies" not in path
    } == set()
    assert "content/lessons/brand-new.yml" in run_git(upstream, "ls-files")


def test_the_code_is_that_of_the_new_version(upgraded: tuple[dict[str, bytes], str], hub: Path, upstream: Path) -> None:
    """Every file that isn't the host's or made from its records is the new version's."""
    new = _files(upstream)
    here = _files(hub)
    code = {path for path in new if not path.startswith((*HOSTS, ".github/ISSUE_TEMPLATE/"))}
    assert upgraded
    assert {path for path in code if here.get(path) != new[path]} == set()
    assert run_git(hub, "status", "--porcelain") == ""


def test_the_upgraded_hub_is_checked_and_can_be_built(
    upgraded: tuple[dict[str, bytes], str], hub: Path, tmp_path: Path
) -> None:
    """The command has checked the records with the new code, which may have hints that the old one hadn't.

    The site builds under the host's name.
    """
    assert re.search(r"^(?:No problems found|Found \d+ hints?)\.$", upgraded[1], re.MULTILINE), upgraded[1]
    assert "From version 1.0.0 to 99.0.0" in upgraded[1]
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(tmp_path / "site")]
    built = subprocess.run(
        command,
        cwd=hub,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "HUB_PACKS": "0"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stderr
    assert "Birch Circle" in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")


def _files(folder: Path) -> dict[str, bytes]:
    """Return what Git knows of a repository's files."""
    return {path: (folder / path).read_bytes() for path in run_git(folder, "ls-files", "-z").split("\0") if path}


def _run(command: Path, *options: str) -> str:
    """Run a command, and return what it said."""
    ended = subprocess.run([sys.executable, str(command), *options], capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout


def _substitute(path: Path, pattern: str, text: str, count: int = 0) -> None:
    changed = re.sub(pattern, text, path.read_text(encoding="utf-8"), count=count, flags=re.MULTILINE)
    path.write_text(changed, encoding="utf-8")
