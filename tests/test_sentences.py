"""How a text ends before another follows, and how it begins or stands within a sentence."""

import pytest

from knowledge_hub.sentences import end_sentence, lower_first, upper_first


@pytest.mark.parametrize(
    ("text", "ended"),
    [
        ("A plan", "A plan."),
        ("Example Inc.", "Example Inc."),
        ("Why?", "Why?"),
        ("And then…", "And then…"),
        ("“Why?”", "“Why?”"),
        ("An “aim”", "An “aim”."),
        ("Office (O.)", "Office (O.)."),
        ("", ""),
    ],
)
def test_nothing_ends_twice(text: str, ended: str) -> None:
    """A text that ends a sentence gets no second stop, whatever stands around its end."""
    assert end_sentence(text) == ended


@pytest.mark.parametrize(
    ("text", "beginning"),
    [("PHQ-9 points", "PHQ-9 points"), ("percent", "Percent"), ("mL a day", "mL a day"), ("", "")],
)
def test_only_the_first_letter_begins_a_sentence(text: str, beginning: str) -> None:
    """A word with capitals of its own stays as it is written."""
    assert upper_first(text) == beginning


@pytest.mark.parametrize(
    ("name", "within"),
    [
        ("Child welfare", "child welfare"),
        ("State PTA", "state PTA"),
        ("A plan", "a plan"),
        ("PHQ-9 score", "PHQ-9 score"),
        ("K-12 schools", "K-12 schools"),
        ("McKinney-Vento liaison", "McKinney-Vento liaison"),
        ("12 results", "12 results"),
        ("", ""),
    ],
)
def test_a_name_within_a_sentence_keeps_its_own_capitals(name: str, within: str) -> None:
    """An ordinary first word begins small; an abbreviation or a name stays as it is written."""
    assert lower_first(name) == within
