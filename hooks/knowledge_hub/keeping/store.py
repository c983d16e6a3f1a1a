"""A store of values by what they were made from: tables, in a few files each, below one folder for each seal.

Whoever makes something asks the store first, with a key made from everything that the value depends on. A table
that is written holds what its build asked for, and nothing else. Each file is written beside its place and then
put there, so a build that is killed leaves the last one; two builds at once write the same or the later one. What
was written by other code, or is damaged, counts as not there.
"""

import hashlib
import os
import pickle
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from knowledge_hub.collector import collector_off
from knowledge_hub.keeping.code_seal import seal
from knowledge_hub.keeping.pack import Pack
from knowledge_hub.keeping.table import PARTS, Table
from knowledge_hub.keeping.text_store import TextStore

# As many branches, Python versions and content folders are kept side by side.
MOST_SEALS = 4
_ENDING = ".kept"
_HEAD = hashlib.sha256().digest_size


class Store:
    """The tables of one content folder below `folder`; without a folder everything is made, and nothing kept."""

    def __init__(self, folder: Path | None = None, *depends_on: bytes | str) -> None:
        self._folder = folder and folder / seal(*depends_on).hex()[:20]
        self._tables: dict[str, Table[Any]] = {}
        self._texts: dict[str, TextStore[Any]] = {}

    def apart(self) -> "Store":
        """Return one of the same place, such as another process's, which writes the tables that it asks for itself."""
        other = Store()
        other._folder = self._folder
        return other

    def table(self, name: str) -> Table[Any]:
        """Return the table of one kind, read on first use."""
        if name not in self._tables:
            self._tables[name] = Table(self._read(name))
        return self._tables[name]

    def texts(self, name: str) -> TextStore[Any]:
        """Return what keeps the long texts of one kind."""
        if name not in self._texts:
            self._texts[name] = TextStore(self.table(name), Pack(self._folder and self._folder / name))
        return self._texts[name]

    @property
    def made(self) -> dict[str, int]:
        """How many values of each kind had to be made."""
        return {name: table.made for name, table in self._tables.items()}

    def write(self, *, is_whole: bool = True) -> None:
        """Keep what was made; where the build didn't reach its end, also what it didn't come to."""
        if self._folder is None:
            return
        with suppress(OSError):
            for texts in self._texts.values() if is_whole else ():
                texts.tidy()
        for name, table in self._tables.items():
            for part, kept in table.find_changed_parts(with_unasked=not is_whole).items():
                # A disk that is full, or one that nobody may write to, costs time and nothing else.
                with suppress(OSError):
                    content = table.pack_part(part, kept) if kept else b""
                    _write(self._folder / f"{name}-{part}{_ENDING}", content)
        with suppress(OSError):
            _prune(self._folder)

    def _read(self, name: str) -> list[dict[bytes, Any]] | None:
        if self._folder is None:
            return None
        return [_read(self._folder / f"{name}-{part}{_ENDING}") for part in range(PARTS)]

    @contextmanager
    def kept(self) -> Iterator["Store"]:
        """Write the store at the end, whether or not it was reached."""
        is_whole = False
        try:
            yield self
            is_whole = True
        finally:
            self.write(is_whole=is_whole)


def _read(path: Path) -> dict[bytes, Any]:
    try:
        content = path.read_bytes()
    except OSError:
        return {}
    kept = memoryview(content)[_HEAD:]
    if hashlib.sha256(kept).digest() != content[:_HEAD]:
        return {}
    try:
        with collector_off():
            found = pickle.loads(kept)  # noqa: S301 -- whole by its seal, and written by this code, which lies beside it
    # A class that a host's own field made may be another one now.
    except (AttributeError, ImportError, EOFError, pickle.UnpicklingError, TypeError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _write(path: Path, content: bytes) -> None:
    if not content:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        file.write(hashlib.sha256(content).digest())
        file.write(content)
    Path(file.name).replace(path)


def _prune(used: Path) -> None:
    """Delete the folders of seals that were used longest ago, and what a killed build left."""
    os.utime(used)
    for left in used.glob("tmp*"):
        if left.stat().st_mtime < used.stat().st_mtime - 3600:
            _delete(left)
    places = sorted(used.parent.iterdir(), key=lambda place: place.stat().st_mtime, reverse=True)
    for place in places[MOST_SEALS:]:
        _delete(place)


def _delete(place: Path) -> None:
    if place.is_dir():
        for path in place.iterdir():
            _delete(path)
        place.rmdir()
    else:
        place.unlink(missing_ok=True)
