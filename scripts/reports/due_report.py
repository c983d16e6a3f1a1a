"""What is due in a library: a table for people, JSON for programs, the text of the rolling issue."""

import dataclasses
import datetime
import json
from collections.abc import Iterable, Iterator
from typing import Any

from knowledge_hub.dates import date_words
from knowledge_hub.upkeep.item import Item
from knowledge_hub.upkeep.reviews import SOON, DueReview, group_by_owner
from knowledge_hub.upkeep.upkeep import Upkeep
from reports.issue_text import code, render_list

_NOBODY = "nobody"
_GAPS = {
    "ownerless": "Nobody looks after these:",
    "unsourced": "These name no source (guidance of the hub’s own needs none):",
    "unconnected": "These are connected with no other page:",
    "unused_sources": "These sources are named by no record:",
}


def render_text(upkeep: Upkeep, today: datetime.date, *, by_owner: bool = False) -> str:
    """Return everything that is due as text; reviews by their day, or below each owner."""
    return "\n\n".join(filter(None, (_render_reviews(upkeep, today, by_owner=by_owner), *_render_rest(upkeep)))) + "\n"


def render_json(upkeep: Upkeep, today: datetime.date) -> str:
    """Return everything that is due as JSON; days are written as year-month-day."""
    values = {
        "on": today.isoformat(),
        "reviews": [{**_flatten(review), "due": review.due.isoformat()} for review in upkeep.reviews],
        "drafts": [
            {**_flatten(draft), "reviewed_on": draft.reviewed_on and draft.reviewed_on.isoformat()}
            for draft in upkeep.drafts
        ],
        "links": [{**dataclasses.asdict(link), "since": link.since.isoformat()} for link in upkeep.failed_links],
        **{name: [dataclasses.asdict(item) for item in getattr(upkeep, name)] for name in _GAPS},
        "empty_values": {empty.facet.slug: [term.id for term in empty.terms] for empty in upkeep.empty_values},
    }
    return json.dumps(values, ensure_ascii=False, indent=2) + "\n"


def render_issue(upkeep: Upkeep) -> str:
    """Return the text of the rolling issue on reviews, "" where none is due; it says nothing of the day it is made."""
    opening = (
        "These pages are due to be read again by the person who looks after them. A review is a reading: mend what no "
        "longer holds, then write the new dates below `review:` in the file. The workflow “Upkeep” keeps this list, "
        "and closes it when all is done. What you write into this text is written over; comments stay."
    )
    groups = (
        (f"{code(owner.owner_name) if owner.owner else 'No owner yet'}", [_issue_line(one) for one in owner.reviews])
        for owner in group_by_owner(upkeep.reviews)
    )
    return render_list(opening, groups, "python3 scripts/due.py --by-owner")


def _issue_line(review: DueReview) -> str:
    state = "was due on" if review.is_overdue else "due by"
    return f"{code(review.item.title)}: {state} {date_words(review.due)} ({code(review.item.path)})"


def _render_reviews(upkeep: Upkeep, today: datetime.date, *, by_owner: bool) -> str:
    overdue = sum(review.is_overdue for review in upkeep.reviews)
    horizon = date_words(today + SOON)
    head = f"Reviews on {date_words(today)}: {overdue:,} overdue, {len(upkeep.reviews) - overdue:,} due by {horizon}."
    if not upkeep.reviews:
        return head
    if not by_owner:
        return f"{head}\n{_render_table(map(_row, upkeep.reviews))}"
    parts = [
        f"{_owner(owner.reviews[0])}: {len(owner.reviews):,}\n{_render_table(map(_row, owner.reviews))}"
        for owner in group_by_owner(upkeep.reviews)
    ]
    return "\n\n".join([head, *parts])


def _row(review: DueReview) -> tuple[str, ...]:
    state = "overdue" if review.is_overdue else "soon"
    return (review.due.isoformat(), state, _owner(review), review.item.path, review.item.title)


def _owner(review: DueReview) -> str:
    if not review.owner:
        return _NOBODY
    return review.owner if review.owner == review.owner_name else f"{review.owner_name} ({review.owner})"


def _render_table(rows: Iterable[tuple[str, ...]]) -> str:
    """Return rows with their columns below each other; the last column may be of any width."""
    listed = list(rows)
    widths = [max(map(len, column)) for column in zip(*listed, strict=True)][:-1]
    return "\n".join(
        "  " + "  ".join([*(text.ljust(width) for text, width in zip(row, widths, strict=False)), row[-1]])
        for row in listed
    )


def _render_rest(upkeep: Upkeep) -> Iterator[str]:
    if upkeep.drafts:
        drafts = [(_day(draft.reviewed_on), draft.item.path, draft.item.title) for draft in upkeep.drafts]
        yield f"Drafts, by the day of their last check where they say one:\n{_render_table(drafts)}"
    if upkeep.failed_links:
        links = [(link.since.isoformat(), link.address, ", ".join(link.places)) for link in upkeep.failed_links]
        yield f"Links that fail, as the last check_links.py found them:\n{_render_table(links)}"
    for name, title in _GAPS.items():
        items: tuple[Item, ...] = getattr(upkeep, name)
        if items:
            yield f"{title}\n{_render_table((item.path, item.title) for item in items)}"
    if upkeep.empty_values:
        values = [(empty.facet.slug, ", ".join(term.id for term in empty.terms)) for empty in upkeep.empty_values]
        yield f"Choices that no record has:\n{_render_table(values)}"


def _day(day: datetime.date | None) -> str:
    return day.isoformat() if day else "no date"


def _flatten(listed: Any) -> dict[str, Any]:
    """Return a value that holds an item as one flat mapping."""
    values = dataclasses.asdict(listed)
    item: dict[str, Any] = values.pop("item")
    return {**item, **values}
