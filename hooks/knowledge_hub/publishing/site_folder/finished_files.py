"""Which files of a finished site are as they would be written again, so that nobody has to."""

import os
from collections.abc import Iterator
from pathlib import Path

from knowledge_hub.keeping import Store, Table, fingerprint

# How a file was left: its size in bytes, and when it was last written, in nanoseconds.
Left = tuple[int, int]


class FinishedFiles:
    """The files of one site folder, each by its path in the site and a mark that stands for all that it holds."""

    def __init__(self, site_dir: Path, store: Store | None = None) -> None:
        self._site_dir = str(site_dir.absolute())
        # A preview builds into two folders by turns.
        self._left: Table[Left] = (store or Store()).table(f"files-{site_dir.name}")
        self._written: dict[str, bytes] = {}
        self._known: set[str] = set()
        self._since = 0

    def begin(self) -> None:
        """Remember when the build began: what is older then, and not known, belongs to an earlier one."""
        os.utime(self._site_dir)
        self._since = Path(self._site_dir).stat().st_mtime_ns

    def is_there(self, path: str, mark: bytes) -> bool:
        """Tell whether a file is there with just what would be written; if not, it is about to be."""
        key = self._key(path, mark)
        left = self._left.find(key)
        if left is not None and left == _find_left(f"{self._site_dir}/{path}"):
            self._known.add(path)
            return True
        self._written[path] = key
        return False

    def remove_others(self) -> None:
        """Delete what this build neither wrote nor would have written again, with the folders that are empty then.

        What is hidden at the top, such as Git's own folder, stays, as it does when MkDocs empties a site.
        """
        known = self._known | self._written.keys()
        for folder, path in walk_site(self._site_dir):
            full = f"{folder}/{path}"
            if full.removeprefix(f"{self._site_dir}/") not in known and os.stat(full).st_mtime_ns < self._since:  # noqa: PTH116
                Path(full).unlink()
        for folder in sorted(_list_folders(self._site_dir), reverse=True):
            if folder != self._site_dir and not os.listdir(folder):  # noqa: PTH208 -- as in loading.py
                Path(folder).rmdir()

    def remember(self) -> None:
        """Note how the files were left that were written; nothing may change them afterwards."""
        for path, key in self._written.items():
            if left := _find_left(f"{self._site_dir}/{path}"):
                self._left.put(key, left)

    def _key(self, path: str, mark: bytes) -> bytes:
        return fingerprint(self._site_dir, path, mark)


def _find_left(path: str) -> Left | None:
    try:
        found = os.stat(path)  # noqa: PTH116 -- for each of thousands of files
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns


def _list_folders(site_dir: str) -> list[str]:
    return list(dict.fromkeys(folder for folder, _ in walk_site(site_dir, with_folders=True)))


def walk_site(site_dir: str, *, with_folders: bool = False) -> Iterator[tuple[str, str]]:
    """Yield folder and name of every file of a site but what is hidden at its top, and "" for each folder if wanted."""
    for folder, folders, names in os.walk(site_dir):
        if folder == site_dir:
            folders[:] = [name for name in folders if not name.startswith(".")]
            names[:] = [name for name in names if not name.startswith(".")]
        if with_folders:
            yield folder, ""
        yield from ((folder, name) for name in names)
