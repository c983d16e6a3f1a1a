"""Which files of a finished site are as they would be written again, so that nobody has to."""

import os
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from pathlib import Path

from knowledge_hub.keeping import Store, Table, fingerprint

# How a file was left: its size in bytes, and when it was last written, in nanoseconds.
Left = tuple[int, int]


class FinishedFiles:
    """The files of one site folder, each by its path in the site and a mark that stands for all that it holds."""

    def __init__(self, site_dir: Path, store: Store | None = None) -> None:
        self._site_dir = str(site_dir.absolute())
        self._site_mark = fingerprint(self._site_dir)
        # A preview builds into two folders by turns.
        self._left: Table[Left] = (store or Store()).table(f"files-{site_dir.name}")
        self._written: dict[str, bytes] = {}
        self._known: set[str] = set()
        self._since = 0
        self._is_empty = False

    def begin(self) -> None:
        """Remember when the build began: what is older then, and not known, belongs to an earlier one."""
        os.utime(self._site_dir)
        self._since = Path(self._site_dir).stat().st_mtime_ns
        self._is_empty = not os.listdir(self._site_dir)  # noqa: PTH208 -- as in loading.py

    def is_there(self, path: str, mark: bytes) -> bool:
        """Tell whether a file is there with just what would be written; if not, it is about to be."""
        key = self._key(path, mark)
        left = self._left.find(key)
        if left is not None and left == _find_left(f"{self._site_dir}/{path}"):
            self._known.add(path)
            return True
        self._written[path] = key
        return False

    def knows(self, path: str) -> bool:
        """Tell whether a file was found to be there."""
        return path in self._known

    def remove_others(self) -> None:
        """Delete what this build neither wrote nor would have written again, with the folders that are empty then.

        What is hidden at the top, such as Git's own folder, stays, as it does when MkDocs empties a site.
        """
        if not self._is_empty:
            self._remove_others("", self._known | self._written.keys())

    def _remove_others(self, within: str, known: AbstractSet[str]) -> bool:
        """Delete below a folder of the site what isn't known, and tell whether anything is left."""
        is_left = False
        with os.scandir(f"{self._site_dir}/{within}") as found:
            entries = list(found)
        for entry in entries:
            path = f"{within}{entry.name}"
            if entry.is_dir(follow_symlinks=False) and (within or not entry.name.startswith(".")):
                if self._remove_others(f"{path}/", known):
                    is_left = True
                else:
                    Path(entry.path).rmdir()
            elif path in known or self._is_new(entry, within):
                is_left = True
            else:
                Path(entry.path).unlink()
        return is_left

    def _is_new(self, entry: "os.DirEntry[str]", within: str) -> bool:
        """Tell whether what nobody knows was written in this build, or isn't the hub's."""
        is_hidden = not within and entry.name.startswith(".")
        return is_hidden or entry.is_dir() or entry.stat().st_mtime_ns >= self._since

    def remember(self) -> None:
        """Note how the files were left that were written; nothing may change them afterwards."""
        for path, key in self._written.items():
            if left := _find_left(f"{self._site_dir}/{path}"):
                self._left.put(key, left)

    def _key(self, path: str, mark: bytes) -> bytes:
        # No path has the sign between.
        return fingerprint(self._site_mark + path.encode("utf-8", "surrogatepass") + b"\0" + mark)


def _find_left(path: str) -> Left | None:
    try:
        found = os.stat(path)  # noqa: PTH116 -- for each of thousands of files
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns


def walk_site(site_dir: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each folder of a site with the names of its files, but for what is hidden at the top."""
    for folder, folders, names in os.walk(site_dir):
        if folder == site_dir:
            folders[:] = [name for name in folders if not name.startswith(".")]
            names[:] = [name for name in names if not name.startswith(".")]
        yield folder, names
