"""Browsing without search: one page for each facet value, and the index of all of them."""

from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from knowledge_hub.catalogue.catalogue import find_newest_review
from knowledge_hub.catalogue.facets import BROWSE, Facet, facet_address, get_facet
from knowledge_hub.pages.frame.finishing import create_page
from knowledge_hub.pages.frame.page import Page, root_from
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.pages.library.listing import create_listing
from knowledge_hub.pages.sections.drawings import render_state_map
from knowledge_hub.records import RECORD_TYPES
from knowledge_hub.vocabulary import Term


def create_browse_pages(site: Site) -> Iterator[Page]:
    """Yield the index and the pages of every facet value that is in use."""
    yield _create_index(site)
    for facet in site.catalogue.facets:
        for term, _ in site.catalogue.facet_terms(facet):
            yield from _create_value_pages(site, facet, term)


def facet_name(site: Site, facet: Facet) -> str:
    """Return what readers call a facet."""
    if facet.label:
        return facet.label
    name = "place" if facet.slug == "state" and site.catalogue.has_other_places else facet.slug
    return site.text(f"facets.{name}")


def _create_value_pages(site: Site, facet: Facet, term: Term) -> Iterator[Page]:
    label = term.label.text()
    definition = term.definition.text() if term.definition else ""
    name = facet_name(site, facet)
    return create_listing(
        site,
        facet_address(facet, term.id),
        title=label,
        kind=name,
        intro=definition or site.text("lists.from", label=label),
        records=site.catalogue.with_facet(facet, term.id),
        search_query={facet.slug: term.id},
        up=f"{BROWSE}#{facet.slug}",
    )


def _render_map(site: Site, root: str) -> Markup:
    facet = get_facet("state")
    terms = site.catalogue.facet_terms(facet)
    return render_state_map(site, {term.id: (count, root + facet_address(facet, term.id)) for term, count in terms})


def _create_index(site: Site) -> Page:
    root = root_from(BROWSE)
    groups: list[dict[str, Any]] = [
        {
            "id": facet.slug,
            "title": facet_name(site, facet),
            "map": _render_map(site, root) if facet.slug == "state" else "",
            "about": site.catalogue.vocabularies[facet.vocabulary].about.text(),
            "values": [
                {
                    "href": root + facet_address(facet, term.id),
                    "label": term.label.text(),
                    **_count_parts(site, count),
                }
                for term, count in site.catalogue.facet_terms(facet)
            ],
        }
        for facet in site.catalogue.facets
        if site.catalogue.facet_terms(facet)
    ]
    types: list[dict[str, Any]] = [
        {
            "href": f"{root}{cls.folder}/",
            "label": site.text(f"types.{cls.type}.many"),
            **_count_parts(site, len(site.catalogue.of_type(cls))),
        }
        for cls in RECORD_TYPES
        if site.catalogue.of_type(cls)
    ]
    description = site.text("lists.browse_intro")
    total = site.words.count("counts.record", sum(len(site.catalogue.of_type(cls)) for cls in RECORD_TYPES))
    html = site.render(
        "browse",
        description=description,
        total=total,
        types=types,
        groups=groups,
        contribute=f"{root}contribute/",
    )
    return create_page(
        site,
        BROWSE,
        title=site.text("lists.browse"),
        description=description,
        html=html,
        reviewed=find_newest_review(site.catalogue.current[:1]),
    )


def _count_parts(site: Site, count: int) -> dict[str, str]:
    """Return a count and its noun apart: the noun is for those who hear the page."""
    number, _, noun = site.words.count("counts.record", count).partition(" ")
    return {"count": number, "noun": noun}
