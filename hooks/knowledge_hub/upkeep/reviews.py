"""Which reviews are overdue or soon due, and who looks after the records."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from knowledge_hub.catalogue.catalogue import Catalogue
from knowledge_hub.records import Record
from knowledge_hub.records.own_page import OwnPage
from knowledge_hub.upkeep.item import Item, create_item

# Time enough to find someone who knows the subject.
SOON = datetime.timedelta(days=60)


@dataclass(frozen=True, slots=True)
class DueReview:
    """A review that is due on `due`; `owner` is the id, or the words, that the record has, "" where it has none.

    `owner_name` is what readers see of the owner.
    """

    item: Item
    due: datetime.date
    owner: str
    owner_name: str
    is_overdue: bool


@dataclass(frozen=True, slots=True)
class OwnersReviews:
    """What one owner has to review, the longest overdue first; `owner_name` is "" for what nobody looks after."""

    owner: str
    owner_name: str
    reviews: tuple[DueReview, ...]


def find_due_reviews(
    catalogue: Catalogue, today: datetime.date, soon: datetime.timedelta = SOON
) -> tuple[DueReview, ...]:
    """Return the reviews that are overdue on `today` or due within `soon`, by their day, then by title.

    A review is overdue from the day after its date on, as the band on the record's page says. Archived records
    are no longer looked after; hand-written pages count where their front matter has a date.
    """
    items: tuple[Record | OwnPage, ...] = (*catalogue.current, *catalogue.own_pages)
    last_day = today + soon
    found = [
        _describe(catalogue, item, today)
        for item in items
        if item.review and item.review.review_by and item.review.review_by <= last_day
    ]
    return tuple(sorted(found, key=lambda review: (review.due, review.item.title.casefold(), review.item.path)))


def group_by_owner(reviews: Iterable[DueReview]) -> tuple[OwnersReviews, ...]:
    """Return reviews by owner, in the order of their names; what has no owner comes last."""
    groups: dict[tuple[str, str], list[DueReview]] = {}
    for review in reviews:
        groups.setdefault((review.owner, review.owner_name), []).append(review)
    ordered = sorted(groups, key=lambda owner: (not owner[0], owner[1].casefold(), owner[0]))
    return tuple(OwnersReviews(*owner, tuple(groups[owner])) for owner in ordered)


def find_ownerless(catalogue: Catalogue) -> Iterator[Item]:
    """Yield what nobody looks after: records without a review, and hand-written pages that have a date but no owner."""
    for record in catalogue.current:
        if record.review is None:
            yield create_item(catalogue, record)
    for page in catalogue.own_pages:
        if page.last_review and not (page.review and page.review.owner):
            yield create_item(catalogue, page)


def _describe(catalogue: Catalogue, item: Record | OwnPage, today: datetime.date) -> DueReview:
    assert item.review  # noqa: S101 -- for the type checker; the caller has looked
    assert item.review.review_by  # noqa: S101 -- the same
    owner, due = item.review.owner or "", item.review.review_by
    # On a hand-written page the owner may be any words.
    known = catalogue.contributors.get(owner)
    return DueReview(create_item(catalogue, item), due, owner, known.name if known else owner, due < today)
