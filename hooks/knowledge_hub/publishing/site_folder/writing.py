"""Writes whole files, and reads them: the usual ways ask the system several times more about each of thousands."""

import os
import sys

# How a file was left: its size in bytes, and when it was last written, in nanoseconds.
Left = tuple[int, int]

# Windows would change line ends.
_BINARY: int = getattr(os, "O_BINARY", 0)
_MOST_AT_ONCE = 1 << 16


def write_file(path: str, content: bytes) -> Left:
    """Write a file that takes the place of whatever lies there, and return how it was left."""
    number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY, 0o666)
    try:
        written = os.write(number, content)
        while written < len(content):
            written += os.write(number, memoryview(content)[written:])
        status = os.fstat(number)
    finally:
        os.close(number)
    if sys.platform == "win32":
        # There a file is told when it was written once it is closed.
        status = os.stat(path)  # noqa: PTH116 -- for each of thousands of files
    return status.st_size, status.st_mtime_ns


def read_file(path: str) -> bytes:
    """Return what a file holds."""
    number = os.open(path, os.O_RDONLY | _BINARY)
    try:
        pieces = []
        while piece := os.read(number, _MOST_AT_ONCE):
            pieces.append(piece)
    finally:
        os.close(number)
    return b"".join(pieces)
