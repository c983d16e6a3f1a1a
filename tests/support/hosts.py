"""A host's repository: a clean copy of what the project tracks, with a tiny library of its own, and GitHub around it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from support.builds import ROOT, TINY
from support.workflow_runs import Action, Event, MadeUpGitHub, Run

SETTINGS = Path(__file__).parent.parent / "hosts" / "mkdocs.yml"
# What a host makes its own, and what publishing has no use for.
_LEFT_OUT = ("content/", "docs/", "tests/", "mkdocs.yml")
_GH = """#!/bin/sh
case "$*" in
  "api repos/"*"/pages --jq .build_type") {answer} ;;
  *) echo "This gh doesn't know: $*" >&2; exit 64 ;;
esac
"""
# What the real gh answers.
PAGES_ON = "echo workflow"
PAGES_FROM_A_BRANCH = "echo legacy"
PAGES_OFF = """echo '{"message":"Not Found"}'; echo 'gh: Not Found (HTTP 404)' >&2; exit 1"""


class Host:
    """A host's repository in `folder`; what it changes is said in its own words, by paths from there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        _copy_tracked_files(folder)
        shutil.copytree(TINY / "content", folder / "content")
        shutil.copytree(TINY / "docs", folder / "docs")
        shutil.copy(SETTINGS, folder / "mkdocs.yml")
        # No set-up runs: the packages are those of the tests.
        (folder / ".venv").symlink_to(ROOT / ".venv", target_is_directory=True)

    @property
    def site(self) -> Path:
        """Where the workflow builds."""
        return self.folder / "site"

    def write(self, path: str, text: str) -> None:
        """Write a file, with the folders that it needs."""
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

    def change(self, path: str, old: str, new: str) -> None:
        """Put a text in place of another, which has to be there."""
        text = (self.folder / path).read_text(encoding="utf-8")
        assert old in text, f"{path} has no {old!r}"
        self.write(path, text.replace(old, new))

    def delete(self, *patterns: str) -> None:
        """Delete files and folders."""
        for pattern in patterns:
            found = list(self.folder.glob(pattern))
            assert found, f"{pattern} is not there"
            for path in found:
                shutil.rmtree(path) if path.is_dir() else path.unlink()

    def push(self, event: Event | None = None, *, pages: str = PAGES_ON, base_url: str = "", **settings: str) -> Run:
        """Return what the publishing workflow makes of an event, by default a push to the default branch."""
        programs = self.folder.with_name(f"{self.folder.name}-programs")
        write_program(programs / "gh", _GH.format(answer=pages))
        environment = {
            "PATH": os.pathsep.join([str(programs), str(Path(sys.executable).parent), os.environ["PATH"]]),
            "HUB_PACKS": "0",
            **settings,
        }
        temporary = self.folder.with_name(f"{self.folder.name}-temporary")
        github = MadeUpGitHub(self.folder, temporary, _actions(base_url or "https://owner.github.io/hub"), environment)
        return github.run("pages", event or Event(name="push"))


def write_program(path: Path, text: str) -> None:
    """Write a program that stands in for another one on PATH."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)


def _actions(base_url: str) -> dict[str, Action]:
    return {
        "actions/checkout": lambda _: {},
        "actions/setup-python": lambda _: {},
        "actions/cache/restore": lambda _: {},
        "actions/configure-pages": lambda _: {"base_url": base_url},
        "actions/upload-pages-artifact": lambda _: {},
        "actions/upload-artifact": lambda _: {"artifact-url": "https://github.com/owner/hub/artifact"},
        "actions/deploy-pages": lambda _: {"page_url": f"{base_url}/"},
    }


def _copy_tracked_files(folder: Path) -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S607 -- the git of whoever runs the tests
    for name in filter(None, listed.stdout.split("\0")):
        # A file that was just deleted is tracked until the commit.
        if not name.startswith(_LEFT_OUT) and (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
