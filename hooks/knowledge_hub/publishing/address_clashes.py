"""Hand-written files at the address of something that the hub makes: one would silently replace the other."""

from collections.abc import Collection, Iterable, Mapping
from typing import TypeVar

from knowledge_hub.exports.plain_text.program_list import LLMS
from knowledge_hub.exports.plain_text.robots import ROBOTS

T = TypeVar("T")

# What a host may want to say otherwise, and needs no other file to fit.
_YIELDING = frozenset({ROBOTS, LLMS})


def leave_to_host(made: Mapping[str, T], hand_written: Collection[str]) -> dict[str, T]:
    """Return the files that the hub makes, without those that a host has written in their place."""
    return {path: content for path, content in made.items() if not (path in _YIELDING and path in hand_written)}


def explain_clash(made: Iterable[str], hand_written: Mapping[str, str]) -> str:
    """Return a sentence about the first clash, "" where there is none.

    `made` are the paths of generated files in the site, `hand_written` those of other files with their path in docs/.
    Capitals don't count: two files that differ in nothing else are one on Windows and macOS.
    """
    taken = {path.casefold(): source for path, source in hand_written.items()}
    clash = next((taken[path.casefold()] for path in made if path.casefold() in taken), "")
    return f"docs/{clash} has the address of a generated page: rename it." if clash else ""
