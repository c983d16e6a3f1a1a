"""Seen fast, in a whole file at once: whether it has anything that facts don't have in the same form."""

import re
from collections.abc import Iterable

from knowledge_hub.facts.number_words import PARTS, TIMES, WORD_VALUES

_HYPHEN = ord("-")
_KEPT = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,-"
# 2023/24 reads as 2023-24 does.
_SLASH = ord("/")
_TO_SPACES = bytes(code if code in _KEPT else _HYPHEN if code == _SLASH else ord(" ") for code in range(256))
_ENDS = b".,-"
_FIRST_LETTER = ord("A")
_YEARS = re.compile(rb"(?:19|20)\d\d-\d\d")
_DAY = re.compile(rb"\d{4}-\d\d-\d\d")
_MONTHS = (
    "January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul"
)
_SCALES = "Aug Sep Sept Oct Nov Dec thousand million billion"
_SMALL_SHARES = (
    "ne percent",
    "wo percent",
    "hree percent",
    "wo times",
    "hree times",
    "ne in ",
    "wo in ",
    "hree in ",
    "ne out of ",
    "wo of ",
    "wo out of ",
    "hree of ",
    "hree out of ",
)
_SMALL = frozenset({b"one", b"two", b"three", b"One", b"Two", b"Three"})
# What has to be looked at in any case: what stands beside it decides.
_ALWAYS = "?"


class ClueFinder:
    """Finds the clues of claims: digits, number words and names of places, as they are written.

    Bytes instead of text, and a set of words instead of patterns: ten thousand records take a third of a second.
    """

    def __init__(self, places: Iterable[str] = ()) -> None:
        words = [word for word, value in WORD_VALUES.items() if value > 3]
        words += [*PARTS, *(f"{part}s" for part in PARTS), *(phrase.split()[0] for phrase in TIMES)]
        self._words = _with_ends([*words, *map(str.title, words)])
        self._uncertain = frozenset(_with_ends([*_MONTHS.split(), *_SCALES.split()]))
        self._parts: dict[bytes, set[str]] = {}
        # Words met before that are nothing but letters.
        self._plain: set[bytes] = set()
        self._held: dict[str, set[str]] = {}
        self._places: dict[bytes, list[str]] = {}
        for name in places:
            for first in _with_ends([name.split()[0]]):
                self._places.setdefault(first, []).append(name)

    def find(self, text: str) -> set[str]:
        """Return every clue in a text; where all are known, in the same form, the text needs no closer look."""
        words = set(text.replace("–", "-").encode(errors="replace").translate(_TO_SPACES).split())
        clues = {self._words[word] for word in words & self._words.keys()}
        for word in words - self._plain:
            parts = self._parts.get(word)
            if parts is not None:
                clues |= parts
            elif word[0] < _FIRST_LETTER or _HYPHEN in word:
                clues |= self._split(word)
            else:
                self._plain.add(word)
        if first_words := words & self._places.keys():
            line = " ".join(text.split())
            clues.update(name for word in first_words for name in self._places[word] if name in line)
        is_uncertain = not words.isdisjoint(self._uncertain)
        if is_uncertain or (not words.isdisjoint(_SMALL) and any(share in text for share in _SMALL_SHARES)):
            clues.add(_ALWAYS)
        return clues

    def find_held(self, text: str) -> set[str]:
        """Return the clues that a fact, or what a record says of itself, makes known; each text is looked at once."""
        if text not in self._held:
            self._held[text] = self.find(text) - {_ALWAYS}
        return self._held[text]

    def _split(self, word: bytes) -> set[str]:
        """Return the clues in what has digits first, or hyphens; days are dates of reviews and sessions."""
        bare = word.strip(_ENDS)
        # The 24 of 2023-24 is no 24.
        found = {bare.decode()} if _YEARS.fullmatch(bare) else set()
        for number, part in enumerate(() if found or _DAY.fullmatch(bare) else bare.split(b"-")):
            if part[:1].isdigit() and (number == 0 or bare[:1].isdigit()):
                found.add(part.decode())
            elif part in self._words:
                found.add(self._words[part])
        self._parts[word] = found
        return found


def _with_ends(words: Iterable[str]) -> dict[bytes, str]:
    """Return the forms in which words stand in a sentence, and the words."""
    return {f"{word}{end}".encode(): word for word in words for end in ("", ".", ",")}
