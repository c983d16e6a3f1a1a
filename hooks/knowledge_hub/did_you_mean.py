"""What a mistyped id or name was probably meant to be."""

import difflib
from collections.abc import Iterable, Mapping
from types import MappingProxyType

_LONGEST_GUESS = 80
# Two letters of a longer word are like many codes by chance: “iowa” ends as “wa” is written.
_LONGEST_CODE = 2
_LIKE_ENOUGH = 0.6
_NO_LABELS: Mapping[str, str] = MappingProxyType({})


def nearest(word: str, choices: Iterable[str], labels: Mapping[str, str] = _NO_LABELS) -> str | None:
    """Return the choice that `word` was probably meant to be, or None.

    `labels` is what readers see for a choice: people write the words they know, so where a label and
    an id are equally near, the label wins. A long text was never meant to be a choice, and comparing
    it would take long.
    """
    if len(word) > _LONGEST_GUESS:
        return None
    written = _spelled(word)
    meant: dict[str, str] = {}
    for spelled, choice in _spellings(choices, labels):
        if len(spelled) > _LONGEST_CODE or len(written) <= _LONGEST_CODE:
            meant.setdefault(spelled, choice)
    matches = difflib.get_close_matches(written, meant, n=1, cutoff=_LIKE_ENOUGH)
    return meant[matches[0]] if matches else None


def _spellings(choices: Iterable[str], labels: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return every spelling with its choice, the labels first."""
    known = list(choices)
    by_label = [(_spelled(labels[choice]), choice) for choice in known if labels.get(choice)]
    return [*by_label, *((choice, choice) for choice in known)]


def _spelled(word: str) -> str:
    return word.strip().lower().replace(" ", "-").replace("_", "-")
