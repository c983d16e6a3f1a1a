"""The server shows a change of a record after exactly one rebuild, and survives a broken record."""

import os
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from support.builds import clean_environment
from support.projects import create_project, project_command

pytestmark = pytest.mark.slow

_PATIENCE = 120
# A second rebuild would start well within this many seconds after the first.
_QUIET = 3


@dataclass(frozen=True)
class Server:
    """A running server: its address, what it has printed so far, and the content it shows."""

    address: str
    log: Path
    content: Path

    def builds(self) -> int:
        """Return how many builds have ended, broken ones too.

        MkDocs says "Documentation built in 0.55 seconds" only once for each duration.
        """
        said = self.log.read_text(encoding="utf-8")
        return said.count("Serving on") + said.count("Reloading browsers")

    def page(self, address: str) -> str:
        """Return one page, as a browser gets it."""
        with urllib.request.urlopen(self.address + address, timeout=30) as response:  # noqa: S310 -- our own server
            return str(response.read().decode())

    def wait(self, condition: Callable[[], bool]) -> None:
        """Return when something has happened, and nothing more is going to."""
        end = time.monotonic() + _PATIENCE
        while not condition():
            assert time.monotonic() < end, self.log.read_text(encoding="utf-8")
            time.sleep(0.1)
        time.sleep(_QUIET)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """The server of a project whose library is the tiny hub, after its first build."""
    project = create_project(tmp_path / "hub")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = tmp_path / "log.txt"
    command = project_command("serve", "--port", str(port))
    with log.open("w") as output:
        process = subprocess.Popen(
            command,
            cwd=project / "scripts",
            env=clean_environment(HUB_PACKS="0", SITE_URL="https://host.example/"),
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
    try:
        running = Server(f"http://127.0.0.1:{port}/", log, project / "content")
        running.wait(lambda: "Serving on" in log.read_text(encoding="utf-8") or process.poll() is not None)
        yield running
    finally:
        # Not SIGINT, which whoever runs the tests in the background has switched off.
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(30)
    assert [line for line in log.read_text(encoding="utf-8").splitlines() if "WARNING" in line] == []


def test_one_change_makes_one_rebuild(server: Server) -> None:
    """A changed record, a changed guide and a new record are each shown after one rebuild."""
    assert server.builds() == 1
    assert "Widen the team" in server.page("lessons/widen-the-team/")

    _replace(server.content / "lessons" / "widen-the-team.yml", "title: Widen the team", "title: Open the team")
    server.wait(lambda: server.builds() > 1)
    assert server.builds() == 2
    assert "Open the team" in server.page("lessons/widen-the-team/")

    _replace(server.content.parent / "docs" / "guides" / "first-steps.md", "## Begin", "## Start here")
    server.wait(lambda: server.builds() > 2)
    assert server.builds() == 3
    assert "Start here" in server.page("guides/first-steps/")

    draft = (server.content / "roles" / "school-nurse.yml").read_text(encoding="utf-8")
    draft = draft.replace("title: School nurse", "title: Teacher").replace("status: published", "status: draft")
    (server.content / "roles" / "teacher.yml").write_text(draft, encoding="utf-8")
    server.wait(lambda: server.builds() > 3)
    assert server.builds() == 4
    assert "Only a preview shows this page" in server.page("roles/teacher/")


def test_a_preview_is_searched_and_not_hardened(server: Server) -> None:
    """Search works in a preview; the policy stays away, for it would block the reload script."""
    page = server.page("lessons/widen-the-team/")
    assert "Content-Security-Policy" not in page
    assert '"shards"' in server.page("search/index.json")


def test_a_broken_record_is_explained_and_the_last_site_stays(server: Server) -> None:
    """Every problem is printed, the pages stay as they were, and mending the record goes on from there."""
    path = server.content / "lessons" / "widen-the-team.yml"
    _replace(path, "title: Widen the team", "titel: Open the team")
    server.wait(lambda: "The pages stay as they were" in server.log.read_text(encoding="utf-8"))
    said = server.log.read_text(encoding="utf-8")
    assert "content/lessons/widen-the-team.yml:1:1" in said
    assert "“titel” is not a field we know here." in said
    assert "Traceback" not in said
    assert "Widen the team" in server.page("lessons/widen-the-team/")

    assert server.builds() == 2

    _replace(path, "titel: Open the team", "title: Open the team")
    server.wait(lambda: server.builds() > 2)
    assert server.builds() == 3
    assert "Open the team" in server.page("lessons/widen-the-team/")


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
