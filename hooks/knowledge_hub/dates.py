"""Dates as people read them; records write them as year, year-month or year-month-day."""

import calendar
import datetime
import functools

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)

# Far around everything that records tell of: an older book can be a source, and a year such as 0206 is a slip.
EARLIEST_YEAR = 1500
LATEST_YEAR = 2199


def is_sensible_year(year: int) -> bool:
    """Tell whether a record may tell of a year."""
    return EARLIEST_YEAR <= year <= LATEST_YEAR


@functools.lru_cache(maxsize=4096)
def date_words(date: str | datetime.date) -> str:
    """Return "2019", "September 2019" or "September 24, 2019"."""
    parts = str(date).split("-")
    if len(parts) == 1:
        return parts[0]
    month = _MONTHS[int(parts[1]) - 1]
    return f"{month} {parts[0]}" if len(parts) == 2 else f"{month} {int(parts[2])}, {parts[0]}"


def period_words(start: str | None, end: str | None) -> str:
    """Return a span in words, "" when neither end is known."""
    if start and end and start != end:
        return f"{date_words(start)} to {date_words(end)}"
    if start and not end:
        return f"From {date_words(start)}"
    if end and not start:
        return f"Until {date_words(end)}"
    return date_words(start) if start else ""


def time_words(time: str) -> str:
    """Return a time of day such as "15:30" as it is said: "3:30 p.m."; the full hour is "3 p.m."."""
    hour, minute = time.split(":")
    half = "a.m." if int(hour) < 12 else "p.m."
    clock = str(int(hour) % 12 or 12)
    return f"{clock} {half}" if minute == "00" else f"{clock}:{minute} {half}"


def month_words(date: str) -> str:
    """Return the month and the year alone, such as "Sep 2019", or the year where no month is known."""
    parts = date.split("-")
    return parts[0] if len(parts) == 1 else f"{_MONTHS[int(parts[1]) - 1][:3]} {parts[0]}"


def month_position(date: str) -> float:
    """Return where a date lies on a line, counted in months from the year 0.

    A day has its own place, a month lies in its middle, a year in the middle of its months.
    """
    parts = [int(part) for part in date.split("-")]
    if len(parts) == 1:
        return parts[0] * 12 + 6.0
    month = parts[0] * 12 + parts[1] - 1
    if len(parts) == 2:
        return month + 0.5
    return month + (parts[2] - 1) / calendar.monthrange(parts[0], parts[1])[1]


def first_day(date: str) -> datetime.date:
    """Return the first day that a date can mean."""
    year, month, day = [*(int(part) for part in date.split("-")), 1, 1][:3]
    return datetime.date(year, month, day)


def last_day(date: str) -> datetime.date:
    """Return the last day that a date can mean."""
    parts = [int(part) for part in date.split("-")]
    if len(parts) == 3:
        return datetime.date(*parts)
    month = parts[1] if len(parts) == 2 else 12
    return datetime.date(parts[0], month, calendar.monthrange(parts[0], month)[1])


def is_day(date: str) -> bool:
    """Tell whether a date names a day, not only a month or a year."""
    return date.count("-") == 2
