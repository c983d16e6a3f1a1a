"""What is due in the library, on one page for its editors."""

from collections.abc import Iterable, Iterator
from typing import Any

from knowledge_hub.dates import date_words
from knowledge_hub.pages.frame.finishing import create_page
from knowledge_hub.pages.frame.page import Page, root_from
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.pages.library.browse_page import facet_name
from knowledge_hub.upkeep.gaps import Draft
from knowledge_hub.upkeep.item import Item
from knowledge_hub.upkeep.link_results import FailedLink
from knowledge_hub.upkeep.reviews import SOON, DueReview, OwnersReviews, group_by_owner
from knowledge_hub.upkeep.upkeep import Upkeep, create_upkeep

UPKEEP = "about/upkeep/"

_ROOT = root_from(UPKEEP)


def create_upkeep_page(site: Site) -> list[Page]:
    """Return the page of reviews, failing links, drafts and gaps; search engines don't list it.

    A library without records has none: nothing can be due in it.
    """
    if not site.catalogue.current:
        return []
    upkeep = create_upkeep(site.catalogue, site.today, site.link_results)
    description = site.text("upkeep.intro")
    gaps = list(_gap_values(site, upkeep))
    html = site.render(
        "upkeep",
        description=description,
        parts=list(_part_values(site, upkeep, len(gaps))),
        **_review_values(site, upkeep),
        links=[_link_values(site, link) for link in upkeep.failed_links],
        drafts=[_draft_values(site, draft) for draft in upkeep.drafts],
        gaps=gaps,
    )
    title = site.text("upkeep.title")
    return [create_page(site, UPKEEP, title=title, description=description, html=html, is_indexed=False)]


def _part_values(site: Site, upkeep: Upkeep, gaps: int) -> Iterator[dict[str, str]]:
    """Yield the parts that the page has, with how much is in each."""
    numbers = {"reviews": len(upkeep.reviews), "links": len(upkeep.failed_links), "drafts": len(upkeep.drafts)}
    for name, number in {**numbers, "gaps": gaps}.items():
        if number:
            yield {"id": name, "title": site.text(f"upkeep.{name}"), "number": f"{number:,}"}


def _review_values(site: Site, upkeep: Upkeep) -> dict[str, Any]:
    note = "upkeep.reviews_note" if upkeep.reviews else "upkeep.no_reviews"
    return {
        "reviews_note": site.text(note, days=SOON.days),
        "owners": [_owner_values(site, owner) for owner in group_by_owner(upkeep.reviews)],
    }


def _owner_values(site: Site, owner: OwnersReviews) -> dict[str, Any]:
    return {
        "name": owner.owner_name or site.text("upkeep.nobody"),
        "reviews": [_due_values(site, review) for review in owner.reviews],
    }


def _due_values(site: Site, review: DueReview) -> dict[str, Any]:
    text = "upkeep.overdue" if review.is_overdue else "upkeep.soon"
    due = site.text(text, date=date_words(review.due))
    return {**_item_values(site, review.item), "due": due, "is_overdue": review.is_overdue}


def _item_values(site: Site, item: Item) -> dict[str, str]:
    return {"href": _ROOT + item.address, "title": item.title, "kind": site.text(f"types.{item.type}.one")}


def _link_values(site: Site, link: FailedLink) -> dict[str, Any]:
    return {
        "address": link.address,
        "why": site.text("upkeep.found_on", why=link.why, date=date_words(link.since)),
        "places": link.places,
        "archived": link.archived,
        "archived_of": site.text("upkeep.archived_of", address=link.address),
    }


def _draft_values(site: Site, draft: Draft) -> dict[str, str]:
    if draft.reviewed_on is None:
        state = site.text("upkeep.draft_undated")
    else:
        state = site.text("upkeep.draft_reviewed", date=date_words(draft.reviewed_on))
    return {**_item_values(site, draft.item), "state": state}


def _gap_values(site: Site, upkeep: Upkeep) -> Iterator[dict[str, Any]]:
    """Yield each list that has something in it, with its title."""
    for name in ("ownerless", "unsourced", "unconnected", "unused_sources"):
        yield from _list_values(site, name, getattr(upkeep, name))
    for empty in upkeep.empty_values:
        labels = [{"href": "", "title": term.label.text()} for term in empty.terms]
        values = {"facet": facet_name(site, empty.facet), "number": f"{len(labels):,}"}
        yield {"title": site.text("upkeep.empty_values", **values), "entries": labels}


def _list_values(site: Site, name: str, items: Iterable[Item]) -> Iterator[dict[str, Any]]:
    entries = [{"href": _ROOT + item.address, "title": item.title} for item in items]
    if entries:
        yield {"title": site.text(f"upkeep.{name}", number=f"{len(entries):,}"), "entries": entries}
