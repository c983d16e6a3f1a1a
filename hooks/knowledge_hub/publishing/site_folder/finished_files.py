"""Which files of a finished site are as they would be written again, so that nobody has to."""

import os
from collections.abc import Iterator
from pathlib import Path

from knowledge_hub.keeping import Store, Table, fingerprint

# How a file was left: its size in bytes, and when it was last written, in nanoseconds.
Left = tuple[int, int]


class FinishedFiles:
    """The files of one site folder, each by its path in the site and a mark that stands for all that it holds.

    `store` keeps them and nothing else, for they are known last.
    """

    def __init__(self, site_dir: Path, store: Store | None = None) -> None:
        self._site_dir = str(site_dir.absolute())
        self._site_mark = fingerprint(self._site_dir)
        # A preview builds into two folders by turns.
        self._store = store or Store()
        self._left: Table[Left] = self._store.table(f"files-{site_dir.name}")
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

    def remove_others(self) -> list[str]:
        """Delete what this build neither wrote nor would have written again, and return the paths that are left.

        Folders that are empty then go, too. What is hidden at the top, such as Git's own folder, stays, as it does
        when MkDocs empties a site.
        """
        known = self._known | self._written.keys()
        left, bare = [], []
        for start, names in walk_site(self._site_dir, with_hidden=True):
            paths = [start + name for name in names]
            stay = [path for path in paths if path in known or path.startswith(".") or not self._remove_old(path)]
            left += stay
            if not stay and start and not start.startswith("."):
                bare.append(f"{self._site_dir}/{start}")
        for folder in reversed(bare):
            if not os.listdir(folder):  # noqa: PTH208 -- as in loading.py
                Path(folder).rmdir()
        return left

    def remember(self) -> None:
        """Keep how the files were left that were written; nothing may change them afterwards."""
        for path, key in self._written.items():
            if left := _find_left(f"{self._site_dir}/{path}"):
                self._left.put(key, left)
        self._store.write()

    def _remove_old(self, path: str) -> bool:
        """Delete a file that was there before this build, and tell whether it was."""
        file = Path(self._site_dir, path)
        is_old = file.stat().st_mtime_ns < self._since
        if is_old:
            file.unlink()
        return is_old

    def _key(self, path: str, mark: bytes) -> bytes:
        # No path has the sign between.
        return fingerprint(self._site_mark + path.encode("utf-8", "surrogatepass") + b"\0" + mark)


def _find_left(path: str) -> Left | None:
    try:
        found = os.stat(path)  # noqa: PTH116 -- for each of thousands of files
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns


def walk_site(site_dir: str, *, with_hidden: bool = False) -> Iterator[tuple[str, list[str]]]:
    """Yield for each folder of a site how the paths of its files begin, "" at the top, and their names.

    What is hidden at the top is left out, if it isn't wanted.
    """
    for folder, folders, names in os.walk(site_dir):
        start = folder[len(site_dir) :].replace(os.sep, "/").lstrip("/")
        if not start and not with_hidden:
            folders[:] = [name for name in folders if not name.startswith(".")]
            names = [name for name in names if not name.startswith(".")]  # noqa: PLW2901
        yield f"{start}/" if start else "", names
