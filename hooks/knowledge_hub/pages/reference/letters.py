"""The entries of a long reference page in the order of the alphabet, under the letter that each starts with."""

import unicodedata
from collections.abc import Iterable
from itertools import groupby
from typing import Any, NamedTuple

# What starts with no letter stands first.
_DIGITS = "0–9"


class Letter(NamedTuple):
    """One letter with its entries; `id` is its fragment, which no entry has: those are written without underscores."""

    id: str
    name: str
    entries: tuple[Any, ...]


def arrange_by_letter(named: Iterable[tuple[str, str, Any]]) -> list[Letter]:
    """Return the letters in use, each with its entries; each entry comes after its name and its id.

    Capitals, accents and what stands before the first letter don't count, so that “É…” is found under E.
    """
    ordered = sorted(named, key=lambda entry: (_sort_key(entry[0]), entry[1]))
    return [
        Letter(f"letter_{name.casefold()[0]}", name, tuple(entry for _, _, entry in entries))
        for name, entries in groupby(ordered, lambda entry: _first_letter(entry[0]))
    ]


def _first_letter(name: str) -> str:
    folded = fold_name(name)
    return folded[0].upper() if folded[:1].isalpha() else _DIGITS


def _sort_key(name: str) -> tuple[bool, str]:
    return _first_letter(name) != _DIGITS, fold_name(name)


def fold_name(name: str) -> str:
    """Return what a name is sorted by: without capitals, accents and what stands before its first letter."""
    plain = "".join(one for one in unicodedata.normalize("NFKD", name) if not unicodedata.combining(one)).casefold()
    start = next((place for place, one in enumerate(plain) if one.isalnum()), len(plain))
    return plain[start:]
