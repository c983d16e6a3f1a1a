"""Large values outside memory: many in one file, each known by its place in it.

A build adds to a file of its own, so that two at once never write into each other's. A file of which little is still
in use is copied together with the others by whoever writes the places down.
"""

import os
import tempfile
import weakref
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, NamedTuple

_ENDING = ".pack"
# A file that nobody's table names may be that of a build which hasn't ended yet; none takes as long in seconds.
_AN_HOUR = 3600


class Place(NamedTuple):
    """Where a value lies."""

    file: str
    start: int
    length: int


class Pack:
    """Values in the files of one folder; without a folder they are gone with the build."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._files: dict[str, BinaryIO] = {}
        self._new = ""
        self._at: dict[str, int] = {}
        self._ends: dict[str, int] = {}

    @property
    def is_kept(self) -> bool:
        """Whether its files have names, by which others can read them."""
        return self._folder is not None

    def begin_file(self) -> None:
        """Add what comes to another file than before: a copy of this process shares the one that is open."""
        self.flush()
        self._new = self._create()

    def add(self, content: bytes) -> Place:
        """Keep a value, and return where it lies."""
        if not self._new:
            self.begin_file()
        name, start = self._new, self._ends[self._new]
        self._go_to(name, start)
        self._ends[name] = self._at[name] = start + self._files[name].write(content)
        return Place(name, start, len(content))

    def read(self, place: Place) -> bytes:
        """Return the value at a place."""
        name, start, length = place
        self._go_to(name, start)
        self._at[name] = start + length
        return self._files[name].read(length)

    def has(self, place: Place) -> bool:
        """Tell whether a value is there; its file is kept open from now on, whoever deletes it."""
        if place.file not in self._files and self._folder is not None:
            with suppress(OSError):
                self._open(place.file, (self._folder / place.file).open("rb"))
        return place.start + place.length <= self._ends.get(place.file, -1)

    def delete_all_but(self, used: Collection[str]) -> None:
        """Delete the files in which nothing is in use."""
        if self._folder is None or not self._folder.is_dir():
            return
        for path in self._folder.glob(f"*{_ENDING}"):
            is_old = path.name in self._files or path.stat().st_mtime < _now(self._folder) - _AN_HOUR
            # Windows keeps a file that somebody has open.
            if path.name not in used and is_old:
                with suppress(OSError):
                    path.unlink()

    def size_of(self, file: str) -> int:
        """Return the bytes of a file."""
        return self._ends[file]

    def adopt(self) -> None:
        """Be ready to read what another process has added to the file that was begun for it, and add to none of it."""
        self._new = ""
        # The place at which the other one stopped is where this one would go on.
        self._at = dict.fromkeys(self._at, -1)

    def flush(self) -> None:
        """Write what was added, so that the next build can read it."""
        if self._new:
            self._files[self._new].flush()

    def _create(self) -> str:
        if self._folder is None:
            return self._open(str(len(self._files)), tempfile.TemporaryFile())
        self._folder.mkdir(parents=True, exist_ok=True)
        number, name = tempfile.mkstemp(suffix=_ENDING, dir=self._folder)
        return self._open(Path(name).name, os.fdopen(number, "w+b"))

    def _open(self, name: str, file: BinaryIO) -> str:
        weakref.finalize(self, file.close)
        self._files[name], self._at[name], self._ends[name] = file, 0, os.fstat(file.fileno()).st_size
        return name

    def _go_to(self, name: str, start: int) -> None:
        # What is written and read in order is passed on in large pieces; to be told a place ends each of them.
        if start != self._at[name]:
            self._files[name].seek(start)
            self._at[name] = start


def _now(folder: Path) -> float:
    os.utime(folder)
    return folder.stat().st_mtime
