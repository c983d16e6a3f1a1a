"""Seen fast, in a whole file at once: whether it has anything that facts don't have in the same form."""

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from knowledge_hub.facts.number_words import PARTS, TIMES, WORD_VALUES
from knowledge_hub.spelled_words import find_words

# What begins with a digit and isn’t the end of a word, as in tier-3; looking back after the digit is much faster.
_SIGNS = ".,/–-"
_NUMBER = re.compile(rf"[0-9](?<![A-Za-z0-9].)(?<![A-Za-z0-9][{_SIGNS}].)[A-Za-z0-9{_SIGNS}]*", re.DOTALL)
_DIGITS = bytes(ord("0") if chr(code).isdigit() else ord(" ") for code in range(128)) + b" " * 128
# 2023/24 and 2023–24 read as 2023-24 does.
_HYPHENS = str.maketrans("/–", "--")
_ENDS = ".,-"
_YEARS = re.compile(r"(?:19|20)\d\d-\d\d")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
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
_UNCERTAIN = {word.lower().encode(): word for word in f"{_MONTHS} {_SCALES}".split()}
_UNCERTAIN_WORDS = frozenset(_UNCERTAIN)
_SMALL = frozenset({b"one", b"two", b"three"})
# What has to be looked at in any case: what stands beside it decides.
_ALWAYS = "?"


class ClueFinder:
    """Finds the clues of claims: digits, number words and names of places, as they are written.

    With a set of words instead of patterns, ten thousand records take a third of a second.
    """

    def __init__(self, places: Iterable[str] = ()) -> None:
        words = [word for word, value in WORD_VALUES.items() if value > 3]
        words += [*PARTS, *(f"{part}s" for part in PARTS), *(phrase.split()[0] for phrase in TIMES)]
        # Two sets meet as fast as the smaller one can be looked through, a set and a dictionary don't.
        self._words = frozenset(word.encode() for word in words)
        self._numbers: dict[str, set[str]] = {}
        self._held: dict[str, set[str]] = {}
        self._places = {name: find_words(name) for name in places}
        # Of each name its longest word, which is seldom an ordinary one.
        self._place_words = frozenset(max(sorted(words), key=len) for words in self._places.values() if words)

    def find(self, text: str, words: AbstractSet[bytes] | None = None) -> set[str]:
        """Return every clue in a text; where all are known, in the same form, the text needs no closer look.

        Who knows the `words` of the text already passes them.
        """
        words = find_words(text) if words is None else words
        clues = {word.decode() for word in words & self._words}
        for number in _find_numbers(text):
            parts = self._numbers.get(number)
            clues |= self._split(number) if parts is None else parts
        if not words.isdisjoint(self._place_words):
            clues.update(_find_names([name for name, parts in self._places.items() if parts <= words], text))
        is_uncertain = any(_UNCERTAIN[word] in text for word in words & _UNCERTAIN_WORDS)
        if is_uncertain or (not words.isdisjoint(_SMALL) and any(share in text for share in _SMALL_SHARES)):
            clues.add(_ALWAYS)
        return clues

    def find_held(self, text: str) -> set[str]:
        """Return the clues that a fact, or what a record says of itself, makes known; each text is looked at once."""
        if text not in self._held:
            self._held[text] = self.find(text) - {_ALWAYS}
        return self._held[text]

    def _split(self, number: str) -> set[str]:
        """Return the clues in what has digits first; days are dates of reviews and sessions."""
        bare = number.translate(_HYPHENS).strip(_ENDS)
        # The 24 of 2023-24 is no 24.
        found = {bare} if _YEARS.fullmatch(bare) else set()
        for part in () if found or _DAY.fullmatch(bare) else bare.split("-"):
            if part[:1].isdigit():
                found.add(part)
        self._numbers[number] = found
        return found


def _find_numbers(text: str) -> Iterator[str]:
    """Yield what _NUMBER finds, which is tried only at digits: they are found many times as fast."""
    digits = text.encode("ascii", "replace").translate(_DIGITS)
    at = digits.find(b"0")
    while at >= 0:
        found = _NUMBER.match(text, at)
        if found:
            yield found[0]
        at = digits.find(b"0", found.end() if found else at + 1)


def _find_names(names: Sequence[str], text: str) -> list[str]:
    """Return the names that stand in a text, also over the end of a line."""
    line = " ".join(text.split()) if names else ""
    return [name for name in names if name in line]
