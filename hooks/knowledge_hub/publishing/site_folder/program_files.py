"""Writes files for programs into a finished site: thousands of small ones, for which a generator would take longer."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from knowledge_hub.keeping import FileStore, fingerprint
from knowledge_hub.publishing.site_folder.finished_files import Finished, FinishedFiles
from knowledge_hub.publishing.site_folder.writing import write_file
from knowledge_hub.side_by_side import Portions

# So many that the last of them, for which one process waits, is short.
_PORTIONS = 100


class ProgramFileWriter:
    """Writes the files for programs of one site, in each of two processes those with which the other hasn't begun."""

    def __init__(self, site_dir: Path, files: Mapping[str, bytes], finished: FinishedFiles) -> None:
        self._site_dir = site_dir
        self._files = files
        self._finished = finished
        self._paths = list(files)
        self._portions = Portions(_PORTIONS)

    def write(self) -> list[str]:
        """Write files as long as there are some that nobody has begun with, and return their paths."""
        written: list[str] = []
        # Those that follow each other lie in few folders.
        size = -(-len(self._paths) // _PORTIONS)
        for number in self._portions:
            paths = self._paths[number * size : (number + 1) * size]
            write_program_files(self._site_dir, self._files, self._finished, paths)
            written += paths
        return written

    def finish(self, written: Mapping[str, Finished]) -> None:
        """Take over what the other process has written, and write what it left undone where it was killed."""
        self._finished.adopt(written)
        left = [path for path in self._paths if not self._finished.knows(path)]
        write_program_files(self._site_dir, self._files, self._finished, left)


def write_program_files(
    site_dir: Path,
    files: Mapping[str, bytes],
    finished: FinishedFiles | None = None,
    paths: Iterable[str] | None = None,
) -> None:
    """Write each file, or those of these paths, below the site's folder as it is; what is `finished` stays."""
    wanted = files if paths is None else paths
    changed = [path for path in wanted if finished is None or not finished.is_there(path, _mark(files, path))]
    for folder in {path.rpartition("/")[0] for path in changed}:
        (site_dir / folder).mkdir(parents=True, exist_ok=True)
    for path in changed:
        left = write_file(f"{site_dir}/{path}", files[path])
        if finished is not None:
            finished.note(path, left)


def _mark(files: Mapping[str, bytes], path: str) -> bytes:
    return files.mark(path) if isinstance(files, FileStore) else fingerprint(files[path])
