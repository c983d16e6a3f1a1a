"""The stem that the forms of a word share, by the Snowball algorithm of the site's language."""

from collections.abc import Callable, Sequence
from typing import Any

import snowballstemmer
from snowballstemmer.basestemmer import BaseStemmer

from knowledge_hub.keeping import Table, fingerprint

# Of the languages that the library knows, by ISO 639-1; any other is stemmed as English, whose words every hub has.
_ALGORITHMS = {
    "ar": "arabic", "ca": "catalan", "da": "danish", "de": "german", "el": "greek", "en": "english", "es": "spanish",
    "eu": "basque", "fi": "finnish", "fr": "french", "ga": "irish", "hi": "hindi", "hu": "hungarian",
    "hy": "armenian", "id": "indonesian", "it": "italian", "lt": "lithuanian", "ne": "nepali", "nl": "dutch",
    "no": "norwegian", "nb": "norwegian", "nn": "norwegian", "pt": "portuguese", "ro": "romanian", "ru": "russian",
    "sr": "serbian", "sv": "swedish", "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip


class Stems:
    """The stems of one library's folded words; `language` is a tag of BCP 47, such as "en-US".

    Each distinct word is stemmed once, and not again where an earlier build did and has `kept` it.
    """

    def __init__(self, language: str, kept: Table[dict[str, str]]) -> None:
        algorithm = _ALGORITHMS.get(language.partition("-")[0].lower(), "english")
        self._stem = create_stemmer(algorithm)
        self._kept = kept
        self._key = fingerprint(algorithm)
        self._before = kept.find(self._key) or {}
        self._asked: dict[str, str] = {}

    def __call__(self, word: str) -> str:
        """Return the stem of a word."""
        stem = self._asked.get(word)
        if stem is None:
            stem = self._asked[word] = self._before.get(word) or self._stem(word)
        return stem

    def keep(self) -> None:
        """Keep what was asked for, where it is more than before."""
        if not self._asked.keys() <= self._before.keys():
            self._kept.put(self._key, self._asked)


def create_stemmer(algorithm: str) -> Callable[[str], str]:
    """Return what stems a word by one of Snowball's algorithms."""
    stemmer = snowballstemmer.stemmer(algorithm)
    # Where PyStemmer is installed, this is a stemmer in C, which needs no help.
    if isinstance(stemmer, BaseStemmer):
        stemmer = type("Stemmer", (_LookingOnce, type(stemmer)), {})()
    stem: Callable[[str], str] = stemmer.stemWord
    return stem


class _LookingOnce(BaseStemmer):  # type: ignore[misc]
    """Looks for all beginnings or endings of a step at once: most words have none, and to look for each takes long."""

    def __init__(self) -> None:
        super().__init__()
        self._written: dict[int, tuple[str, ...]] = {}

    def find_among(self, beginnings: Sequence[Any]) -> int:
        """Return which of the beginnings stands at the cursor, as a number of the algorithm; 0 for none of them."""
        is_there = self.current.startswith(self._write(beginnings), self.cursor, self.limit)
        return super().find_among(beginnings) if is_there else 0

    def find_among_b(self, endings: Sequence[Any]) -> int:
        """Return which of the endings stands before the cursor, as a number of the algorithm; 0 for none of them."""
        is_there = self.current.endswith(self._write(endings), self.limit_backward, self.cursor)
        return super().find_among_b(endings) if is_there else 0

    def _write(self, parts: Sequence[Any]) -> tuple[str, ...]:
        # The lists are the algorithm's own, which outlive it.
        written = self._written.get(id(parts))
        if written is None:
            written = self._written[id(parts)] = tuple(part.s for part in parts)
        return written
