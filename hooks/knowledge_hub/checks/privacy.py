"""No personal data is published: not of students, nor of anyone who didn't agree.

The rules look at the whole file, comments included, because the file is public too. Each pattern goes with words or
signs without which a text has no match, and most with clues, a few letters of which every match contains some, so that
a text without them costs next to nothing.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from knowledge_hub.checks.personal_data import (
    AGED,
    AT_SIGN,
    BIRTH,
    CLUES_OF_STUDENTS,
    EMAIL,
    FEW,
    FEW_SIGN,
    LETTER_SIGN,
    LETTERED,
    LOOK_BACK,
    NAME_SIGN,
    NAMED,
    NO_COUNT,
    NUMBER,
    NUMBER_SIGN,
    PHONE,
    RENAMED,
    STUDENTS,
    TOLD,
    TOLL_FREE,
    WORDS_OF_STORIES,
    find_signs,
    group_signs,
    group_words,
)
from knowledge_hub.checks.texts.browser_patterns import create_browser_pattern
from knowledge_hub.checks.texts.plain_reading import Reading
from knowledge_hub.checks.texts.scanning import MOST_LOOKS, Look, is_in_address, look_at, record_texts
from knowledge_hub.library.library import Library
from knowledge_hub.problems.problem import Problem
from knowledge_hub.records import CaseStudy, Community, Contributor, Source
from knowledge_hub.records.parts.measure import Measure
from knowledge_hub.small_groups import SMALLEST_GROUP
from knowledge_hub.yaml_text.located import LocatedDocument
from knowledge_hub.yaml_text.source_text import SourceText

_MOST = 20
# What all readers see besides the records.
_SINGLE_FILES = ("glossary.yml", "models.yml")


@dataclass(frozen=True, slots=True)
class _Spot:
    """A match in one reading of a file."""

    source: SourceText
    document: LocatedDocument | None
    reading: Reading
    found: re.Match[str]

    @property
    def start(self) -> int:
        return self.reading.span(self.found)[0]

    @property
    def end(self) -> int:
        return self.reading.span(self.found)[1]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the fields that it stands in."""
        return self.document.names_at(self.start) if self.document else ()

    @property
    def field(self) -> str:
        return self.document.field_at(self.start) if self.document else ""

    @property
    def is_of_source(self) -> bool:
        """Whether the file describes a publication."""
        return self.source.path.split("/")[-2:-1] == [Source.folder]


@dataclass(frozen=True, slots=True)
class _Rule:
    """What must not be in a text.

    Every match contains one of the `clues`, in small letters, where there are any, and a word or sign of each group of
    `words`.
    """

    code: str
    pattern: re.Pattern[str]
    clues: tuple[str, ...]
    message: str
    help_text: str
    words: tuple[frozenset[bytes], ...]
    is_fine: Callable[[_Spot], bool] | None = None


def check_privacy(library: Library) -> Iterator[Problem]:
    """Yield the personal data in the files of records, sources and contributors."""
    for record, source, document in record_texts(library):
        yield from islice(_check_text(source, document), _MOST)
        if document and isinstance(record, CaseStudy | Community):
            for number, measure in enumerate(record.measures):
                yield from _check_points(measure, number, document)
    single = (library.documents[key] for name in _SINGLE_FILES if library.looks_into(key := ("", name)))
    for document in (*library.find_documents(Source.folder, Contributor.folder), *single):
        yield from islice(_check_text(document.source, document), _MOST)


def _check_text(source: SourceText, document: LocatedDocument | None) -> Iterator[Problem]:
    look = look_at(source)
    rules = _find_rules(look)
    seen: set[tuple[str, int]] = set()
    for reading, clued in look.texts if rules else ():
        for rule in rules:
            matches = clued.find(rule.pattern, rule.clues) if rule.clues else rule.pattern.finditer(reading.text)
            for found in islice(matches, MOST_LOOKS):
                spot = _Spot(source, document, reading, found)
                # The same words are met again in the reading without marks.
                if (rule.code, spot.start) not in seen and not (rule.is_fine and rule.is_fine(spot)):
                    seen.update((rule.code, at) for at in range(spot.start, spot.end))
                    message = rule.message.format(found=" ".join(found[0].split()))
                    yield source.problem(spot.start, spot.end, rule.code, message, rule.help_text, spot.field)


def _find_rules(look: Look) -> list[_Rule]:
    """Return, fast, the rules by which a text could have a match."""
    signs = find_signs(look, _WORDS)
    met = [needs for sign in signs for needs in _NEEDS.get(sign, ()) if _is_met(needs, signs)]
    return [rule for rule in _RULES if rule.words in met] if met else []


def _is_met(needs: Iterable[frozenset[bytes]], signs: set[bytes]) -> bool:
    """Tell whether there is a word of each group."""
    return all(not signs.isdisjoint(group) for group in needs)


def _check_points(measure: Measure, number: int, document: LocatedDocument) -> Iterator[Problem]:
    """A point of a measure of students rests on no smaller group of them."""
    small = [(index, point.n) for index, point in enumerate(measure.points) if 0 < (point.n or 0) < SMALLEST_GROUP]
    words = f"{measure.name} {measure.definition} {measure.numerator} {measure.denominator} {measure.unit}"
    if not small or not re.search(STUDENTS, words, re.IGNORECASE):
        return
    for index, students in small:
        message = f"This point rests on {students} students, fewer than {SMALLEST_GROUP}."
        location = ("measures", number, "points", index, "n")
        yield document.problem(location, "small-count", message, "Leave it out, or join it with the next one.")


def _is_official(spot: _Spot) -> bool:
    """An organization's address is fine among the sources and resources, and inside a web address."""
    is_resource = spot.names[:1] == ("resources",)
    return spot.is_of_source or is_resource or is_in_address(spot.source.text, spot.start, spot.end)


def _is_help_line(spot: _Spot) -> bool:
    """Toll-free numbers belong to help lines and organizations, never to a person."""
    return (spot.found[1] or spot.found[2]) in TOLL_FREE or _is_official(spot)


def _is_no_count(spot: _Spot) -> bool:
    """Shares, grades, suppressed counts and advice count nobody; nor do two fields, or the title of a publication."""
    before = spot.reading.text[max(0, spot.found.start() - LOOK_BACK) : spot.found.start()]
    if NO_COUNT.search(before) or (spot.is_of_source and spot.names[:1] != ("note",)):
        return True
    return spot.document is not None and spot.document.names_at(spot.end - 1) != spot.names


def _create_story_rule(pattern: re.Pattern[str], words: tuple[frozenset[bytes], ...], *clues: str) -> _Rule:
    message = "“{found}” looks like the story of one student."
    help_text = "Tell what the team did, and what many students share."
    return _Rule("one-person-story", pattern, clues, message, help_text, words)


_RULES = (
    _Rule(
        "personal-email",
        EMAIL,
        ("@",),
        "“{found}” is an e-mail address.",
        "Name the role or the organization, and link to its web page.",
        group_signs(AT_SIGN),
        _is_official,
    ),
    _Rule(
        "personal-phone",
        PHONE,
        (),
        "“{found}” is a phone number.",
        "Leave it out, or link to the organization’s web page. Toll-free help lines are fine.",
        group_signs(NUMBER_SIGN),
        _is_help_line,
    ),
    _Rule(
        "personal-number",
        NUMBER,
        (),
        "“{found}” looks like the number of one person.",
        "Leave it out.",
        group_signs(NUMBER_SIGN),
    ),
    _Rule(
        "birth-date",
        BIRTH,
        ("born", "birth", "dob"),
        "“{found}” gives a date of birth.",
        "Leave the date and the name out; a grade or an age group is enough.",
        group_words(("born", "birth", "birthday", "birthdate", "dob")),
    ),
    _Rule(
        "small-count",
        FEW,
        CLUES_OF_STUDENTS,
        f"“{{found}}” is a count of fewer than {SMALLEST_GROUP} students.",
        f"Write “fewer than {SMALLEST_GROUP}”, or leave the count out.",
        group_signs(FEW_SIGN),
        _is_no_count,
    ),
    _create_story_rule(AGED, group_words(("year",), ("old",)), "year-old", "year old"),
    _create_story_rule(NAMED, group_signs(NAME_SIGN), "named", "called", "we call"),
    *(_create_story_rule(pattern, group_signs(LETTER_SIGN), who.lower()) for who, pattern in LETTERED.items()),
    _create_story_rule(RENAMED, group_words(("name", "names"), ("real", "changed")), "real name", "changed"),
    _create_story_rule(
        TOLD,
        group_words(WORDS_OF_STORIES),
        *("attempted", "disclosed", "told", "confided", "hospitali", "diagnosed", "expelled", "arrested"),
        *("suspended", "abused", "bullied", "tried", "ran away", "cut h", "cut them", " died"),
    ),
)
_WORDS = frozenset(word for rule in _RULES for group in rule.words for word in group)
# What a rule needs, by each word of its first group; several rules need the same.
_NEEDS = {word: {rule.words for rule in _RULES if word in rule.words[0]} for word in _WORDS}


def describe_privacy_rules() -> Iterator[dict[str, Any]]:
    """Yield every rule of a text as data for the browser: code, pattern, message, help, and what is fine.

    `fine` names what a match may be: part of an address, a toll-free number. A match that stands right after
    `unless` is no finding; that many characters before it are looked at.
    """
    for rule in _RULES:
        fine = [*(["address"] if rule.is_fine in (_is_official, _is_help_line) else [])]
        fine += ["toll-free"] if rule.is_fine is _is_help_line else []
        described: dict[str, Any] = {"code": rule.code, "message": rule.message, "help": rule.help_text, "fine": fine}
        if rule.is_fine is _is_no_count:
            described["unless"] = {"before": LOOK_BACK, **create_browser_pattern(NO_COUNT)}
        yield {**described, **create_browser_pattern(rule.pattern)}


def toll_free_codes() -> list[str]:
    """Return the area codes of toll-free numbers, which belong to help lines and organizations."""
    return sorted(TOLL_FREE)
