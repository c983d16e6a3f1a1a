"""What says which code made a value: another version of the hub, of Python or of a package makes its own."""

import functools
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from knowledge_hub.keeping.fingerprint import fingerprint, fingerprint_all

_CODE = str(Path(__file__).parents[2])
_LEFT_OUT = "__pycache__"
# The folder in which a package's facts lie; its name holds the version.
_PACKAGE = ".dist-info"


@functools.cache
def seal_code() -> bytes:
    """Return what stands for all that makes pages: every file below hooks/, this Python, and the packages beside it."""
    return fingerprint_all([sys.version, *_list_packages(), *_read_files(_CODE)])


def seal(*parts: bytes | str) -> bytes:
    """Return what stands for the code together with what else everything depends on."""
    return fingerprint(seal_code(), *parts)


def _list_packages() -> list[str]:
    # Asking importlib.metadata takes longer than building a small library.
    folders = (folder for folder in sys.path if Path(folder).is_dir())
    return sorted(name for folder in folders for name in os.listdir(folder) if name.endswith(_PACKAGE))  # noqa: PTH208


def _read_files(folder: str) -> Iterator[bytes | str]:
    """Yield path and content of every file below a folder, in the order of their names."""
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_dir() and entry.name != _LEFT_OUT:
            yield from _read_files(entry.path)
        elif entry.is_file():
            yield entry.path.removeprefix(_CODE)
            with open(entry.path, "rb", buffering=0) as file:  # noqa: PTH123 -- see _list_packages
                yield file.read()
