"""Dates as people read them."""

import datetime

import pytest

from knowledge_hub.dates import date_words, first_day, last_day, month_position, period_words, time_words


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


@pytest.mark.parametrize(
    ("time", "words"), [("00:00", "12 a.m."), ("09:05", "9:05 a.m."), ("12:00", "12 p.m."), ("15:30", "3:30 p.m.")]
)
def test_times_as_people_say_them(time: str, words: str) -> None:
    """The clock of twelve hours, without minutes on the hour."""
    assert time_words(time) == words


def test_a_date_has_a_place_on_a_line() -> None:
    """A month lies in its middle, a year in the middle of its months, a day where it is."""
    assert [month_position(date) for date in ("0001", "0001-01", "0001-02-01", "0001-01-16")] == [
        18.0, 12.5, 13.0, 12 + 15 / 31,
    ]  # fmt: skip


def test_the_days_that_a_date_can_mean() -> None:
    """From its first to its last; leap years are known."""
    assert (first_day("2024-02"), last_day("2024-02")) == (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))
    assert (first_day("2024"), last_day("2024")) == (datetime.date(2024, 1, 1), datetime.date(2024, 12, 31))
    assert first_day("2024-05-06") == last_day("2024-05-06") == datetime.date(2024, 5, 6)
