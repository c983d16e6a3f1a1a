"""The stem that the forms of a word share, by the Snowball algorithm of the site's language."""

import functools
from collections.abc import Callable

import snowballstemmer

# Of the languages that the library knows, by ISO 639-1; any other is stemmed as English, whose words every hub has.
_ALGORITHMS = {
    "ar": "arabic", "ca": "catalan", "da": "danish", "de": "german", "el": "greek", "en": "english", "es": "spanish",
    "eu": "basque", "fi": "finnish", "fr": "french", "ga": "irish", "hi": "hindi", "hu": "hungarian",
    "hy": "armenian", "id": "indonesian", "it": "italian", "lt": "lithuanian", "ne": "nepali", "nl": "dutch",
    "no": "norwegian", "nb": "norwegian", "nn": "norwegian", "pt": "portuguese", "ro": "romanian", "ru": "russian",
    "sr": "serbian", "sv": "swedish", "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip


@functools.cache
def create_stemmer(language: str) -> Callable[[str], str]:
    """Return the function from a folded word to its stem; `language` is a tag of BCP 47, such as "en-US".

    Each distinct word is stemmed once in a process.
    """
    algorithm = _ALGORITHMS.get(language.partition("-")[0].lower(), "english")
    stem: Callable[[str], str] = snowballstemmer.stemmer(algorithm).stemWord
    return functools.cache(stem)
