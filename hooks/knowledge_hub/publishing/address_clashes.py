"""Hand-written files at the address of something that the hub makes: one would silently replace the other."""

from collections.abc import Iterable, Mapping


def explain_clash(made: Iterable[str], hand_written: Mapping[str, str]) -> str:
    """Return a sentence about the first clash, "" where there is none.

    `made` are the paths of generated files in the site, `hand_written` those of other files with their path in docs/.
    Capitals don't count: two files that differ in nothing else are one on Windows and macOS.
    """
    taken = {path.casefold(): source for path, source in hand_written.items()}
    clash = next((taken[path.casefold()] for path in made if path.casefold() in taken), "")
    return f"docs/{clash} has the address of a generated page: rename it." if clash else ""
