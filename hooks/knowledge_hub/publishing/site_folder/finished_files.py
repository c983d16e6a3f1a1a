"""Which files of a finished site are as they would be written again, so that nobody has to."""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from knowledge_hub.keeping import Store, Table, fingerprint

# How a file was left: its size in bytes, and when it was last written, in nanoseconds.
Left = tuple[int, int]
# What stands for all that a finished file holds, and how it was left.
Finished = tuple[bytes, Left]


class FinishedFiles:
    """The files of one site folder, each by its path in the site and a mark that stands for all that it holds.

    `store` keeps them and nothing else, for they are known last.
    """

    def __init__(self, site_dir: Path, store: Store | None = None) -> None:
        self._site_dir = str(site_dir.absolute())
        self._store = store or Store()
        # A preview builds into two folders by turns.
        self._sites: Table[dict[str, Finished]] = self._store.table(f"files-{site_dir.name}")
        self._key = fingerprint(self._site_dir)
        self._before = self._sites.find(self._key) or {}
        self._written: dict[str, bytes] = {}
        self._known: dict[str, Finished] = {}
        self._walked: list[tuple[str, list[str]]] = []
        self._since = 0

    def begin(self) -> None:
        """Remember when the build began: what is older then, and not known, belongs to an earlier one."""
        os.utime(self._site_dir)
        self._since = Path(self._site_dir).stat().st_mtime_ns

    def is_there(self, path: str, mark: bytes) -> bool:
        """Tell whether a file is there with just what would be written; if not, it is about to be."""
        before = self._before.get(path)
        if before and before == (mark, find_left(f"{self._site_dir}/{path}")):
            self._known[path] = before
            return True
        self._written[path] = mark
        self._known.pop(path, None)
        return False

    def is_new(self, path: str) -> bool:
        """Tell whether no build that is remembered has written a file."""
        return path not in self._before

    def look_around(self) -> None:
        """List the site's folder while there is time; what comes later has to be asked for with `is_there`."""
        self._walked = list(walk_site(self._site_dir, with_hidden=True))

    def remove_others(self) -> list[str]:
        """Delete what this build neither wrote nor would have written again, and return the paths that are left.

        Folders that are empty then go, too. What is hidden at the top, such as Git's own folder, stays, as it does
        when MkDocs empties a site.
        """
        known = self._known.keys() | self._written.keys()
        left, bare = [], []
        for start, names in self._walked or walk_site(self._site_dir, with_hidden=True):
            paths = [start + name for name in names]
            stay = [path for path in paths if path in known or path.startswith(".") or not self._remove_old(path)]
            left += stay
            if not stay and start and not start.startswith("."):
                bare.append(f"{self._site_dir}/{start}")
        for folder in reversed(bare):
            if not os.listdir(folder):  # noqa: PTH208 -- as in loading.py
                Path(folder).rmdir()
        seen = set(left)
        later = (path for path in self._written if path not in seen)
        return left + [path for path in later if find_left(f"{self._site_dir}/{path}")]

    def note(self, path: str) -> None:
        """Note how a file was left that has just been written; nothing may change it afterwards."""
        if left := find_left(f"{self._site_dir}/{path}"):
            self._known[path] = self._written[path], left

    def knows(self, path: str) -> bool:
        """Tell whether a file was asked for in this build."""
        return path in self._known or path in self._written

    def give(self, paths: Iterable[str]) -> dict[str, Finished]:
        """Return what `adopt` takes of these files in the process of which this one is a copy."""
        return {path: self._known[path] for path in paths if path in self._known}

    def adopt(self, given: Mapping[str, Finished]) -> None:
        """Take over which files a copy of this process has written, or found as they would be written."""
        self._known |= given
        self._written |= {path: mark for path, (mark, _) in given.items()}

    def remember(self) -> None:
        """Keep how the files were left that were written, whether or not somebody noted it."""
        for path in self._written:
            if path not in self._known:
                self.note(path)
        if self._known != self._before:
            self._sites.put(self._key, self._known)
        self._store.write()

    def describe(self, paths: Iterable[str]) -> dict[str, Left]:
        """Return for each path in the site how the file was left, once it is remembered."""
        left = ((path, self._find_left(path)) for path in paths)
        return {path: found for path, found in left if found}

    def _find_left(self, path: str) -> Left | None:
        return self._known[path][1] if path in self._known else find_left(f"{self._site_dir}/{path}")

    def _remove_old(self, path: str) -> bool:
        """Delete a file that was there before this build, and tell whether it was."""
        file = Path(self._site_dir, path)
        is_old = file.stat().st_mtime_ns < self._since
        if is_old:
            file.unlink()
        return is_old


def find_left(path: str) -> Left | None:
    """Return how a file was left, None where there is none."""
    try:
        found = os.stat(path)  # noqa: PTH116 -- for each of thousands of files
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns


def walk_site(site_dir: str, *, with_hidden: bool = False) -> Iterator[tuple[str, list[str]]]:
    """Yield for each folder of a site how the paths of its files begin, "" at the top, and their names.

    A folder comes before those in it. What is hidden at the top is left out, if it isn't wanted.
    """
    starts = [""]
    while starts:
        start = starts.pop()
        names, folders = _list_folder(f"{site_dir}/{start}")
        if not start and not with_hidden:
            names, folders = ([name for name in some if not name.startswith(".")] for some in (names, folders))
        starts += (f"{start}{name}/" for name in folders)
        yield start, names


def _list_folder(path: str) -> tuple[list[str], list[str]]:
    """Return the names of a folder's files and of its folders; what links to a folder elsewhere is neither."""
    # os.walk asks the system about each folder twice.
    names: list[str] = []
    folders: list[str] = []
    with suppress(OSError), os.scandir(path) as entries:
        for entry in entries:
            if not entry.is_dir():
                names.append(entry.name)
            elif not entry.is_symlink():
                folders.append(entry.name)
    return names, folders
