"""Dates as people read them; records write them as year, year-month or year-month-day."""

import datetime

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


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
