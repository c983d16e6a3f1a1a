"""The pictures and documents beside each record: `content/<type>/<record>/name.png`, found and looked into."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from knowledge_hub.did_you_mean import nearest
from knowledge_hub.library.file_names import display_path
from knowledge_hub.problems.problem import Problem
from knowledge_hub.record_files.fault import FileFault
from knowledge_hub.record_files.inspection import find_content_fault, find_kind_fault
from knowledge_hub.record_files.kinds import LONGEST_NAME, NAME, is_picture_name
from knowledge_hub.record_files.pictures import holds_place
from knowledge_hub.slugs import create_slug, is_device_name

_MOST_FILES = 40
# What computers put into every folder without being asked.
_LEFT_BY_SYSTEMS = frozenset({"Thumbs.db", "desktop.ini"})


@dataclass(frozen=True, slots=True)
class RecordFile:
    """One file beside a record: the path that people see, where it lies, and whether it can be published."""

    shown: str
    path: Path
    is_sound: bool

    def read(self) -> bytes:
        """Return what the file holds."""
        return self.path.read_bytes()


def load_record_files(content: Path, folder: str) -> Iterator[tuple[str, dict[str, RecordFile], list[Problem]]]:
    """Yield for each folder below `folder`: the record's id, its files by name, and what is wrong with them."""
    place = content / folder
    with os.scandir(place) as entries:
        names = sorted(entry.name for entry in entries if entry.is_dir(follow_symlinks=False))
    for name in names:
        if name.startswith(".") or name.endswith(".yml"):
            continue
        if not (place / f"{name}.yml").exists():
            yield name, {}, [_explain_lost_folder(content, place / name)]
            continue
        files, problems = _load_folder(content, place / name)
        yield name, files, problems


def _load_folder(content: Path, folder: Path) -> tuple[dict[str, RecordFile], list[Problem]]:
    files: dict[str, RecordFile] = {}
    problems = []
    paths = [path for path in sorted(folder.iterdir()) if not _is_left_by_system(path.name)]
    if len(paths) > _MOST_FILES:
        message = f"There are {len(paths)} files beside this record, and at most {_MOST_FILES} can be."
        shown = display_path(content, folder)
        return {}, [Problem(shown, 1, 1, "large-file", message, "Keep those that a reader needs.")]
    for path in paths:
        shown = display_path(content, path)
        fault = _find_fault(path)
        if fault:
            problems.append(Problem(shown, 1, 1, *fault))
        elif is_picture_name(path.name) and holds_place(path.read_bytes(), path.name):
            problems.append(_warn_of_place(shown))
        # One with a fault is there, so that a link to it isn't a second problem.
        files[path.name] = RecordFile(shown, path, is_sound=fault is None)
    return files, problems


def _find_fault(path: Path) -> FileFault | None:
    if path.is_symlink() or not path.is_file():
        return FileFault("not-a-file", f"“{path.name}” isn’t an ordinary file.", "Put the file itself here.")
    if fault := find_kind_fault(path.name, path.stat().st_size):
        return fault
    if fault := _find_name_fault(path.name):
        return fault
    try:
        return find_content_fault(path.name, path.read_bytes())
    except OSError:
        return FileFault("not-a-file", f"“{path.name}” can’t be opened.", "Check who may read it.")


def _find_name_fault(name: str) -> FileFault | None:
    stem, _, ending = name.rpartition(".")
    if NAME.fullmatch(name) and len(name) <= LONGEST_NAME and not is_device_name(stem):
        return None
    better = f"{create_slug(stem) or 'picture'}.{ending.lower()}"
    message = f"The name “{name}” can’t be part of a web address."
    return FileFault("attached-name", message, f"Rename it to {better}, here and where the text names it.")


def _explain_lost_folder(content: Path, folder: Path) -> Problem:
    shown = display_path(content, folder)
    records = tuple(sorted(path.stem for path in folder.parent.glob("*.yml")))
    meant = nearest(folder.name, records)
    message = f"There is no record “{folder.name}” that these files could belong to."
    hint = f"Did you mean “{meant}”? " if meant else ""
    help_text = f"{hint}The folder has the name of the record’s file, without .yml."
    return Problem(shown, 1, 1, "folder-without-record", message, help_text)


def _warn_of_place(shown: str) -> Problem:
    message = f"“{shown.rpartition('/')[2]}” holds the place where it was taken, which anyone can read in this file."
    help_text = "Readers of the site get a copy without it. Save the picture without its details, and replace it."
    return Problem(shown, 1, 1, "picture-place", message, help_text)


def _is_left_by_system(name: str) -> bool:
    return name.startswith(".") or name in _LEFT_BY_SYSTEMS
