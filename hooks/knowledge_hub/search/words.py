"""Text to words, by the one rule that the index and the browser share.

assets/hub/search/ has it once more in JavaScript; tests/search/words.yml holds both to the same cases.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

# U+00B4 becomes a space in NFKD, and ʻ and ʼ are letters to Unicode, so they become one apostrophe first.
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼʻ`´′", "'"))
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
# Numbers are grouped by commas, and by thin or no-break spaces.
_GROUPED = re.compile(r"(?<![0-9])[0-9]{1,3}(?:[,\u2009\u202f\u00a0][0-9]{3})+(?![0-9])")
_BETWEEN_GROUPS = re.compile(r"[^0-9]")
_POSSESSIVE = re.compile(r"(?<=[^\W_])'[sS](?![^\W_])")
_APOSTROPHE_WITHIN = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")
_WORD = re.compile(r"[^\W_]+")
_JOINED = re.compile(r"[^\W_]+(?:[-‐‑‒–—−/][^\W_]+)*")
_FEWEST_CAPITALS = 2


class Token(NamedTuple):
    """One word of a text, folded, and what else is found at its place.

    `whole` is what begins here and is written together in full ("k12" at the K of K-12), `short` the word's own
    spelling where it is an abbreviation; "" where there is none.
    """

    word: str
    whole: str = ""
    short: str = ""


def fold(text: str) -> str:
    """Return a text in the form in which words are compared: no case, accents, ligatures or apostrophes."""
    return _fold_letters(_fold_marks(text))


def split(text: str) -> list[str]:
    """Return the folded words of a text, in order."""
    return _WORD.findall(fold(text))


def split_pieces(text: str) -> list[str]:
    """Return what stands between spaces in a text; a number grouped by spaces is one piece."""
    return text.split() if text.isascii() else _join_groups(text).split()


def read_tokens(text: str) -> Iterator[Token]:
    """Yield the words of a text, with the parts of what is joined by dashes also as one."""
    for joined in _JOINED.findall(_fold_marks(text)):
        parts = _WORD.findall(joined)
        whole = _fold_letters("".join(parts)) if len(parts) > 1 else ""
        for place, part in enumerate(parts):
            yield Token(_fold_letters(part), "" if place else whole, find_abbreviation(part))


def find_abbreviation(word: str) -> str:
    """Return the own spelling of a word with two capital letters or more, without a plural s; "" for any other."""
    single = word.removesuffix("s")
    return single if sum(map(str.isupper, single)) >= _FEWEST_CAPITALS else ""


def _fold_marks(text: str) -> str:
    """Return a text whose words have their own capitals, and no marks, apostrophes or grouped digits."""
    text = _join_groups(text)
    if text.isascii():
        text = text.replace("`", "'")
    else:
        decomposed = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES))
        text = "".join(letter for letter in decomposed if unicodedata.category(letter) != "Mn")
    if "'" in text:
        text = _APOSTROPHE_WITHIN.sub("", _POSSESSIVE.sub("", text))
    return text


def _fold_letters(text: str) -> str:
    lowered = text.lower()
    return lowered if lowered.isascii() else lowered.translate(_LETTERS)


def _join_groups(text: str) -> str:
    # What is between groups is soon looked for.
    if text.isascii() and "," not in text:
        return text
    return _GROUPED.sub(lambda number: _BETWEEN_GROUPS.sub("", number[0]), text)
