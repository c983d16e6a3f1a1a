"""How long a contributor waits under serve.py: from saving a record to its fresh page, by request and in a browser."""

import itertools
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from playwright.sync_api import sync_playwright

from measuring.made_up_records import write_made_up_records
from measuring.speed.promises import MOST_SECONDS_TO_A_FRESH_PAGE
from setup.programs.chromium import MISSING, find_chromium, find_shell

EDITS = 5
# What serve.py says when a build starts because of a change, and when it has ended.
_STARTS, _ENDS = "Detected file changes", "So is everything else"
_BROKEN = "The pages stay as they were"
# Up to the summary's first letter, on the same line or the next.
_SUMMARY = re.compile(r"^summary:\s+(?:[>|][+-]?\s+|[\"'])?", re.MULTILINE)
_LOOK_EVERY = 0.03
_PATIENCE = 600.0


@dataclass(frozen=True)
class SaveTimes:
    """Seconds from each save: until the build starts, until the page answers with it, until a browser shows it."""

    starts: list[float]
    answers: list[float]
    shown: list[float]

    def medians(self) -> tuple[float, float, float]:
        """Return the median of each."""
        return statistics.median(self.starts), statistics.median(self.answers), statistics.median(self.shown)


def add_word(record: str, word: str) -> str:
    """Return a record's YAML with a word more, as the first one of its summary."""
    return _SUMMARY.sub(rf"\g<0>{word} ", record, count=1)


def find_most_seconds(records: int) -> float:
    """Return the promise for a library of so many records, that of the largest one for those that are larger still."""
    fitting = [most for largest, most in sorted(MOST_SECONDS_TO_A_FRESH_PAGE.items()) if records <= largest]
    return fitting[0] if fitting else max(MOST_SECONDS_TO_A_FRESH_PAGE.values())


def describe_saves(times: SaveTimes) -> str:
    """Return the medians in words."""
    start, answer, shown = times.medians()
    return (
        f"starts to build after {start:.2f} s, fresh by request after {answer:.2f} s, in a browser after {shown:.2f} s"
    )


def measure_saves(root: Path, records: int | None) -> SaveTimes:
    """Measure with so many made-up records, or with the real library.

    Ends the program with a sentence where there is no browser.
    """
    chromium = find_shell() or find_chromium()
    if chromium is None:
        raise SystemExit(MISSING)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _write_library(root, folder, records)
        with _serving(root, folder) as (address, log):
            return _measure(address, log, next(iter(sorted((folder / "content/lessons").glob("*.yml")))), chromium)


def _write_library(root: Path, folder: Path, records: int | None) -> None:
    if records is None:
        shutil.copytree(root / "content", folder / "content")
        shutil.copytree(root / "docs", folder / "docs")
    else:
        write_made_up_records(folder / "content", records, root / "content" / "vocabularies")
        (folder / "docs").mkdir()


@contextmanager
def _serving(root: Path, folder: Path) -> Iterator[tuple[str, Path]]:
    """Serve a library while the block runs; gives the site's address and the file with what serve.py says."""
    port, log = _find_free_port(), folder / "log.txt"
    command = [
        sys.executable,
        str(root / "scripts/serve.py"),
        "--content",
        str(folder / "content"),
        "--port",
        str(port),
    ]
    with log.open("w") as output:
        server = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT)  # noqa: S603 -- our own command
    try:
        _wait_until(lambda: "Serving on" in log.read_text(encoding="utf-8") or server.poll() is not None)
        if server.poll() is not None:
            raise SystemExit(f"serve.py has ended:\n{log.read_text(encoding='utf-8')}")
        yield f"http://127.0.0.1:{port}/", log
    finally:
        server.terminate()
        server.wait()


def _find_free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _measure(address: str, log: Path, record: Path, chromium: str) -> SaveTimes:
    """Save the record again and again, each time with another word in its summary."""
    page_address, times = f"{address}lessons/{record.stem}/", SaveTimes([], [], [])
    saves = _Saves(record, log)
    for _ in range(EDITS):
        start, word = saves.save()
        times.starts.append(_wait_until(saves.has_begun, start))
        times.answers.append(_wait_until(partial(_says, page_address, word), start))
        saves.wait_for_rest()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(page_address)
        for _ in range(EDITS):
            start, word = saves.save()
            page.get_by_text(word).first.wait_for(timeout=_PATIENCE * 1000)
            times.shown.append(time.perf_counter() - start)
            saves.wait_for_rest()
        browser.close()
    return times


class _Saves:
    """Changes of one record, and what the server said of them."""

    def __init__(self, record: Path, log: Path) -> None:
        self._record, self._log = record, log
        self._text = record.read_text(encoding="utf-8")
        self._words = (f"edit{number}" for number in itertools.count())
        self._begun = 0

    def save(self) -> tuple[float, str]:
        """Save a change, and return when, and the word that the fresh page has."""
        word = next(self._words)
        text = add_word(self._text, word)
        self._begun = self._count(_STARTS)
        start = time.perf_counter()
        self._record.write_text(text, encoding="utf-8", newline="\n")
        return start, word

    def has_begun(self) -> bool:
        """Tell whether a build has begun since the change was saved."""
        return self._count(_STARTS) > self._begun

    def wait_for_rest(self) -> None:
        """Return when nothing of the last change is left to be done; the first build of all isn't said to start."""
        _wait_until(lambda: self.has_begun() and self._count(_ENDS) == self._count(_STARTS) + 1)

    def _count(self, said: str) -> int:
        text = self._log.read_text(encoding="utf-8")
        if _BROKEN in text:
            raise SystemExit(f"serve.py can't show the change:\n{text}")
        return text.count(said)


def _says(address: str, word: str) -> bool:
    with urllib.request.urlopen(address, timeout=_PATIENCE) as answer:  # noqa: S310 -- our own server
        return word in answer.read().decode()


def _wait_until(happened: Callable[[], bool], start: float | None = None) -> float:
    """Return the seconds from `start` until something has happened; ends the program after ten minutes."""
    begun = time.perf_counter()
    while not happened():
        if time.perf_counter() - begun > _PATIENCE:
            raise SystemExit("serve.py takes more than ten minutes: something is wrong.")
        time.sleep(_LOOK_EVERY)
    return time.perf_counter() - (begun if start is None else start)
