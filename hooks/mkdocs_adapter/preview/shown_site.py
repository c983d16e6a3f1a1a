"""Which build of the site browsers see, and what keeps the next one from being seen.

A build is written beside the one that is shown, so that a broken one takes nothing away, and takes its place as
soon as its pages are there. Search index and files for programs follow; whoever asks for them waits.
"""

import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from knowledge_hub.publishing.preview_faults import Fault

# Makes a file that is made only when somebody asks for it.
Make = Callable[[], bytes]
# Tells whether a file is among those that are written when the pages are there already.
Follows = Callable[[str], bool]


class News(NamedTuple):
    """What a browser is told: `state` changes with everything else, `site` with each build that is shown."""

    state: int
    site: int
    faults: tuple[Fault, ...]


class ShownSite:
    """The builds in two folders by turns. Everything here may be asked from any thread."""

    def __init__(self, folder: Path) -> None:
        self._folders = (folder / "a", folder / "b")
        self._changed = threading.Condition()
        # No number comes twice, not even after a new start, so that a page always knows that it is an old one.
        self._number = time.time_ns() // 1_000_000
        self._news = News(self._number, 0, ())
        self._site_before = 0
        self._shown: Path | None = None
        self._before: Path | None = None
        # Pages that are newer than the build that is shown, and those that the build before it had.
        self._first: Mapping[str, bytes] = {}
        self._first_before: Mapping[str, bytes] = {}
        self._on_request: Mapping[str, Make] = {}
        self._follows: Follows = lambda _: False
        self._is_building = False
        self._is_whole = True
        self._making = threading.Lock()

    def begin(self) -> Path:
        """Return the folder for a build that starts."""
        with self._changed:
            self._is_building = True
            if not self._first:
                self._before = None
            return self._folders[1] if self._shown == self._folders[0] else self._folders[0]

    def show_first(self, pages: Mapping[str, bytes]) -> None:
        """Show some pages as the build that follows will make them."""
        with self._changed:
            self._first_before, self._first = self._first, {**self._first, **pages}
            self._before = self._shown
            self._tell((), is_new=True)

    def show(self, folder: Path, on_request: Mapping[str, Make], follows: Follows) -> None:
        """Show a build whose pages and looks are there, though not yet the files of which `follows` is true."""
        with self._changed:
            self._before, self._shown = self._shown, folder
            self._first_before, self._first = self._first, {}
            self._on_request, self._follows, self._is_whole = on_request, follows, False
            self._tell((), is_new=True)

    def complete(self) -> None:
        """Say that everything of the build is there."""
        with self._changed:
            self._is_building, self._is_whole = False, True
            self._changed.notify_all()

    def fail(self, faults: tuple[Fault, ...]) -> None:
        """Keep the last good build, and say what is wrong with the new one."""
        with self._changed:
            was_shown_early, self._is_building, self._is_whole = not self._is_whole, False, True
            if was_shown_early:
                self._shown, self._before = self._before, None
            self._tell(faults, is_new=was_shown_early)

    def news(self) -> News:
        """Return what is the case now."""
        with self._changed:
            return self._news

    def wait_for_news(self, state: int, timeout: float) -> News:
        """Return what is the case as soon as it is something else than in `state`, or after some seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self._news.state != state, timeout)
            return self._news

    def find(self, path: str) -> tuple[bytes | None, int]:
        """Return a file of the site, None where there is none, and the number of the build that it is from."""
        found, site = self._read_shown(path)
        if found is None and self._wait_for_the_rest():
            found, site = self._read_shown(path)
        if found is None and path in self._on_request:
            found = self._make(path)
        return found, site

    def differs(self, since: int, page: str, loaded: list[str]) -> bool:
        """Tell whether a page, or something that it has loaded, is another one than in an earlier build."""
        with self._changed:
            before, now = (self._before, self._first_before), (self._shown, self._first)
            site, is_first = self._news.site, bool(self._first)
        if since == site:
            return False
        # Of earlier builds nothing is left.
        if before[0] is None or since != self._site_before or _read(*before, page) != _read(*now, page):
            return True
        if is_first:
            # What pages load is made again by the build that follows.
            return False
        self._wait_for_the_rest()
        return any(_read(*before, path) != _read(*now, path) for path in loaded)

    def _tell(self, faults: tuple[Fault, ...], *, is_new: bool) -> None:
        self._number += 1
        if is_new:
            self._site_before = self._news.site
        self._news = News(self._number, self._number if is_new else self._news.site, faults)
        self._changed.notify_all()

    def _read_shown(self, path: str) -> tuple[bytes | None, int]:
        with self._changed:
            # It may be half written, or of the build before the last, which was in the same folder.
            is_to_come = not self._is_whole and self._follows(path)
            return None if is_to_come else _read(self._shown, self._first, path), self._news.site

    def _wait_for_the_rest(self) -> bool:
        """Return when the build in progress, if any, has ended; tell whether there was one."""
        with self._changed:
            was_building = self._is_building
            self._changed.wait_for(lambda: not self._is_building)
            return was_building

    def _make(self, path: str) -> bytes:
        # One at a time: most files share something that is made once.
        with self._making:
            return self._on_request[path]()


def _read(folder: Path | None, first: Mapping[str, bytes], path: str) -> bytes | None:
    """Return a file, one of the `first` or below a folder; an address that is none of a file has no content."""
    if folder is None or path in first:
        return first.get(path)
    found = (folder / path).resolve()
    try:
        return found.read_bytes() if found.is_relative_to(folder.resolve()) else None
    except OSError:
        return None
