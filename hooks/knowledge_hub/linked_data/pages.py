"""A page as linked data: a record's by what it tells, any other by what it is for."""

from collections.abc import Callable
from typing import Any

from knowledge_hub.data.places import DATA, DATA_PAGE, INDEX, LICENSE_ADDRESS
from knowledge_hub.linked_data.communities import describe_community
from knowledge_hub.linked_data.hub import LinkedHub
from knowledge_hub.linked_data.node import LinkedPage, Node, create_node
from knowledge_hub.linked_data.works import describe_making, describe_record
from knowledge_hub.records import Community, Record

_COLLECTIONS = ("browse/", "change-packages/", "sources/")
_GLOSSARY, _SEARCH = "glossary/", "search/"
# So that a page doesn't grow much with what it says of itself.
_MOST_TERMS = 100


def describe_page(hub: LinkedHub, page: LinkedPage) -> Node:
    """Return what a page is."""
    record = hub.find_record(page.address)
    if record is None:
        return _PAGES.get(page.address, _describe_other_page)(hub, page)
    return describe_record(hub, record) if record.address == page.address else _describe_part(hub, page, record)


def _describe_part(hub: LinkedHub, page: LinkedPage, record: Record) -> Node:
    """Return a page with a part of what a record tells."""
    return create_node(
        "WebPage",
        url=hub.address_of(page.address),
        name=page.title,
        description=page.description,
        **describe_making(hub, record),
        isPartOf=create_node("WebPage", name=record.title, url=hub.address_of(record.address)),
        about=describe_community(hub, record, page.address) if isinstance(record, Community) else None,
    )


def _describe_home(hub: LinkedHub, page: LinkedPage) -> Node:
    return create_node(
        "WebSite",
        name=hub.settings.site_name,
        url=hub.settings.site_url,
        description=page.description,
        inLanguage=hub.settings.language,
        publisher=hub.publisher,
        license=LICENSE_ADDRESS,
        potentialAction=_describe_search(hub),
    )


def _describe_search(hub: LinkedHub) -> Node | None:
    """Return how to search the site; what stands in braces is filled in by whoever asks (schema.org, Actions)."""
    if not (hub.has_search and hub.settings.site_url):
        return None
    target = create_node("EntryPoint", urlTemplate=f"{hub.address_of(_SEARCH)}?q={{search_term_string}}")
    return create_node("SearchAction", target=target, **{"query-input": "required name=search_term_string"})


def _describe_glossary(hub: LinkedHub, page: LinkedPage) -> Node:
    """Return the first terms with what they stand for; the page says what they mean."""
    here = hub.address_of(page.address)
    terms = [
        create_node("DefinedTerm", name=term.term, alternateName=term.expansion, url=here and f"{here}#{term.id}")
        for term in hub.catalogue.glossary.terms[:_MOST_TERMS]
    ]
    return _create_page(hub, "DefinedTermSet", page, hasDefinedTerm=terms)


def _describe_search_page(hub: LinkedHub, page: LinkedPage) -> Node:
    return _create_page(hub, "SearchResultsPage", page)


def _describe_data(hub: LinkedHub, page: LinkedPage) -> Node:
    """Return the data as a whole; its index leads to every file."""
    index = hub.address_of(f"{DATA}{INDEX}")
    download = create_node("DataDownload", contentUrl=index, encodingFormat="application/json")
    return _create_page(
        hub,
        "Dataset",
        page,
        creator=hub.publisher,
        isAccessibleForFree=True,
        distribution=[download] if index else [],
    )


def _describe_other_page(hub: LinkedHub, page: LinkedPage) -> Node:
    """Return a list, somebody's page or any other; a host's own may know when it was checked."""
    if maker := hub.find_person(page.address):
        return _create_page(hub, "ProfilePage", page, mainEntity=hub.describe_makers([maker])[0])
    kind = "CollectionPage" if page.address.startswith((*hub.list_titles, *_COLLECTIONS)) else "WebPage"
    own = hub.find_own_page(page.address)
    return _create_page(hub, kind, page, dateModified=own.last_review.isoformat() if own and own.last_review else "")


def _create_page(hub: LinkedHub, kind: str, page: LinkedPage, **more: Any) -> Node:
    return create_node(
        kind,
        url=hub.address_of(page.address),
        name=page.title,
        description=page.description,
        inLanguage=hub.settings.language,
        publisher=hub.publisher,
        license=LICENSE_ADDRESS,
        isPartOf=hub.website,
        **more,
    )


_PAGES: dict[str, Callable[[LinkedHub, LinkedPage], Node]] = {
    "": _describe_home,
    _GLOSSARY: _describe_glossary,
    _SEARCH: _describe_search_page,
    DATA_PAGE: _describe_data,
}
