"""A running preview: scripts/serve.py in a copy of the project, with what it has said and what it tells browsers."""

import json
import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from support.builds import clean_environment
from support.projects import create_project, project_command

_PATIENCE = 120
# A further build would start well within this many seconds.
_QUIET = 2
_STARTS, _ENDS = "Detected file changes", ("So is everything else.", "The pages stay as they were")


@dataclass(frozen=True)
class Preview:
    """A preview by its address, the project that it shows, and what it has printed so far."""

    address: str
    project: Path
    log: Path

    @property
    def content(self) -> Path:
        """The content that it shows."""
        return self.project / "content"

    def said(self) -> str:
        """Return what it has printed."""
        return self.log.read_text(encoding="utf-8")

    def builds(self) -> int:
        """Return how many builds have ended, broken ones, too."""
        return sum(self.said().count(end) for end in _ENDS)

    def get(self, address: str) -> tuple[int, bytes]:
        """Return how a request is answered: the status and the content."""
        try:
            with urllib.request.urlopen(self.address + address, timeout=60) as answer:  # noqa: S310 -- our own server
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.read()

    def page(self, address: str) -> str:
        """Return one page, as a browser gets it."""
        return self.get(address)[1].decode()

    def news(self) -> Any:
        """Return what browsers are told."""
        return json.loads(self.page("hub-preview/state?after=0"))

    def places(self) -> list[str]:
        """Return the places of the faults that browsers are told, by file."""
        return [fault["place"].partition(":")[0] for fault in (self.news()["said"] or {"faults": []})["faults"]]

    def wait_for_builds(self, number: int) -> None:
        """Return when so many builds have ended, and no further one has begun."""
        self.wait(lambda: self.builds() >= number)
        time.sleep(_QUIET)
        assert self.builds() == number == self.begun(), self.said()

    def wait_for_rest(self, before: int) -> None:
        """Return when more builds have begun than before, and nothing happens any more."""
        self.wait(lambda: self.begun() > before)
        begun = 0
        while begun != self.begun():
            begun = self.begun()
            self.wait(lambda: self.builds() == self.begun())
            time.sleep(_QUIET / 2)

    def begun(self) -> int:
        """Return how many builds have begun."""
        return self.said().count(_STARTS) + 1

    def wait(self, condition: Callable[[], bool]) -> None:
        """Return when something has happened; the test fails where it never does."""
        end = time.monotonic() + _PATIENCE
        while not condition():
            assert time.monotonic() < end, self.said()
            time.sleep(0.05)


@contextmanager
def serving(folder: Path, change: Callable[[Path], object] = lambda _: None, **settings: str) -> Iterator[Preview]:
    """Serve a project whose library is the tiny hub while the block runs; `change` is done to it before."""
    project = create_project(folder / "hub")
    change(project)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    preview = Preview(f"http://127.0.0.1:{port}/", project, folder / "log.txt")
    with preview.log.open("w") as output:
        process = subprocess.Popen(
            project_command("serve", "--port", str(port)),
            cwd=project / "scripts",
            env=clean_environment(**{"SITE_URL": "https://host.example/", **settings}),
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
    try:
        preview.wait(lambda: "Serving on" in preview.said() or process.poll() is not None)
        yield preview
    finally:
        # Not SIGINT, which whoever runs the tests in the background has switched off.
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(30)


def replace(path: Path, old: str, new: str) -> None:
    """Change a text in a file, which has to be there, as many editors do: all at once."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    write(path, text.replace(old, new).encode())


def write(path: Path, content: bytes) -> None:
    """Put a file in the place of the one that is there."""
    new = path.with_name(f".{path.name}.tmp")
    new.write_bytes(content)
    new.replace(path)
