"""Writes files for programs into a finished site: thousands of small ones, for which a generator would take longer."""

from collections.abc import Mapping
from pathlib import Path

from knowledge_hub.keeping import FileStore, fingerprint
from knowledge_hub.publishing.site_folder.finished_files import FinishedFiles
from knowledge_hub.publishing.site_folder.writing import write_file


def write_program_files(site_dir: Path, files: Mapping[str, bytes], finished: FinishedFiles | None = None) -> None:
    """Write each file below the site's folder as it is; what is `finished` stays."""
    changed = [path for path in files if finished is None or not finished.is_there(path, _mark(files, path))]
    for folder in {path.rpartition("/")[0] for path in changed}:
        (site_dir / folder).mkdir(parents=True, exist_ok=True)
    for path in changed:
        write_file(f"{site_dir}/{path}", files[path])


def _mark(files: Mapping[str, bytes], path: str) -> bytes:
    return files.mark(path) if isinstance(files, FileStore) else fingerprint(files[path])
