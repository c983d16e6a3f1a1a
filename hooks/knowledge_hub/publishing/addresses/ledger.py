"""The list of every address that a hub has published, as a file that lies beside its content and in its history."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

LEDGER = "published-addresses.txt"
_HEADER = """\
# Every address that this hub has published, from the root of its site: pages, places on them, and files.
# python3 scripts/build.py --release adds new ones; each build tells which of them lead nowhere any more.
# Take a line out only if nobody needs its address any more.
"""
_COMMENT = "# "


class Promise(NamedTuple):
    """One line: its number from 1, its text, and the address in it, such as "/lessons/ask/" and "sources".

    `path` is "" where the line is no address.
    """

    line: int
    text: str
    path: str
    fragment: str


def read_ledger(text: str) -> list[Promise]:
    """Return what a list promises, in its order."""
    lines = enumerate((line.strip() for line in text.splitlines()), 1)
    return [_read_line(number, line) for number, line in lines if line and not f"{line} ".startswith(_COMMENT)]


def render_ledger(promises: Iterable[Promise], addresses: Iterable[str]) -> str:
    """Return the list with new addresses in it, one a line and in order; what it promised stays."""
    lines = {promise.text for promise in promises} | set(addresses)
    return _HEADER + "".join(f"{line}\n" for line in sorted(lines))


def write_ledger(path: Path, text: str) -> None:
    """Write the list, with the same line ends on every system."""
    path.write_text(text, encoding="utf-8", newline="\n")


def _read_line(number: int, line: str) -> Promise:
    path, _, fragment = line.partition("#")
    is_address = path.startswith("/") and "/../" not in f"{path}/" and "//" not in path
    return Promise(number, line, path if is_address else "", fragment)
