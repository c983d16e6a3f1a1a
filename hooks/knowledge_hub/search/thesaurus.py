"""Which other words mean the same as those in a text: abbreviations spelled out, everyday words."""

import functools
import re
from collections.abc import Iterable, Iterator, Sequence

_WORD = re.compile(r"\w+")
_MIXED_CASE = re.compile(r"\w[a-z]*[A-Z]")


class Thesaurus:
    """Groups of words and phrases that mean the same, ready to be looked for in any short text."""

    def __init__(self, groups: Iterable[Sequence[str]]) -> None:
        self._groups = tuple(tuple(dict.fromkeys(group)) for group in groups)
        self._by_first_word: dict[str, list[tuple[str, int]]] = {}
        for number, group in enumerate(self._groups):
            for phrase in group:
                words = split_words(phrase)
                if words:
                    self._by_first_word.setdefault(words[0], []).append((_line(words), number))

    def find_others(self, text: str) -> tuple[str, ...]:
        """Return every word of each group that has a word in `text`, in the order of the groups."""
        words = split_words(text)
        line = _line(words)
        found = {
            number
            for first in self._by_first_word.keys() & set(words)
            for phrase, number in self._by_first_word[first]
            if phrase in line
        }
        return tuple(dict.fromkeys(word for number in sorted(found) for word in self._groups[number]))


class LongForms:
    """Abbreviations and what they stand for, ready to be looked for in whole pages."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self._pairs = tuple(
            (short, long, fold_page(long), re.compile(rf"\b{re.escape(short)}s?\b")) for short, long in pairs
        )

    def find_missing(self, text: str) -> Iterator[str]:
        """Yield the form that `text` doesn't have of each pair of which it has the other."""
        page = fold_page(text)
        for short, long, folded_long, pattern in self._pairs:
            has_short = short in text and pattern.search(text) is not None
            has_long = folded_long in page
            if has_long and not has_short:
                yield short
            elif has_short and not has_long:
                yield long


def fold_page(text: str) -> bytes:
    """Return a whole page in the form in which long forms are looked for in it: without capitals from A to Z.

    A page has curly quotes, and then small letters for all of Unicode take three times as long.
    """
    return text.encode().lower()


def split_words(text: str) -> list[str]:
    """Return the words of a text in the form in which they are compared."""
    return [_fold(word) for word in _WORD.findall(text)]


def split_written_words(text: str) -> list[str]:
    """Return the words of a text as readers would type them: small letters, but for abbreviations."""
    return [word if _MIXED_CASE.match(word) else word.lower() for word in _WORD.findall(text)]


@functools.lru_cache(maxsize=50_000)
def _fold(word: str) -> str:
    """Return a word without its plural; capitals stay where they make an abbreviation (AWARE is not aware)."""
    if _MIXED_CASE.match(word):
        return word.removesuffix("s")
    lowered = word.lower()
    if lowered.endswith("ies") and len(lowered) > 4:
        return f"{lowered[:-3]}y"
    return lowered[:-1] if lowered.endswith("s") and not lowered.endswith("ss") and len(lowered) > 3 else lowered


def _line(words: Sequence[str]) -> str:
    """Return words between single spaces, so that a phrase is found at the ends of words only."""
    return f" {' '.join(words)} "
