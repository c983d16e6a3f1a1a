"""The library in numbers, counted by hand."""

import datetime
from pathlib import Path
from typing import Any

from knowledge_hub.catalogue.statistics import count_growth, count_reviews
from support.small_library import create_small_catalogue

TODAY = datetime.date(2026, 6, 15)


def _lesson(reviewed_on: str, review_by: str = "2027-01-15", **fields: Any) -> dict[str, Any]:
    return {"review": {"reviewed_on": reviewed_on, "review_by": review_by, "owner": "one"}, **fields}


def test_growth_is_counted_by_month(tmp_path: Path) -> None:
    """Months without anything new are left out, and the total goes on over them."""
    lessons = {"a": _lesson("2025-11-30"), "b": _lesson("2025-11-01"), "c": _lesson("2026-02-10")}
    catalogue = create_small_catalogue(tmp_path, {f"lessons/{name}": fields for name, fields in lessons.items()})
    assert count_growth(catalogue.records) == [("2025-11", 2, 2), ("2026-02", 1, 3)]


def test_a_record_counts_from_the_first_day_it_tells_of(tmp_path: Path) -> None:
    """A later review doesn't make it younger, and one that never had a review counts from its history."""
    lessons = {
        "a": _lesson("2026-02-10", history=[{"date": "2025-03-01", "what": "new"}]),
        "b": {"review": None, "status": "draft", "history": [{"date": "2025-04-01", "what": "changed"}]},
        "c": {"review": None, "status": "draft"},
    }
    records = {f"lessons/{name}": fields for name, fields in lessons.items()}
    catalogue = create_small_catalogue(tmp_path, records, with_drafts=True)
    assert count_growth(catalogue.records) == [("2025-03", 1, 1), ("2025-04", 1, 2)]


def test_growth_of_nothing_is_nothing() -> None:
    """A library without records has no month."""
    assert count_growth([]) == []


def test_each_record_is_in_one_state_of_review(tmp_path: Path) -> None:
    """The day itself isn't overdue yet, and what is archived is never due."""
    lessons = {
        "past": _lesson("2025-01-15", "2026-06-14"),
        "due-today": _lesson("2025-01-15", "2026-06-15"),
        "archived": _lesson("2025-01-15", "2026-01-15", status="archived"),
        "draft": {"review": None, "status": "draft"},
    }
    records = {f"lessons/{name}": fields for name, fields in lessons.items()}
    catalogue = create_small_catalogue(tmp_path, records, with_drafts=True)
    counted = count_reviews(catalogue.records, TODAY)
    assert counted == {"current": 1, "overdue": 1, "never": 1, "archived": 1}
