"""The workflow that looks after a library keeps two issues at most, in a made-up GitHub, and disturbs nobody."""

import datetime
import json
import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from support import made_up_gh
from support.hosts import Host, write_program
from support.workflow_runs import Event, MadeUpGitHub, Run

pytestmark = pytest.mark.slow

LESSON = "content/lessons/widen-the-team.yml"
# No server is asked: into a private network nothing is ever sent.
PRIVATE = "http://10.0.0.1/report"


class Upkeep:
    """A host's repository, the workflow, and what GitHub keeps: issues, artifacts, and the results of checks."""

    def __init__(self, host: Host, folder: Path) -> None:
        self.host = host
        self._folder = folder
        self._state = folder / "github.json"
        self._kept = folder / "kept"
        self._temporary = folder / "temporary"
        self._state.write_text(
            json.dumps({"issues": [], "changes": [], "artifacts": str(folder / "artifacts")}), encoding="utf-8"
        )
        write_program(folder / "programs" / "gh", f'#!/bin/sh\nexec "{sys.executable}" "{made_up_gh.__file__}" "$@"\n')

    @property
    def github(self) -> dict[str, Any]:
        """What GitHub has."""
        kept: dict[str, Any] = json.loads(self._state.read_text(encoding="utf-8"))
        return kept

    def change_github(self, **changes: Any) -> None:
        """Change it, as a person does."""
        self._state.write_text(json.dumps({**self.github, **changes}), encoding="utf-8")

    def run(self, day: str = "2026-06-01", event: Event | None = None) -> tuple[Run, list[str]]:
        """Run the workflow on a day; return how it ended, and what it did to issues."""
        self.change_github(changes=[])
        epoch = int(datetime.datetime.fromisoformat(f"{day}T12:00+00:00").timestamp())
        environment = {
            "PATH": os.pathsep.join(
                [str(self._folder / "programs"), str(Path(sys.executable).parent), os.environ["PATH"]]
            ),
            "MADE_UP_GH": str(self._state),
            "SOURCE_DATE_EPOCH": str(epoch),
        }
        actions = {
            "actions/checkout": lambda _: {},
            "actions/setup-python": lambda _: {},
            "actions/cache/restore": self._restore,
            "actions/cache/save": self._save,
            "actions/upload-artifact": self._upload,
        }
        github = MadeUpGitHub(self.host.folder, self._temporary, actions, environment)
        ended = github.run("upkeep", event or Event(name="schedule"))
        return ended, self.github["changes"]

    def name_link(self, address: str) -> None:
        """Let the tiny library's source lead somewhere."""
        path = next((self.host.folder / "content" / "sources").glob("*.yml"))
        lines = [
            line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith(("url:", "doi:"))
        ]
        path.write_text("\n".join([*lines, *([f"url: {address}"] if address else [])]) + "\n", encoding="utf-8")

    def kept_results(self) -> dict[str, Any]:
        """Return what GitHub keeps of the last check of links."""
        kept: dict[str, Any] = json.loads((self._kept / "links.json").read_text(encoding="utf-8"))
        return kept

    def _restore(self, given: Mapping[str, str]) -> dict[str, str]:
        target = self.host.folder / given["path"]
        target.unlink(missing_ok=True)
        if (self._kept / target.name).is_file():
            assert given["key"].startswith(given["restore-keys"])
            target.parent.mkdir(exist_ok=True)
            shutil.copy(self._kept / target.name, target)
        return {}

    def _save(self, given: Mapping[str, str]) -> dict[str, str]:
        self._kept.mkdir(exist_ok=True)
        shutil.copy(self.host.folder / given["path"], self._kept)
        return {}

    def _upload(self, given: Mapping[str, str]) -> dict[str, str]:
        target = self._folder / "artifacts" / given["name"]
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(given["path"], target)
        return {}


@pytest.fixture
def upkeep(host: Host, tmp_path: Path) -> Upkeep:
    (tmp_path / "github").mkdir()
    made = Upkeep(host, tmp_path / "github")
    made.name_link("")
    return made


def test_issues_come_and_go_with_what_is_due(upkeep: Upkeep) -> None:
    """Opened once, untouched while nothing changes, changed with the list, closed when all is mended, then reopened."""
    ended, changes = upkeep.run()
    assert (ended.results, changes) == ({"look": "success", "keep": "success"}, []), ended.said
    upkeep.name_link(PRIVATE)
    assert upkeep.run("2040-01-01")[1] == ["+1 body title", "+2 body title"]
    reviews, links = upkeep.github["issues"]
    assert "`content/lessons/widen-the-team.yml`" in reviews["body"]
    assert f"`{PRIVATE}`" in links["body"]
    assert upkeep.kept_results()[PRIVATE]["state"] == "refused"
    assert upkeep.run("2040-01-01")[1] == []
    upkeep.host.change(LESSON, "status: published", "status: archived")
    assert upkeep.run("2040-01-01")[1] == ["1 body"]
    upkeep.name_link("")
    assert upkeep.run()[1] == ["1 body state state_reason", "2 body state state_reason"]
    assert [issue["state"] for issue in upkeep.github["issues"]] == ["closed", "closed"]
    assert upkeep.run()[1] == []
    assert upkeep.run("2040-01-01")[1] == ["1 body state"]
    assert upkeep.github.get("comments") is None


def test_who_wants_no_issue_has_none(upkeep: Upkeep) -> None:
    """Closed as “not planned” it stays closed; where issues are switched off the run is green and says so."""
    upkeep.run("2040-01-01")
    issues = upkeep.github["issues"]
    issues[0].update(state="closed", state_reason="not_planned")
    upkeep.change_github(issues=issues)
    upkeep.host.change(LESSON, "status: published", "status: archived")
    assert upkeep.run("2040-01-01")[1] == ["1 body"]
    upkeep.change_github(issues=[], has_no_issues=True)
    ended, changes = upkeep.run("2040-01-01")
    assert (ended.results["keep"], changes) == ("success", [])
    assert "issues are switched off" in ended.said


def test_a_broken_record_leaves_the_issues_as_they_are(upkeep: Upkeep) -> None:
    """Its review may be due or done: nobody can tell."""
    upkeep.run("2040-01-01")
    upkeep.host.change(LESSON, "status: published", "status: [")
    ended, changes = upkeep.run()
    assert (ended.results, changes) == ({"look": "success", "keep": "success"}, []), ended.said
    assert "reviews: nothing is known this time" in ended.said


def test_an_issue_of_somebody_else_is_never_touched(upkeep: Upkeep) -> None:
    """Whatever it says."""
    upkeep.run("2040-01-01")
    issues = upkeep.github["issues"]
    issues[0].update(user="somebody")
    upkeep.change_github(issues=issues)
    assert upkeep.run("2040-01-01")[1] == ["+2 body title"]
    assert upkeep.github["issues"][0] == issues[0]


def test_another_branch_is_not_looked_after(upkeep: Upkeep) -> None:
    """Not even where somebody starts it there."""
    ended, _ = upkeep.run(event=Event(name="workflow_dispatch", branch="topic"))
    assert ended.results == {"look": "skipped", "keep": "skipped"}
