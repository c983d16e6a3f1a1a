"""The stem that the forms of a word share, by the Snowball algorithm of the site's language."""

from collections.abc import Callable

import snowballstemmer

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
        self._stem: Callable[[str], str] = snowballstemmer.stemmer(algorithm).stemWord
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
