"""Notices that a watched file has changed: as soon as the system says so, and by looking where it never says so."""

import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from watchdog.events import (
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

# An editor that writes a file in several steps is done when nothing has happened for so many seconds.
SETTLED = 0.05
# A file that has just become empty is about to be written.
_WRITTEN = 0.5
# How often to look without having been told: where the system tells of changes, and where it doesn't (in some
# containers, on network drives).
_RARELY, _OFTEN = 1.0, 0.25
# Looking takes at most this part of the time.
_SHARE = 0.05
# What editors and systems leave beside the files that they write.
_PASSING = (".swp", ".tmp", "~", "#")
_EVENTS: list[type[FileSystemEvent]] = [FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent]

# What is known of a file without reading it: when it was written, its size, and which file it is.
Mark = tuple[int, int, int]


class Watcher(FileSystemEventHandler):
    """Watches files and folders. A change counts once it has settled; what changes meanwhile counts afterwards."""

    def __init__(self) -> None:
        self._paths: set[Path] = set()
        self._seen: dict[str, Mark] = {}
        self._told = threading.Event()
        self._observer = Observer()
        self._every, self._cost = _RARELY, 0.0

    def start(self) -> None:
        """Have the system tell of changes."""
        self._observer.start()

    def stop(self) -> None:
        """Watch nothing any more."""
        self._observer.stop()

    def watch(self, path: Path) -> None:
        """Watch a file, or a folder with all below it, from now on; it need not be there yet."""
        if path in self._paths:
            return
        self._paths.add(path)
        self._seen |= _find_marks([path])
        try:
            # An editor may put a new file in the place of the old one, so a file is watched through its folder.
            folder = path if path.is_dir() else path.parent
            self._observer.schedule(self, str(folder), recursive=path.is_dir(), event_filter=_EVENTS)
        except OSError:
            # The folder isn't there, or the system watches no more of them.
            self._every = _OFTEN

    def unwatch(self, path: Path) -> None:
        """No longer count changes of a path."""
        self._paths.discard(path)

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Look at the files soon."""
        self._told.set()

    def wait(self, timeout: float) -> bool:
        """Tell whether something has changed since the last change that was told; give up after some seconds."""
        end, before = time.monotonic() + timeout, self._seen
        while True:
            if self._has_changed():
                self._settle(before)
                return True
            left = end - time.monotonic()
            if left <= 0:
                return False
            self._told.wait(min(left, max(self._every, self._cost / _SHARE)))

    def _has_changed(self) -> bool:
        was_told = self._told.is_set()
        self._told.clear()
        start = time.monotonic()
        found = _find_marks(self._paths)
        self._cost = time.monotonic() - start
        if found == self._seen:
            return False
        if not was_told:
            # Nobody tells here.
            self._every = _OFTEN
        self._seen = found
        return True

    def _settle(self, before: dict[str, Mark]) -> None:
        while True:
            changed = self._seen.items() - before.items()
            is_begun = any(size == 0 for _, (_, size, _) in changed)
            if not self._changes_within(_WRITTEN if is_begun else SETTLED):
                return

    def _changes_within(self, seconds: float) -> bool:
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            time.sleep(min(left, SETTLED))
            if self._has_changed():
                return True
        return False


def _find_marks(paths: set[Path] | list[Path]) -> dict[str, Mark]:
    return {entry.path: mark for path in paths for entry in _walk(path) if (mark := _mark(entry))}


def _walk(path: Path) -> Iterator[os.DirEntry[str]]:
    """Yield every file at or below a path."""
    folders = [str(path)] if path.is_dir() else []
    if not folders:
        yield from (entry for entry in _list(str(path.parent)) if entry.name == path.name)
    while folders:
        for entry in _list(folders.pop()):
            if entry.name.startswith((".", "#")) or entry.name.endswith(_PASSING):
                continue
            if entry.is_dir():
                folders.append(entry.path)
            else:
                yield entry


def _list(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        # It has just been taken away, or isn't there yet.
        return []


def _mark(entry: os.DirEntry[str]) -> Mark | None:
    try:
        status = entry.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
