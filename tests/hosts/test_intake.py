"""An accepted form becomes one pull request, with a real git and a made-up GitHub; no work of an editor is lost."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from knowledge_hub.intake.forms import create_forms
from knowledge_hub.library.loading import load_library
from support import made_up_gh
from support.builds import TINY
from support.hosts import Host, write_program
from support.issue_bodies import create_body
from support.workflow_runs import Event, MadeUpGitHub, Run

pytestmark = pytest.mark.slow

GIT = ("git", "-c", "user.name=Editor", "-c", "user.email=editor@example.org", "-c", "commit.gpgsign=false")
BRANCH = "intake/issue-7"
LESSON = {
    "title": "Ask before you plan",
    "summary": "Plans hold when those they touch made them.",
    "statement": "Ask the people whom a plan touches before you write it.",
    "why": "We planned twice without families. Both plans failed.",
    "apply": "- Ask two families.\n- Change the plan.",
    "domains": "Teaming",
    "stages": "Prepare",
}
FILE = "content/lessons/ask-before-you-plan.yml"
APPROVE = "An editor has to approve its checks."


class Intake:
    """A host's repository with its remote, the intake's workflow, and what GitHub keeps of it."""

    def __init__(self, host: Host, folder: Path) -> None:
        self.folder = host.folder
        self.remote = folder / "remote"
        self._temporary = folder / "temporary"
        self._state = folder / "github.json"
        self._artifacts = folder / "artifacts"
        self.tamper: Callable[[Path], object] = lambda _: None
        self._state.write_text(json.dumps({"pulls": [], "comments": [], "artifacts": str(self._artifacts)}), "utf-8")
        subprocess.run([*GIT, "init", "--quiet", "--bare", str(self.remote)], check=True)
        self.git("init", "--quiet", "--initial-branch", "trunk")
        self.git("remote", "add", "origin", str(self.remote))
        self.commit("The library")
        self.git("push", "--quiet", "origin", "trunk")
        self._programs = folder / "programs"
        write_program(self._programs / "gh", f'#!/bin/sh\nexec "{sys.executable}" "{made_up_gh.__file__}" "$@"\n')

    def git(self, *arguments: str) -> str:
        """Run git in the repository and return what it printed."""
        ended = subprocess.run([*GIT, *arguments], cwd=self.folder, capture_output=True, text=True, check=False)
        assert ended.returncode == 0, ended.stderr
        return ended.stdout

    def commit(self, message: str) -> None:
        """Commit all of the library."""
        self.git("add", "--all", "content", "docs", "mkdocs.yml")
        self.git("commit", "--quiet", "--message", message)

    @property
    def github(self) -> dict[str, Any]:
        """What GitHub keeps: pull requests and comments."""
        kept: dict[str, Any] = json.loads(self._state.read_text(encoding="utf-8"))
        return kept

    def set_pull(self, **changes: object) -> None:
        """Change the newest pull request, as a person on GitHub does."""
        kept = self.github
        kept["pulls"][-1].update(changes)
        self._state.write_text(json.dumps(kept), encoding="utf-8")

    def label(self, name: str = "accepted", **changes: str) -> Run:
        """Run the workflow for the form with some answers changed."""
        library = load_library(TINY / "content")[0]
        form = next(one for one in create_forms(library.vocabularies, library.types) if one.name == "lesson")
        issue = {"number": 7, "body": create_body(form, {**LESSON, **changes})}
        payload = {"action": "labeled", "label": {"name": name}, "issue": issue}
        event = Event(name="issues", branch="trunk", default_branch="trunk", payload=payload)
        environment = {
            "PATH": os.pathsep.join([str(self._programs), str(Path(sys.executable).parent), os.environ["PATH"]]),
            "MADE_UP_GH": str(self._state),
        }
        actions = {
            "actions/checkout": self._check_out,
            "actions/setup-python": lambda _: {},
            "actions/upload-artifact": self._upload,
        }
        return MadeUpGitHub(self.folder, self._temporary, actions, environment).run("intake", event)

    def files(self) -> list[str]:
        """Return what the branch of the form adds to the default branch."""
        self.git("fetch", "--quiet", "origin")
        return self.git("diff", "--name-only", "origin/trunk", f"origin/{BRANCH}").split()

    def head(self) -> str:
        """Return the last commit of the branch of the form, in the remote repository."""
        return self.git("ls-remote", "origin", f"refs/heads/{BRANCH}").partition("\t")[0]

    def _check_out(self, given: Mapping[str, str]) -> dict[str, str]:
        self.git("switch", "--quiet", "--force-create", given["ref"], f"origin/{given['ref']}")
        # A new machine has no other branch.
        if BRANCH in self.git("branch", "--list", BRANCH):
            self.git("branch", "--quiet", "-D", BRANCH)
        return {}

    def _upload(self, given: Mapping[str, str]) -> dict[str, str]:
        shutil.rmtree(self._artifacts, ignore_errors=True)
        self.tamper(Path(given["path"]))
        shutil.copytree(given["path"], self._artifacts / given["name"])
        return {}


@pytest.fixture
def intake(host: Host, tmp_path: Path) -> Intake:
    (tmp_path / "github").mkdir()
    return Intake(host, tmp_path / "github")


def test_an_accepted_form_becomes_a_pull_request(intake: Intake) -> None:
    """One new file on a branch of its own, and the person who wrote it is told where it goes on."""
    ended = intake.label()
    assert ended.results == {"read": "success", "propose": "success", "answer": "skipped"}, ended.said
    assert intake.files() == [FILE]
    (pull,) = intake.github["pulls"]
    assert "Closes #7" in pull["body"]
    assert "Approve and run workflows" in pull["body"]
    (comment,) = intake.github["comments"]
    assert comment == f"This form is now a pull request: https://github.com/owner/hub/pull/100. {APPROVE}"


def test_the_same_label_again_doubles_nothing(intake: Intake) -> None:
    """No second commit, pull request or comment."""
    intake.label()
    head, kept = intake.head(), intake.github
    assert intake.label().results["propose"] == "success"
    assert (intake.head(), intake.github) == (head, kept)


def test_an_edited_form_goes_on_in_the_same_pull_request(intake: Intake) -> None:
    """A new title moves the record; what was there before stays in the history."""
    intake.label()
    first = intake.head()
    assert intake.label(title="Ask families first").results["propose"] == "success"
    assert intake.files() == ["content/lessons/ask-families-first.yml"]
    intake.git("merge-base", "--is-ancestor", first, intake.head())
    assert len(intake.github["pulls"]) == 1
    assert intake.github["comments"][1:] == ["The pull request #100 now holds this form as it is today."]


def test_the_work_of_an_editor_is_left_alone(intake: Intake) -> None:
    """With a commit of somebody else on the branch nothing changes, and one comment says what to do."""
    intake.label()
    intake.git("switch", "--quiet", BRANCH)
    with (intake.folder / FILE).open("a", encoding="utf-8") as file:
        file.write("aliases: [Plan together]\n")
    intake.commit("Add an alias")
    intake.git("push", "--quiet", "origin", BRANCH)
    head = intake.head()
    for _ in range(2):
        ended = intake.label(title="Ask families first")
        assert ended.results["propose"] == "success", ended.said
    assert intake.head() == head
    (comment,) = intake.github["comments"][1:]
    assert comment.startswith(f"The branch {BRANCH} holds commits of an editor")


def test_a_closed_pull_request_is_opened_again(intake: Intake) -> None:
    """The label is an editor's decision, and the comment says what it did."""
    intake.label()
    intake.set_pull(state="CLOSED")
    intake.label()
    assert [pull["state"] for pull in intake.github["pulls"]] == ["OPEN"]
    assert "was closed and is open again" in intake.github["comments"][-1]
    assert intake.github["comments"][-1].endswith(APPROVE)


def test_one_that_can_not_be_opened_again_gets_a_successor(intake: Intake) -> None:
    """GitHub keeps a pull request closed whose branch was deleted."""
    intake.label()
    intake.git("push", "--quiet", "--delete", "origin", BRANCH)
    intake.set_pull(state="CLOSED", is_lost=True)
    intake.label()
    assert [pull["state"] for pull in intake.github["pulls"]] == ["CLOSED", "OPEN"]
    expected = "https://github.com/owner/hub/pull/101 (a new one; the earlier one was #100)"
    assert expected in intake.github["comments"][-1]


def test_problems_are_posted_once(intake: Intake) -> None:
    """The same problems again are not repeated; others are said."""
    for _ in range(2):
        ended = intake.label(why="")
        assert ended.results == {"read": "success", "propose": "skipped", "answer": "success"}, ended.said
    intake.label(statement="")
    assert len(intake.github["comments"]) == 2
    assert "Why does it hold? This needs an answer." in intake.github["comments"][0]
    assert intake.github["pulls"] == []
    assert intake.head() == ""


def test_a_library_without_a_record_of_this_type_takes_one_in(intake: Intake) -> None:
    """Git keeps no empty folders, so the first record brings its own."""
    for path in ("content/lessons", "content/case-studies"):
        shutil.rmtree(intake.folder / path)
    intake.commit("Begin anew")
    intake.git("push", "--quiet", "origin", "trunk")
    assert intake.label().results["propose"] == "success"
    assert intake.files() == [FILE]


def _replace(folder: Path) -> None:
    shutil.copy(folder / FILE, folder / "content/lessons/widen-the-team.yml")
    (folder / FILE).unlink()


@pytest.mark.parametrize(
    "tamper",
    [
        lambda folder: (folder / "content" / "more.yml").write_text("x", encoding="utf-8"),
        lambda folder: (folder / FILE).rename(folder / "content" / "mkdocs.yml"),
        lambda folder: (folder / FILE).rename(folder / "content" / "lessons" / "a;b.yml"),
        _replace,
    ],
    ids=["two-files", "another-place", "another-name", "a-record-that-is-there"],
)
def test_what_is_no_new_record_goes_no_further(intake: Intake, tamper: Callable[[Path], object]) -> None:
    """The job that may write takes nothing but one new record from the job that runs packages."""
    intake.tamper = tamper
    ended = intake.label()
    assert ended.results["propose"] == "failure"
    assert "The form became something else than one new record" in ended.said
    assert (intake.head(), intake.github["pulls"]) == ("", [])


def test_another_label_starts_nothing(intake: Intake) -> None:
    """Only an editor's "accepted" does."""
    assert set(intake.label("question").results.values()) == {"skipped"}
