"""Everything that is due in a library, together."""

import datetime
from dataclasses import dataclass

from knowledge_hub.catalogue.catalogue import Catalogue
from knowledge_hub.upkeep.gaps import (
    Draft,
    EmptyValues,
    find_drafts,
    find_empty_values,
    find_unconnected,
    find_unsourced,
    find_unused_sources,
)
from knowledge_hub.upkeep.item import Item
from knowledge_hub.upkeep.link_results import FailedLink, Results, find_failed_links
from knowledge_hub.upkeep.reviews import DueReview, find_due_reviews, find_ownerless


@dataclass(frozen=True, slots=True, kw_only=True)
class Upkeep:
    """What an editor may want to mend, each list in an order of its own that doesn't change from build to build."""

    reviews: tuple[DueReview, ...]
    drafts: tuple[Draft, ...]
    ownerless: tuple[Item, ...]
    unsourced: tuple[Item, ...]
    unconnected: tuple[Item, ...]
    empty_values: tuple[EmptyValues, ...]
    unused_sources: tuple[Item, ...]
    failed_links: tuple[FailedLink, ...]


def create_upkeep(catalogue: Catalogue, today: datetime.date, results: Results | None = None) -> Upkeep:
    """Return what is due on `today`; drafts are told of where the catalogue has them.

    `results` are those of the last check of links, None where there was none.
    """
    return Upkeep(
        reviews=find_due_reviews(catalogue, today),
        drafts=find_drafts(catalogue),
        ownerless=tuple(find_ownerless(catalogue)),
        unsourced=tuple(find_unsourced(catalogue)),
        unconnected=tuple(find_unconnected(catalogue)),
        empty_values=tuple(find_empty_values(catalogue)),
        unused_sources=find_unused_sources(catalogue),
        failed_links=find_failed_links(results or {}),
    )
