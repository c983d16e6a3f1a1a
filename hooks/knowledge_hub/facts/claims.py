"""Finds what a text claims: numbers, dates and named places, each with the value by which it is looked up.

A number claims something unless it is part of a name: Tier 2, Section 504, K-12, 988, a phone number, a web address,
the number of a list, a scale ("5-point"), an age ("14-year-old"), an ordinal ("9th"). "One", "two" and "three" are
ordinary words unless they count out of more ("two of the five", "one in three"). 2015-16 is two years.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from knowledge_hub.facts.number_words import PART, TIMES, WORD, WORD_VALUES, part_value, word_value

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()  # noqa: SIM905 -- reads better in a line
_SCALES = {"thousand": 3, "k": 3, "million": 6, "m": 6, "billion": 9, "bn": 9}
_SMALL = frozenset({"one", "two", "three"})
_NAMED = (
    "steps?|parts?|sections?|titles?|tables?|figures?|phases?|levels?|cycles?|rounds?|sessions?|cohorts?|waves?|pages?"
    r"|chapters?|volumes?|issues?|articles?|appendix|modules?|items?|questions?|version|no\.|p\.|pp\.|act of|law"
)
_MONTH = (
    "(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?)"
)
# What only looks like a claim.
_NAMES = (
    r"(?:https?://|www\.|10\.\d{4,}/)\S+",
    r"(?<!-)(?:\(\d{3}\) ?|\d{3}[-. ])?\d{3}[-.]\d{4}(?![\d-])",
    r"(?:988|911|24/7|504 plans?)\b",
    r"\d?\d:\d\d",
    r"tiers? [1-4](?:(?: ?(?:,|/|-|–|and|or|to|&))+ ?[1-4])*(?!\d)",
    rf"(?:{_NAMED}) ?\d[\d.]*",
    rf"(?:\d+|{WORD})[- ](?:point|item|question|step|tier|page|way|part|year-olds?)\b",
)
_KINDS = {
    "name": "|".join(_NAMES),
    "day": r"(?<!-)(?:19|20)\d\d-\d\d-\d\d(?!\d)",
    "years": r"(?<![.-])(?:19|20)\d\d[-–/]\d\d(?![\d–-])",
    "month": rf"(?:\d\d? )?{_MONTH} (?:\d\d?,? )?(?:19|20)\d\d(?![\d-])",
    "number": (
        r"(?<![^\W\d_][-–])(?<![#&.])(?:(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?|\.\d+)"
        r"(?: ?(?:thousand|million|billion|bn|[mk])\b|(?=x\b)|(?![^\W_]))"
    ),
    "part": rf"(?:{PART})\b",
    "times": rf"(?:{'|'.join(TIMES)})\b",
    "word": rf"{WORD}\b(?!-on-)",
}
_ANY_KIND = "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _KINDS.items())
# Each begins where a word may begin, and as one of these; that is seen before all kinds are tried.
_WORDS = (*_NAMED.split("|"), *WORD_VALUES, *TIMES, *_MONTHS, "http", "www", "tier", "half")
_FIRST_LETTERS = sorted({letters[0] for word in _WORDS if (letters := re.match("[a-z]{1,3}", word))})
_START = rf"(?<![^\W_])(?=[\d.(]|an?[ -]|{'|'.join(_FIRST_LETTERS)})"
_CLAIM = re.compile(rf"{_START}(?:{_ANY_KIND})")
_LINK_TARGET = re.compile(r"\]\([^)\s]*\)")
_LIST_NUMBER = re.compile(r"^\s*\d{1,2}[.)]\s", re.MULTILINE)
# What makes "two" a count: "two of the five", "two percent", "two times as many".
_COUNTED = re.compile(rf"(?<!one) (?:out )?of (?:the |all |these )?(?:\d|{WORD}\b)| percent\b| times (?:as|the)\b")

_SPLIT = re.compile(r"([\d.,]+) ?([a-z]*)")
_MONTH_VALUE = re.compile(r"\d{4}-\d\d")


class Claim(NamedTuple):
    """Something that a text says and a fact should hold; `words` are text[start:end].

    `value` is what is compared: "1250", "2/3", "2021-05", the name of a place. `is_ordinary` marks small number
    words that claim nothing by themselves, though they may hold what another text claims.
    """

    value: str
    words: str
    start: int
    is_ordinary: bool = False

    @property
    def end(self) -> int:
        """Where its words end."""
        return self.start + len(self.words)


class ClaimReader:
    """Finds claims in texts; `places` are the names of places that it knows."""

    def __init__(self, places: Iterable[str] = ()) -> None:
        names = sorted(places, key=len, reverse=True)
        self._places = re.compile(rf"(?:{'|'.join(map(_find_name, names))})(?!\w)") if names else None

    def read(self, text: str) -> Iterator[Claim]:
        """Yield all that a text claims: numbers and dates in their order, then places."""
        line = _on_one_line(text)
        small = line.lower()
        for found in _CLAIM.finditer(small if len(small) == len(line) else line):
            for value in _VALUES[found.lastgroup or ""](found[0]):
                is_ordinary = found[0] in _SMALL and not _COUNTED.match(small, found.end())
                yield Claim(value, text[found.start() : found.end()], found.start(), is_ordinary)
        for found in self._places.finditer(line) if self._places else ():
            yield Claim(found[0], text[found.start() : found.end()], found.start())

    def values(self, text: str) -> frozenset[str]:
        """Return the values that a text holds, those of small words too, and a date's year beside its month."""
        values = {claim.value for claim in self.read(text)}
        return frozenset(values | {value[:4] for value in values if _MONTH_VALUE.fullmatch(value)})


def _find_name(name: str) -> str:
    """Return the pattern of a name that is no end of a word; one that begins with a sign finds it fast."""
    first, rest = re.escape(name[0]), re.escape(name[1:])
    return rf"{first}(?<!\w{first}){rest}"


def _on_one_line(text: str) -> str:
    """Return a text of the same length without line ends, the numbers of its lists and where its links lead."""
    if "\n" in text:
        text = _LIST_NUMBER.sub(_blank, text).replace("\n", " ")
    if "](" in text:
        text = _LINK_TARGET.sub(_blank, text)
    return text.replace("\u00a0", " ")


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _read_number(words: str) -> tuple[str, ...]:
    if words.isascii() and words.isdigit():
        return (words.lstrip("0") or "0",)
    digits, scale = _SPLIT.findall(words)[0]
    value = f"{Decimal(digits.replace(',', '')).scaleb(_SCALES.get(scale, 0)):f}"
    return (value.rstrip("0").rstrip(".") if "." in value else value,)


def _read_years(words: str) -> tuple[str, ...]:
    """Return two years for "2015-16", a month for "2015-04"."""
    year, last = int(words[:4]), int(words[5:])
    if last > year % 100 or last > 12:
        return str(year), str(year - year % 100 + last)
    return (f"{year}-{last:02}",) if last else (str(year),)


def _read_month(words: str) -> tuple[str, ...]:
    number = next(number for number, month in enumerate(_MONTHS, start=1) if month in words)
    return (f"{words[-4:]}-{number:02}",)


_VALUES: dict[str, Callable[[str], tuple[str, ...]]] = {
    "name": lambda _: (),
    "day": lambda words: (words[:7],),
    "years": _read_years,
    "month": _read_month,
    "number": _read_number,
    "part": lambda words: (part_value(words),),
    "times": lambda words: (TIMES[words],),
    "word": lambda words: (word_value(words),),
}
