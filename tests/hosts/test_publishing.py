"""The publishing workflow at every address, for every event, and where something is not ready yet."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from support.hosts import PAGES_FROM_A_BRANCH, PAGES_OFF, Host
from support.site_reader import read_pages
from support.workflow_runs import Event

pytestmark = pytest.mark.slow

GIT = ("git", "-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
BROKEN = "content/lessons/widen-the-team.yml"


@pytest.mark.parametrize(
    ("repository", "base_url"),
    [
        ("owner/owner.github.io", "https://owner.github.io"),
        ("owner/hub", "https://owner.github.io/hub"),
        ("owner/hub", "https://hub.example.edu"),
    ],
    ids=["user-page", "project-page", "custom-domain"],
)
def test_the_site_knows_its_address(host: Host, repository: str, base_url: str) -> None:
    """What Pages says is the address of every page, and “Edit this page” leads to the default branch."""
    event = Event(name="push", branch="trunk", default_branch="trunk", repository=repository)
    assert host.push(event, base_url=base_url).results["deploy"] == "success"
    for address, page in read_pages(host.site).items():
        if canonical := BeautifulSoup(page.html, "html.parser").select_one("link[rel=canonical]"):
            assert canonical["href"] == f"{base_url}/{address}"
    edited = read_pages(host.site)["lessons/widen-the-team/"].links
    assert f"https://github.com/{repository}/edit/trunk/content/lessons/widen-the-team.yml" in edited


@pytest.mark.parametrize("answer", [PAGES_OFF, PAGES_FROM_A_BRANCH], ids=["off", "from-a-branch"])
def test_before_pages_is_switched_on_one_sentence_says_where(host: Host, answer: str) -> None:
    """The first push of a new hub is green, publishes nothing, and says what to do in the log and in the summary."""
    ended = host.push(Event(name="push", is_created=True), pages=answer)
    assert ended.results == {"check": "success", "build": "success", "deploy": "skipped"}
    expected = "open Settings > Pages (https://github.com/owner/hub/settings/pages), choose Source: GitHub Actions"
    assert ended.summary.count(expected) == 1
    assert [line for line in ended.said.splitlines() if line.startswith("::notice") and expected in line]


def test_a_fault_of_github_is_not_taken_for_pages_that_are_off(host: Host) -> None:
    """Only what says that Pages is off keeps a site from being published."""
    assert host.push(pages="echo 'gh: Bad Gateway (HTTP 502)' >&2; exit 1").results["deploy"] == "success"


def test_a_broken_record_ends_the_run_with_its_place_and_nothing_else(host: Host) -> None:
    """One job fails, with the file, the line and the mend; none of the others adds to it."""
    host.change(BROKEN, "stages: [prepare]", "stages: [prepair]")
    ended = host.push()
    assert ended.results == {"check": "failure", "build": "skipped", "deploy": "skipped"}
    assert "Traceback" not in ended.said
    line = 1 + (host.folder / BROKEN).read_text(encoding="utf-8").splitlines().index("stages: [prepair]")
    (error,) = [said for said in ended.said.splitlines() if said.startswith("::error")]
    assert error.startswith(f"::error file={BROKEN},line={line},col=")
    assert "prepair" in error
    assert f"| {BROKEN}:{line}:" in ended.summary


def test_a_pull_request_is_built_for_its_readers_and_never_published(host: Host) -> None:
    """Its summary names the changed record; its drafts are shown."""
    for command in (("init", "--quiet"), ("add", "content", "docs"), ("commit", "--quiet", "--message", "Before")):
        subprocess.run([*GIT, *command], cwd=host.folder, check=True)
    host.change(BROKEN, "status: published", "status: draft")
    subprocess.run([*GIT, "commit", "--quiet", "--all", "--message", "After"], cwd=host.folder, check=True)
    ended = host.push(Event(name="pull_request", branch="topic"))
    assert ended.results == {"check": "success", "build": "success", "deploy": "skipped"}
    assert "Widen the team" in ended.summary
    assert "lessons/widen-the-team/" in read_pages(host.site)


def test_gh_deploy_brings_what_readers_take_along(host: Host, tmp_path: Path, pack_cache: str) -> None:
    """A host who publishes with MkDocs' own command has the packs, too."""
    for command in (
        *(("init", "--quiet"), ("add", "mkdocs.yml"), ("commit", "--quiet", "--message", "All")),
        *(
            ("init", "--quiet", "--bare", str(tmp_path / "remote")),
            ("remote", "add", "origin", str(tmp_path / "remote")),
        ),
    ):
        subprocess.run([*GIT, *command], cwd=host.folder, check=True)
    names = {f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    environment = {name: value for name, value in os.environ.items() if not name.startswith("HUB_")}
    deploy = [sys.executable, "-m", "mkdocs", "gh-deploy", "--strict", "--quiet"]
    subprocess.run(deploy, cwd=host.folder, env={**environment, **names, "HUB_CACHE": pack_cache}, check=True)
    listed = ("ls-tree", "-r", "--name-only", "gh-pages")
    published = subprocess.run([*GIT, *listed], cwd=tmp_path / "remote", capture_output=True, text=True, check=True)
    assert "toolkits/small-test/small-test-pack.zip" in published.stdout.splitlines()


def test_a_scheduled_run_publishes_though_its_event_names_no_repository(host: Host) -> None:
    """Review dates pass without a push."""
    assert host.push(Event(name="schedule", branch="trunk")).results["deploy"] == "success"
    assert "https://github.com/owner/hub/edit/trunk/docs/about.md" in read_pages(host.site)["about/"].links
