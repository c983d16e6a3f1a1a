"""Dates as people read them."""

import datetime

import pytest

from knowledge_hub.dates import date_words, period_words


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2019", "2019"),
        ("2019-09", "September 2019"),
        ("2019-09-05", "September 5, 2019"),
        (datetime.date(2026, 12, 31), "December 31, 2026"),
    ],
)
def test_a_date_is_as_exact_as_it_was_written(date: str | datetime.date, words: str) -> None:
    """Nothing is made up: a year stays a year."""
    assert date_words(date) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2019", "2020-06", "2019 to June 2020"),
        ("2019-09", None, "From September 2019"),
        (None, "2020", "Until 2020"),
        ("2020", "2020", "2020"),
        (None, None, ""),
    ],
)
def test_a_span_says_what_is_known(start: str | None, end: str | None, words: str) -> None:
    """An open end is said; a span of one date is that date; nothing known is nothing said."""
    assert period_words(start, end) == words
