"""What says which code made a value: another version of the hub, of Python or of a package makes its own."""

import functools
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from knowledge_hub.keeping.fingerprint import fingerprint, fingerprint_all

CODE = Path(__file__).parents[2]
# What may change while a program runs: a preview looks at it again for each build. All else it has loaded.
_LOOKS = str(Path(__file__).parents[1] / "theme")
_CACHED = "__pycache__"
# The folder in which a package's facts lie; its name holds the version.
_PACKAGE = ".dist-info"


def seal(*parts: bytes | str) -> bytes:
    """Return what stands for the code together with what else everything depends on."""
    return fingerprint(seal_code(), fingerprint_all(_read_files(_LOOKS)), *parts)


@functools.cache
def seal_code() -> bytes:
    """Return what stands for all that makes pages: the files below hooks/, this Python, and the packages beside it."""
    return fingerprint_all([sys.version, *_list_packages(), *_read_files(str(CODE), _LOOKS)])


def _list_packages() -> list[str]:
    """Return the names of all installed packages with their versions."""
    # Asking importlib.metadata takes longer than building a small library.
    found: list[str] = []
    for folder in filter(None, sys.path):
        with suppress(OSError):
            found += (name for name in os.listdir(folder) if name.endswith(_PACKAGE))  # noqa: PTH208
    return sorted(found)


def _read_files(folder: str, left_out: str = "") -> Iterator[bytes | str]:
    """Yield path and content of every file below a folder, in the order of their names."""
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_dir() and entry.name != _CACHED and entry.path != left_out:
            yield from _read_files(entry.path, left_out)
        elif entry.is_file():
            yield entry.path.removeprefix(str(CODE))
            with open(entry.path, "rb", buffering=0) as file:  # noqa: PTH123 -- see _list_packages
                yield file.read()
