"""Looking around clues finds what looking at the whole text does."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge_hub.checks.texts.scanning import ClueText

PATTERN = re.compile(r"(?<!\w)(?:three|3)\s+(?:[a-z]+\s+)?students\b(?! council)", re.IGNORECASE)
FILLING = "word " * 200
PIECES = ["three ", "3 ", "students", "Students ", "shy ", " council ", "\n", FILLING, " " * 60, "İ", "studentship "]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_nothing_is_missed_and_nothing_added(text: str) -> None:
    """Whatever lies between, also gaps wider than a look, and letters that change their number in small ones."""
    found = [match.span() for match in ClueText(text).find(PATTERN, ("students",))]
    assert found == [match.span() for match in PATTERN.finditer(text)]


@pytest.mark.parametrize("text", ["three students " + FILLING, FILLING + "three students"])
def test_a_match_is_found_at_either_end(text: str) -> None:
    """The whole match, whose words are not cut."""
    (match,) = ClueText(text).find(PATTERN, ("students",))
    assert match[0] == "three students"
