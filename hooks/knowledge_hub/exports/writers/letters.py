"""Which letters the fonts of the PDFs have, and a box for those that none of them has.

Latin with everything that is put above and below its letters (Spanish, Vietnamese, Navajo, Hmong,
Haitian Creole), Greek, Cyrillic, Devanagari, Arabic, Hebrew, Thai, symbols and emoji are there. Chinese,
Japanese and Korean are not: their fonts would weigh more than everything else.
"""

import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import regex
from fontTools.ttLib import TTFont

FONTS = Path(__file__).parent / "fonts"
# What a reader sees as one letter (UAX #29), such as an emoji with the tone of its skin.
_CLUSTER = regex.compile(r"\X")
# What only shapes its neighbors, and is never seen itself.
_UNSEEN = regex.compile(r"[\p{Default_Ignorable_Code_Point}\s]")
_BOX = "□"
# What isn't on paper: a picture's own data, the words of pictures, where a link leads, and whom the file names.
_NOT_SHOWN = frozenset({"data", "svg", "alt", "href", "author"})


def has_letter(cluster: str) -> bool:
    """Tell whether one font has the whole of a letter, as it is written or taken apart or put together."""
    forms = (cluster, unicodedata.normalize("NFC", cluster), unicodedata.normalize("NFD", cluster))
    seen = [{ord(sign) for sign in _UNSEEN.sub("", form)} for form in forms]
    return any(signs <= font for font in _coverage() for signs in seen)


def find_missing(text: str) -> frozenset[str]:
    """Return the letters of a text that no font has."""
    if text.isascii():
        return frozenset()
    return frozenset(cluster for cluster in _clusters(text) if not has_letter(cluster))


def find_composed(text: str) -> frozenset[str]:
    """Return the letters of a text that are made of several signs, however one writes them."""
    return frozenset(cluster for cluster in _clusters(text) if len(unicodedata.normalize("NFC", cluster)) > 1)


def find_shown(value: Any) -> Iterator[str]:
    """Yield every text in a document's data that readers see."""
    match value:
        case str():
            yield value
        case list():
            for item in value:
                yield from find_shown(item)
        case dict():
            for name, item in value.items():
                if name not in _NOT_SHOWN:
                    yield from find_shown(item)


def with_boxes(value: Any, missing: frozenset[str]) -> Any:
    """Return a document's data with a box for each missing letter of what readers see."""
    match value:
        case str() if not value.isascii():
            return "".join(_BOX if cluster in missing else cluster for cluster in _CLUSTER.findall(value))
        case list():
            return [with_boxes(item, missing) for item in value]
        case dict():
            return {name: item if name in _NOT_SHOWN else with_boxes(item, missing) for name, item in value.items()}
    return value


def _clusters(text: str) -> set[str]:
    """Return the letters of a text, without those that every font has."""
    return {cluster for cluster in set(_CLUSTER.findall(text)) if not cluster.isascii()}


@cache
def _coverage() -> tuple[frozenset[int], ...]:
    """Return the signs of each font."""
    return tuple(_read_signs(path) for path in sorted(FONTS.glob("*.ttf")))


def _read_signs(path: Path) -> frozenset[int]:
    with TTFont(path, lazy=True) as font:
        return frozenset(font.getBestCmap())
