"""No personal data is published: not of students, nor of anyone who didn't agree.

The rules look at the whole file, comments included, because the file is public too. Each pattern goes with
clues, a few letters of which every match contains some, and most with words, so that a text without them costs next to
nothing.
All patterns are bounded: no text makes them slow.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from knowledge_hub.checks.texts.browser_patterns import create_browser_pattern
from knowledge_hub.checks.texts.plain_reading import Reading
from knowledge_hub.checks.texts.scanning import MOST_LOOKS, Look, is_in_address, look_at, record_texts
from knowledge_hub.checks.texts.words import find_following, show_digits
from knowledge_hub.library.library import Library
from knowledge_hub.problems.problem import Problem
from knowledge_hub.records import CaseStudy, Community, Contributor, Source
from knowledge_hub.records.parts.measure import Measure
from knowledge_hub.small_groups import SMALL_COUNTS, SMALLEST_GROUP
from knowledge_hub.yaml_text.located import LocatedDocument
from knowledge_hub.yaml_text.source_text import SourceText

_MOST = 20
# What all readers see besides the records.
_SINGLE_FILES = ("glossary.yml", "models.yml")

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_DAY = (
    rf"(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|\d{{1,2}}\s+{_MONTH},?\s+\d{{4}}"
    r"|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4})"
)
_STUDENT = r"(?:student|child|pupil|boy|girl|teen|teenager|adolescent|youth|patient|client|son|daughter)"
_STUDENTS = (
    r"(?:students|children|pupils|boys|girls|teens|teenagers|adolescents|youths?|young\s+people|patients|clients)"
)
_SMALL = rf"(?:{'|'.join(SMALL_COUNTS)})"

# Most texts have no digits that could be a personal number, and then two rules need no look.
_DIGITS = re.compile(r"[0-9][0-9][0-9](?:[0-9][0-9]|\)?[-. ][0-9]{2,3}[-. ][0-9]{4})")
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}")
_PHONE = re.compile(r"(?<![\w.-])(?:\+?1[-. ]?)?(?:\(([2-9]\d\d)\) ?|([2-9]\d\d)[-. ])\d{3}[-. ]\d{4}(?![\w-])")
_TOLL_FREE = frozenset({"800", "833", "844", "855", "866", "877", "888"})
_BIRTH = re.compile(rf"\b(?:born|birth|birthday|birthdate|dob)\b[^.\n]{{0,30}}?{_DAY}", re.IGNORECASE)
_NUMBER = re.compile(
    r"\b(?:student|pupil|learner|patient|client|medicaid|medical\s+record|case)\s+"
    r"(?:id|i\.d\.|identifier|number|no\.?)\s*[:#]?\s*[a-z]{0,3}-?\d{5,}"
    r"|\bmrn\s*[:#]?\s*\d{5,}|\b(?!000|666|9)\d{3}-\d{2}-\d{4}\b",
    re.IGNORECASE,
)
_AGED = re.compile(
    rf"\b(?:an?|one|the|this)\s+(?:\w+\s+){{0,2}}?(?:\d{{1,2}}|\w+)[-\s]year[-\s]old\s+(?:\w+\s+)?(?:{_STUDENT}|who|whose|with|in)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(
    rf"\b(?i:(?:an?|one|the|this)\s+(?:\w+\s+)?{_STUDENT},?\s+)(?:named|whom?\s+we\s+call|called\s+[A-Z])"
)
# Stand for what several words make together: such digits, a student called by a letter, a count of a few.
_NUMBER_SIGN, _LETTER_SIGN, _FEW_SIGN = b"#", b"A", b"<"
# How such digits stand in a spelled text.
_SHAPES_OF_NUMBERS = (b"00000", b"000 00 0000", b"000 000 0000", b"000  00 0000", b"000  000 0000")
# A pattern for each word, because a search that knows its first letters is much faster.
_LETTERED = {
    who: re.compile(rf"{who}\s+[A-Z](?=[\s,.;:’])")
    for name in ("student", "child", "patient", "client")
    for who in (name, name.capitalize())
}
_RENAMED = re.compile(
    r"\bnames?\s+(?:has|have|was|were)\s+(?:been\s+)?changed\b|\bnot\s+(?:his|her|their)\s+real\s+names?\b",
    re.IGNORECASE,
)
_TOLD = re.compile(
    rf"\b(?:an?|one|this)\s+(?:\w+[-\s]){{0,2}}?(?:{_STUDENT}|\w+[-\s]grader)\s+(?:who\s+)?(?:had\s+)?"
    r"(?:attempted|disclosed|told|confided|was\s+(?:hospitali[sz]ed|diagnosed|expelled|arrested|suspended|abused|bullied)"
    r"|tried\s+to|ran\s+away|cut\s+(?:him|her|them)|died)\b",
    re.IGNORECASE,
)
# Not the "youth" of a youth group, nor the "children" of a children's hospital.
_NO_GROUP = (
    r"(?!(?:[’']s)?\s+(?:advis|board|center|club|council|clinic|group|hospital|leader|organi|program|service|team))"
)
_FEW = re.compile(rf"(?<![\w.,/$-]){_SMALL}\s+(?:[a-z]+\s+)?{_STUDENTS}\b{_NO_GROUP}", re.IGNORECASE)
# "one in five students" is a share, a number after "fewer than" is already suppressed, "tier 2 students" no count,
# and "ask three students" is advice, not a report.
_NO_COUNT = re.compile(
    r"(?:\bin|\bof\s+every|\bout\s+of|\bthan|\bunder|\bbelow|\bleast|\bto|\bup\s+to|\bgrades?|\btiers?|\bages?|\baged|\blevels?|<|–|-"
    r"|\b(?:ask|bring|choose|find|hear|include|interview|invite|pick|recruit|seat)|\b(?:listen|speak|start|talk)\s+(?:to|with))\s*$",
    re.IGNORECASE,
)
# So many characters before a count can say that it is none.
_LOOK_BACK = 20
_CLUES_OF_STUDENTS = (
    *("students", "children", "pupils", "boys", "girls", "teens", "teenagers", "adolescents", "youth", "young"),
    *("patients", "clients"),
)
_WORDS_OF_STORIES = (
    *("attempted", "disclosed", "told", "confided", "hospitalised", "hospitalized", "diagnosed", "expelled"),
    *("arrested", "suspended", "abused", "bullied", "tried", "ran", "cut", "died"),
)


def _group_words(*groups: Iterable[str]) -> tuple[frozenset[bytes], ...]:
    return tuple(frozenset(word.encode() for word in group) for group in groups)


_SMALL_WORDS, _STUDENT_WORDS = _group_words(SMALL_COUNTS, (*_CLUES_OF_STUDENTS, "youths"))
# As the end of a word, such as “grandchild”, too.
_LETTERED_WORDS = sorted({f"{who.lower()} ".encode() for who in _LETTERED})


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

    Every match contains one of the `clues`, in small letters, where there are any, and a word of each group of `words`.
    """

    code: str
    pattern: re.Pattern[str]
    clues: tuple[str, ...]
    message: str
    help_text: str
    is_fine: Callable[[_Spot], bool] | None = None
    words: tuple[frozenset[bytes], ...] = ()

    def may_match(self, look: Look, words: set[bytes]) -> bool:
        """Tell, fast, whether a text could have a match; `words` is what it has of those that any rule looks for."""
        for group in self.words:
            if words.isdisjoint(group):
                return False
        return bool(self.words) or look.has_any(self.clues)


def check_privacy(library: Library) -> Iterator[Problem]:
    """Yield the personal data in the files of records, sources and contributors."""
    for record, source, document in record_texts(library):
        yield from islice(_check_text(source, document), _MOST)
        if document and isinstance(record, CaseStudy | Community):
            for number, measure in enumerate(record.measures):
                yield from _check_points(measure, number, document)
    single = (library.documents[key] for name in _SINGLE_FILES if (key := ("", name)) in library.documents)
    for document in (*library.find_documents(Source.folder, Contributor.folder), *single):
        yield from islice(_check_text(document.source, document), _MOST)


def _check_text(source: SourceText, document: LocatedDocument | None) -> Iterator[Problem]:
    look = look_at(source)
    words = _find_words(look)
    rules = [rule for rule in _RULES if rule.may_match(look, words)]
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


def _find_words(look: Look) -> set[bytes]:
    """Return what a text has of the words that rules look for."""
    words = look.words & _WORDS
    if _has_number(look.spelled):
        words.add(_NUMBER_SIGN)
    if any(len(word) == 1 for who in _LETTERED_WORDS for word in find_following(look.spelled, who, 1)):
        words.add(_LETTER_SIGN)
    counts = (b" %b " % count for count in words & _SMALL_WORDS)
    if any(word in _STUDENT_WORDS for count in counts for word in find_following(look.spelled, count, 2)):
        words.add(_FEW_SIGN)
    return words


def _has_number(spelled: bytes) -> bool:
    """Tell whether a text could have digits that are a personal number."""
    shape = show_digits(spelled)
    return any(number in shape for number in _SHAPES_OF_NUMBERS)


def _check_points(measure: Measure, number: int, document: LocatedDocument) -> Iterator[Problem]:
    """A point of a measure of students rests on no smaller group of them."""
    words = f"{measure.name} {measure.definition} {measure.numerator} {measure.denominator} {measure.unit}"
    if not re.search(_STUDENTS, words, re.IGNORECASE):
        return
    for index, point in enumerate(measure.points):
        if point.n is not None and 0 < point.n < SMALLEST_GROUP:
            message = f"This point rests on {point.n} students, fewer than {SMALLEST_GROUP}."
            location = ("measures", number, "points", index, "n")
            yield document.problem(location, "small-count", message, "Leave it out, or join it with the next one.")


def _is_official(spot: _Spot) -> bool:
    """An organization's address is fine among the sources and resources, and inside a web address."""
    is_resource = spot.names[:1] == ("resources",)
    return spot.is_of_source or is_resource or is_in_address(spot.source.text, spot.start, spot.end)


def _is_help_line(spot: _Spot) -> bool:
    """Toll-free numbers belong to help lines and organizations, never to a person."""
    return (spot.found[1] or spot.found[2]) in _TOLL_FREE or _is_official(spot)


def _is_no_count(spot: _Spot) -> bool:
    """Shares, grades, suppressed counts and advice count nobody; nor do two fields, or the title of a publication."""
    before = spot.reading.text[max(0, spot.found.start() - _LOOK_BACK) : spot.found.start()]
    if _NO_COUNT.search(before) or (spot.is_of_source and spot.names[:1] != ("note",)):
        return True
    return spot.document is not None and spot.document.names_at(spot.end - 1) != spot.names


def _create_story_rule(pattern: re.Pattern[str], *clues: str, words: tuple[frozenset[bytes], ...] = ()) -> _Rule:
    message = "“{found}” looks like the story of one student."
    help_text = "Tell what the team did, and what many students share."
    return _Rule("one-person-story", pattern, clues, message, help_text, words=words)


_RULES = (
    _Rule(
        "personal-email",
        _EMAIL,
        ("@",),
        "“{found}” is an e-mail address.",
        "Name the role or the organization, and link to its web page.",
        _is_official,
    ),
    _Rule(
        "personal-phone",
        _PHONE,
        (),
        "“{found}” is a phone number.",
        "Leave it out, or link to the organization’s web page. Toll-free help lines are fine.",
        _is_help_line,
        (frozenset({_NUMBER_SIGN}),),
    ),
    _Rule(
        "personal-number",
        _NUMBER,
        (),
        "“{found}” looks like the number of one person.",
        "Leave it out.",
        words=(frozenset({_NUMBER_SIGN}),),
    ),
    _Rule(
        "birth-date",
        _BIRTH,
        ("born", "birth", "dob"),
        "“{found}” gives a date of birth.",
        "Leave the date and the name out; a grade or an age group is enough.",
        words=_group_words(("born", "birth", "birthday", "birthdate", "dob")),
    ),
    _Rule(
        "small-count",
        _FEW,
        _CLUES_OF_STUDENTS,
        f"“{{found}}” is a count of fewer than {SMALLEST_GROUP} students.",
        f"Write “fewer than {SMALLEST_GROUP}”, or leave the count out.",
        _is_no_count,
        (_SMALL_WORDS, frozenset({_FEW_SIGN})),
    ),
    _create_story_rule(_AGED, "year-old", "year old", words=_group_words(("year",), ("old",))),
    _create_story_rule(_NAMED, "named", "called", "we call"),
    *(
        _create_story_rule(pattern, who.lower(), words=(frozenset({_LETTER_SIGN}),))
        for who, pattern in _LETTERED.items()
    ),
    _create_story_rule(_RENAMED, "real name", "changed", words=_group_words(("name", "names"), ("real", "changed"))),
    _create_story_rule(
        _TOLD,
        *("attempted", "disclosed", "told", "confided", "hospitali", "diagnosed", "expelled", "arrested"),
        *("suspended", "abused", "bullied", "tried", "ran away", "cut h", "cut them", " died"),
        words=_group_words(_WORDS_OF_STORIES),
    ),
)
_WORDS = frozenset(word for rule in _RULES for group in rule.words for word in group)


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
            described["unless"] = {"before": _LOOK_BACK, **create_browser_pattern(_NO_COUNT)}
        yield {**described, **create_browser_pattern(rule.pattern)}


def toll_free_codes() -> list[str]:
    """Return the area codes of toll-free numbers, which belong to help lines and organizations."""
    return sorted(_TOLL_FREE)
