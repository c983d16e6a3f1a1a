"""The library in numbers, counted from its own records: nothing here knows who reads them."""

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from knowledge_hub.records import Record

# What becomes of a record's review, in the order in which readers see it.
CURRENT, OVERDUE, NEVER, ARCHIVED = REVIEW_STATES = ("current", "overdue", "never", "archived")


class Month(NamedTuple):
    """One month such as "2026-11": how many records came in it, and how many there were at its end."""

    month: str
    added: int
    total: int


def count_growth(records: Iterable[Record]) -> list[Month]:
    """Return the months in which records came, by the first day that each tells of itself; the others are left out."""
    days = filter(None, map(find_first_day, records))
    months = []
    total = 0
    for month, added in sorted(Counter(day.isoformat()[:7] for day in days).items()):
        total += added
        months.append(Month(month, added, total))
    return months


def find_first_day(record: Record) -> datetime.date | None:
    """Return the first day on which a record surely was in the library, None where it tells of none."""
    days = [change.date for change in record.history]
    if record.review:
        days.append(record.review.reviewed_on)
    return min(days, default=None)


def count_reviews(records: Sequence[Record], today: datetime.date) -> dict[str, int]:
    """Return how many records are in each state of review on a day, in the order of REVIEW_STATES."""
    counts = Counter(_review_state(record, today) for record in records)
    return {state: counts[state] for state in REVIEW_STATES}


def _review_state(record: Record, today: datetime.date) -> str:
    if record.status == "archived":
        return ARCHIVED
    if record.review is None:
        return NEVER
    return OVERDUE if record.review.review_by < today else CURRENT
