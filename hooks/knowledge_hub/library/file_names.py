"""What a record's file may be called, and what else may lie in the content folder."""

from collections.abc import Collection, Iterator
from pathlib import Path

from knowledge_hub.did_you_mean import nearest
from knowledge_hub.problems.problem import Problem
from knowledge_hub.record_files.kinds import kind_of
from knowledge_hub.slugs import LONGEST_SLUG, create_slug, is_device_name, is_slug


def display_path(content: Path, path: Path) -> str:
    """Return the path that people see: from the content folder's own name on."""
    return display_name(content, *path.relative_to(content).parts)


def display_name(content: Path, *names: str) -> str:
    """Return the path that people see of a folder or file below the content folder."""
    return "/".join((content.name, *names)).encode("utf-8", "replace").decode()


def check_file(shown: str, *, is_ordinary: bool) -> Problem | None:
    """A record is an ordinary file, neither link nor folder, whose name can be an address on every computer."""
    if not is_ordinary:
        message = f"“{shown.rpartition('/')[2]}” isn’t an ordinary file."
        return Problem(shown, 1, 1, "not-a-file", message, "Put the file itself here.")
    return check_file_name(shown)


def check_file_name(shown: str) -> Problem | None:
    """A file name is an id, and no device of Windows."""
    name, _, ending = shown.rpartition("/")[2].rpartition(".")
    if is_device_name(name):
        message = f"Windows can’t have a file called “{name}.{ending}”."
        return Problem(shown, 1, 1, "bad-file-name", message, f"Say more, for example {name}-team.{ending}.")
    if is_slug(name):
        return None
    message = f"The file name “{name}.{ending}” can’t be a web address."
    example = f"{create_slug(name) or 'school-nurse'}.{ending}"
    help_text = f"Use 1 to {LONGEST_SLUG} small letters, digits and single hyphens, for example {example}."
    return Problem(shown, 1, 1, "bad-file-name", message, help_text)


def find_unread_files(content: Path, folders: Collection[str], others: Collection[str]) -> Iterator[Problem]:
    """Yield the files and folders that nothing reads, so that no record is lost in silence."""
    for entry in sorted(content.iterdir()):
        if entry.name.startswith(".") or entry.name in others:
            continue
        if entry.name not in folders:
            meant = nearest(entry.name, tuple(sorted({*folders, *others})))
            hint = f"Did you mean “{meant}”? " if meant else ""
            help_text = f"{hint}Records live in: {', '.join(sorted(folders))}."
            shown = display_path(content, entry)
            yield Problem(shown, 1, 1, "unknown-file", f"Nothing reads “{shown.rpartition('/')[2]}”.", help_text)
        elif entry.is_dir():
            for path in sorted(entry.iterdir()):
                is_unread = path.suffix != ".yml" and not path.name.startswith(".")
                if is_unread and (path.is_symlink() or not path.is_dir()):
                    yield _explain_unread(display_path(content, path))


def _explain_unread(shown: str) -> Problem:
    name = shown.rpartition("/")[2]
    stem, _, ending = name.rpartition(".")
    if ending.lower() in ("yml", "yaml"):
        message = f"“{name}” would not be read: a record’s file name ends in .yml, in small letters."
        return Problem(shown, 1, 1, "file-ending", message, f"Rename it to {create_slug(stem) or 'a-name'}.yml.")
    message = f"Nothing reads “{name}”: a record’s file name ends in .yml."
    if kind_of(name):
        help_text = f"If it belongs to a record, move it into a folder with the record’s name: the-record/{name}."
        return Problem(shown, 1, 1, "unknown-file", message, help_text)
    return Problem(shown, 1, 1, "unknown-file", message, "Rename or move it.")
