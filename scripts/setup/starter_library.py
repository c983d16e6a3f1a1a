"""Whether content/ and docs/ still hold the starter library, file for file.

What is true of the starter library only is tested only then: a host's own library is none of our
tests' business. generate.py --starter says that what is there now is the starter library.
"""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from starting import starter_list
from starting.planning import list_files, read_starter

LIST = "tests/starter/files.txt"
_FOLDERS = ("content", "docs")
# Made from the records and the code, so they change with either.
_MADE = "content/schemas/"


def render_list(root: Path) -> str:
    """Return the list of the files that are there now: digest and path, one file a line."""
    return "".join(f"{digest} {path}\n" for path, digest in sorted(_find_files(root)))


def write_lists(root: Path) -> list[str]:
    """Write the list of the tests and the one that start.py goes by, and return their paths."""
    shipped = starter_list.render_list(starter_list.create_list(root, list_files(read_starter(root))))
    for path, text in ((LIST, render_list(root)), (starter_list.LIST, shipped)):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8", newline="\n")
    return [LIST, starter_list.LIST]


def find_change(root: Path) -> str:
    """Return the first file that isn't as the starter library has it, new or gone; "" where there is none."""
    kept = (root / LIST).read_text(encoding="utf-8").splitlines()
    changed = {*kept} ^ {*render_list(root).splitlines()}
    return min((line.partition(" ")[2] for line in changed), default="")


def _find_files(root: Path) -> Iterator[tuple[str, str]]:
    for folder in _FOLDERS:
        for path in (root / folder).rglob("*"):
            name = path.relative_to(root).as_posix()
            if path.is_file() and not path.name.startswith(".") and not name.startswith(_MADE):
                yield name, hashlib.sha256(path.read_bytes()).hexdigest()[:16]
