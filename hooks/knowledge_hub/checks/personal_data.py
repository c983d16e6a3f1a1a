"""How personal data is written, and the signs by which a text without any is known fast.

All patterns are bounded: no text makes them slow.
"""

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from knowledge_hub.checks.texts.scanning import Look
from knowledge_hub.small_groups import SMALL_COUNTS
from knowledge_hub.spelled_words import find_places, find_preceding, show_digits

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_DAY = (
    rf"(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|\d{{1,2}}\s+{_MONTH},?\s+\d{{4}}"
    r"|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4})"
)
_STUDENT = r"(?:student|child|pupil|boy|girl|teen|teenager|adolescent|youth|patient|client|son|daughter)"
STUDENTS = (
    r"(?:students|children|pupils|boys|girls|teens|teenagers|adolescents|youths?|young\s+people|patients|clients)"
)
_SMALL = rf"(?:{'|'.join(SMALL_COUNTS)})"

EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}")
PHONE = re.compile(r"(?<![\w.-])(?:\+?1[-. ]?)?(?:\(([2-9]\d\d)\) ?|([2-9]\d\d)[-. ])\d{3}[-. ]\d{4}(?![\w-])")
TOLL_FREE = frozenset({"800", "833", "844", "855", "866", "877", "888"})
BIRTH = re.compile(rf"\b(?:born|birth|birthday|birthdate|dob)\b[^.\n]{{0,30}}?{_DAY}", re.IGNORECASE)
NUMBER = re.compile(
    r"\b(?:student|pupil|learner|patient|client|medicaid|medical\s+record|case)\s+"
    r"(?:id|i\.d\.|identifier|number|no\.?)\s*[:#]?\s*[a-z]{0,3}-?\d{5,}"
    r"|\bmrn\s*[:#]?\s*\d{5,}|\b(?!000|666|9)\d{3}-\d{2}-\d{4}\b",
    re.IGNORECASE,
)
AGED = re.compile(
    rf"\b(?:an?|one|the|this)\s+(?:\w+\s+){{0,2}}?(?:\d{{1,2}}|\w+)[-\s]year[-\s]old\s+(?:\w+\s+)?(?:{_STUDENT}|who|whose|with|in)\b",
    re.IGNORECASE,
)
NAMED = re.compile(
    rf"\b(?i:(?:an?|one|the|this)\s+(?:\w+\s+)?{_STUDENT},?\s+)(?:named|whom?\s+we\s+call|called\s+[A-Z])"
)
# Stand for what isn't one word: such digits, a student called by a letter, a count of a few; an @, and a name given.
NUMBER_SIGN, LETTER_SIGN, FEW_SIGN, AT_SIGN, NAME_SIGN = b"#", b"A", b"<", b"@", b"="
# In a spelled text all such digits have one of these in them.
_SHAPES_OF_NUMBERS = (b"00000", b"0 0000")
# A pattern for each word, because a search that knows its first letters is much faster.
LETTERED = {
    who: re.compile(rf"{who}\s+[A-Z](?=[\s,.;:’])")
    for name in ("student", "child", "patient", "client")
    for who in (name, name.capitalize())
}
RENAMED = re.compile(
    r"\bnames?\s+(?:has|have|was|were)\s+(?:been\s+)?changed\b|\bnot\s+(?:his|her|their)\s+real\s+names?\b",
    re.IGNORECASE,
)
TOLD = re.compile(
    rf"\b(?:an?|one|this)\s+(?:\w+[-\s]){{0,2}}?(?:{_STUDENT}|\w+[-\s]grader)\s+(?:who\s+)?(?:had\s+)?"
    r"(?:attempted|disclosed|told|confided|was\s+(?:hospitali[sz]ed|diagnosed|expelled|arrested|suspended|abused|bullied)"
    r"|tried\s+to|ran\s+away|cut\s+(?:him|her|them)|died)\b",
    re.IGNORECASE,
)
# Not the "youth" of a youth group, nor the "children" of a children's hospital.
_NO_GROUP = (
    r"(?!(?:[’']s)?\s+(?:advis|board|center|club|council|clinic|group|hospital|leader|organi|program|service|team))"
)
FEW = re.compile(rf"(?<![\w.,/$-]){_SMALL}\s+(?:[a-z]+\s+)?{STUDENTS}\b{_NO_GROUP}", re.IGNORECASE)
# "one in five students" is a share, a number after "fewer than" is already suppressed, "tier 2 students" no count,
# and "ask three students" is advice, not a report.
NO_COUNT = re.compile(
    r"(?:\bin|\bof\s+every|\bout\s+of|\bthan|\bunder|\bbelow|\bleast|\bto|\bup\s+to|\bgrades?|\btiers?|\bages?|\baged|\blevels?|<|–|-"
    r"|\b(?:ask|bring|choose|find|hear|include|interview|invite|pick|recruit|seat)|\b(?:listen|speak|start|talk)\s+(?:to|with))\s*$",
    re.IGNORECASE,
)
# So many characters before a count can say that it is none.
LOOK_BACK = 20
CLUES_OF_STUDENTS = (
    *("students", "children", "pupils", "boys", "girls", "teens", "teenagers", "adolescents", "youth", "young"),
    *("patients", "clients"),
)
WORDS_OF_STORIES = (
    *("attempted", "disclosed", "told", "confided", "hospitalised", "hospitalized", "diagnosed", "expelled"),
    *("arrested", "suspended", "abused", "bullied", "tried", "ran", "cut", "died"),
)


def group_words(*groups: Iterable[str]) -> tuple[frozenset[bytes], ...]:
    """Return groups of words as they stand in a spelled text."""
    return tuple(frozenset(word.encode() for word in group) for group in groups)


def group_signs(*signs: bytes) -> tuple[frozenset[bytes], ...]:
    """Return groups of one sign each."""
    return tuple(frozenset({sign}) for sign in signs)


_SMALL_WORDS, _STUDENT_WORDS = group_words(SMALL_COUNTS, (*CLUES_OF_STUDENTS, "youths"))
# As the end of a word, such as “grandchild”, too.
_LETTERED_WORDS = tuple({b"%b " % who.lower().encode() for who in LETTERED})

_LETTERS = frozenset(bytes([code]) for code in b"abcdefghijklmnopqrstuvwxyz")


def find_signs(look: Look, wanted: AbstractSet[bytes]) -> set[bytes]:
    """Return what a text has of some words, and the signs of what isn't one word."""
    signs = look.words & wanted
    if _has_number(look.spelled):
        signs.add(NUMBER_SIGN)
    if not look.words.isdisjoint(_LETTERS) and _has_letter_for_name(look.spelled):
        signs.add(LETTER_SIGN)
    if not look.words.isdisjoint(_SMALL_WORDS) and _has_count_of_few(look):
        signs.add(FEW_SIGN)
    if look.has("@"):
        signs.add(AT_SIGN)
    if b" named" in look.spelled or b"called" in look.words or (b"we" in look.words and b" call" in look.spelled):
        signs.add(NAME_SIGN)
    return signs


def _has_number(spelled: bytes) -> bool:
    """Tell whether a text could have digits that are a personal number."""
    digits = show_digits(spelled)
    return any(shape in digits for shape in _SHAPES_OF_NUMBERS)


def _has_letter_for_name(spelled: bytes) -> bool:
    following = (spelled[at + len(who) :] for who in _LETTERED_WORDS for at in find_places(spelled, who))
    return any(not _LETTERS.isdisjoint(text.split(maxsplit=1)[:1]) for text in following)


def _has_count_of_few(look: Look) -> bool:
    students = look.words & _STUDENT_WORDS
    return any(not _SMALL_WORDS.isdisjoint(find_preceding(look.spelled, b" %b " % who, 2)) for who in students)
