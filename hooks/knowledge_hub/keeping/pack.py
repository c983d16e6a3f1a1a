"""Large values outside memory: many in one file, each known by its place in it.

A build adds to a file of its own, so that two at once never write into each other's. A file of which little is still
in use is copied together with the others by whoever writes the places down.
"""

import os
import sys
import tempfile
import weakref
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from typing import IO, NamedTuple

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
        self._files: dict[str, int] = {}
        self._new = ""
        self._ends: dict[str, int] = {}

    @property
    def is_kept(self) -> bool:
        """Whether its files have names, by which others can read them."""
        return self._folder is not None

    def begin_file(self) -> str:
        """Add what comes to another file than before, and return its name.

        A copy of this process shares the one that is open.
        """
        self._new = self._create()
        return self._new

    def add(self, content: bytes) -> Place:
        """Keep a value, and return where it lies."""
        if not self._new:
            self.begin_file()
        name, start = self._new, self._ends[self._new]
        _write_at(self._files[name], start, content)
        self._ends[name] = start + len(content)
        return Place(name, start, len(content))

    def read(self, place: Place) -> bytes:
        """Return the value at a place."""
        return self.read_at(*place)

    def read_at(self, file: str, start: int, length: int) -> bytes:
        """Return the value at what would be a place."""
        return _read_at(self._files[file], start, length)

    def has(self, place: Place) -> bool:
        """Tell whether a value is there; its file is kept open from now on, whoever deletes it."""
        if place.file not in self._files and self._folder is not None:
            with suppress(OSError):
                self._open(place.file, (self._folder / place.file).open("rb", buffering=0))
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

    def _create(self) -> str:
        if self._folder is None:
            return self._open(str(len(self._files)), tempfile.TemporaryFile(buffering=0))
        self._folder.mkdir(parents=True, exist_ok=True)
        number, name = tempfile.mkstemp(suffix=_ENDING, dir=self._folder)
        return self._open(Path(name).name, os.fdopen(number, "w+b", buffering=0))

    def _open(self, name: str, file: IO[bytes]) -> str:
        weakref.finalize(self, file.close)
        self._files[name] = number = file.fileno()
        self._ends[name] = os.fstat(number).st_size
        return name


def _write_at(number: int, start: int, content: bytes) -> None:
    if sys.platform != "win32":
        written = os.pwrite(number, content, start)
        while written < len(content):
            written += os.pwrite(number, memoryview(content)[written:], start + written)
        return
    os.lseek(number, start, os.SEEK_SET)
    written = os.write(number, content)
    while written < len(content):
        written += os.write(number, memoryview(content)[written:])


def _read_at(number: int, start: int, length: int) -> bytes:
    if sys.platform != "win32":
        return os.pread(number, length, start)
    os.lseek(number, start, os.SEEK_SET)
    return os.read(number, length)


def _now(folder: Path) -> float:
    os.utime(folder)
    return folder.stat().st_mtime
