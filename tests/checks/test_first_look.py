"""The first look at a text: it may see more than there is, never less."""

import re

from hypothesis import given
from hypothesis import strategies as st

from knowledge_hub.checks.personal_data import NUMBER, NUMBER_SIGN, PHONE, find_signs
from knowledge_hub.checks.texts.plain_reading import HIDDEN, create_readings
from knowledge_hub.checks.texts.scanning import look_at
from knowledge_hub.spelled_words import find_preceding, find_words, spell
from knowledge_hub.yaml_text.source_text import SourceText

_WORDS = ("two", "Three", "new", "students", "CHILDREN", "a")
_PHRASE = re.compile(r"\b(two|three)\s+(?:[a-z]+\s+)?(students|children)\b", re.IGNORECASE)
_PIECES = [*_WORDS, " ", "\n    ", ", ", "**", "[", "](toolkit:a)", "&amp;", "\\x74", "’", "é", "İ", "ſ", "ı", " " * 70]
_MARKS = [*"*`~_\\[]()&<>/ab \n", "](", "&#64;", "</b>", "<b>", "[x](y)", "\\x40", "\\n", "\xad", "ｂ", "é"]


@given(st.lists(st.sampled_from(_PIECES), max_size=14).map("".join))
def test_the_words_of_every_phrase_are_seen(text: str) -> None:
    """In the text as it is written and as it reads, in capitals, and far apart."""
    look = look_at(SourceText("x.yml", text))
    for reading in create_readings(SourceText("x.yml", text)):
        for found in _PHRASE.finditer(reading.text):
            who = find_words(found[2]).pop()
            assert {who} | find_words(found[1]) <= look.words
            assert find_words(found[1]) <= set(find_preceding(look.spelled, b" %b " % who, 2))


def test_words_are_plain_letters_and_digits_in_small_ones() -> None:
    """Whatever stands between; letters that a pattern takes for plain ones are."""
    assert find_words("Two-year-olds, 24/7: naïve ſtudents") == set(b"two year olds 24 7 na ve students".split())
    assert find_words("CHİLDREN chıldren") == {b"children"}
    assert len(spell("é, a")) == len("é, a") + 2


@given(st.lists(st.sampled_from(_MARKS), max_size=14).map("".join))
def test_everything_hidden_is_found(text: str) -> None:
    """Trying the pattern only where something hidden can begin gives the reading that trying it everywhere gives."""
    *_, plain = create_readings(SourceText("x.yml", text))
    shown = {"\\x40": "@", "&#64;": "@", "\xad": "", "ｂ": "b", "é": "é", "&amp;": "&"}
    assert plain.text == HIDDEN.sub(lambda found: " " if found["space"] else shown.get(found[0], ""), text)


@given(
    st.lists(st.sampled_from(["12", "345", "6789", "-", " ", "(", ") ", ". ", "ssn", "id: "]), max_size=12).map("".join)
)
def test_every_personal_number_is_seen(text: str) -> None:
    """Digits that could be a phone number or the number of one person have their sign."""
    if PHONE.search(text) or NUMBER.search(text):
        assert NUMBER_SIGN in find_signs(look_at(SourceText("x.yml", text)), set())
