"""What the <head> of a page says to programs, put together from parts; no part knows of another."""

from collections.abc import Callable
from typing import NamedTuple

from markupsafe import Markup, escape

from knowledge_hub.citations.meta_tags import find_meta_tags
from knowledge_hub.citations.works import create_record_work
from knowledge_hub.data.places import DATA, record_file
from knowledge_hub.linked_data.block import create_linked_data
from knowledge_hub.linked_data.node import LinkedPage
from knowledge_hub.linked_data.open_graph import find_open_graph
from knowledge_hub.linked_data.record_text import TEXT_FILE, find_text_address
from knowledge_hub.pages.frame.page import NO_HTML, root_from
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.records import Record
from knowledge_hub.templating.compiling import escape_value

_TEXT_LINK = Markup('<link rel="alternate" type="text/markdown" href="{}">').format(TEXT_FILE)


class Subject(NamedTuple):
    """What a page is about: its address below the root, its texts, and its record, None where it has none.

    A community's other pages have its record, too, and addresses of their own.
    """

    address: str
    title: str
    description: str
    record: Record | None = None


def create_head(site: Site, subject: Subject) -> Markup:
    """Return finished elements for a page's <head>, "" where no part has any."""
    return Markup("\n".join([made for create in _PARTS if (made := create(site, subject))]))  # noqa: S704 -- finished


def _create_citation_tags(site: Site, subject: Subject) -> Markup:
    """Return what reference managers read of a record's own page."""
    record = subject.record
    if record is None or record.address != subject.address:
        return NO_HTML
    work = create_record_work(record, site.catalogue.contributors, site.settings)
    # Markup.format() would take longer than all the rest.
    tags = [f'<meta name="{name}" content="{escape_value(content)}">' for name, content in find_meta_tags(work)]
    return Markup("\n".join(tags))  # noqa: S704 -- escaped above


def _create_feed_links(site: Site, subject: Subject) -> Markup:
    """Return where programs find the feed of a page."""
    place = site.find_feed(subject.address)
    if place is None:
        return NO_HTML
    root = root_from(subject.address)
    kinds = (("application/atom+xml", place.atom), ("application/feed+json", place.json))
    title = escape(place.title)
    links = (f'<link rel="alternate" type="{kind}" title="{title}" href="{root}{path}">' for kind, path in kinds)
    return Markup("\n".join(links))  # noqa: S704 -- escaped above


def _create_open_graph(site: Site, subject: Subject) -> Markup:
    """Return what other sites show of a link to the page."""
    page = LinkedPage(subject.address, subject.title, subject.description)
    tags = find_open_graph(site.linked_hub, page, site.find_card(page.address))
    lines = [f'<meta {attribute}="{name}" content="{escape_value(content)}">' for attribute, name, content in tags]
    return Markup("\n".join(lines))  # noqa: S704 -- each content is escaped


def _create_linked_data(site: Site, subject: Subject) -> Markup:
    """Return what the page is, for search engines."""
    return create_linked_data(site.linked_hub, LinkedPage(subject.address, subject.title, subject.description))


def _create_text_link(site: Site, subject: Subject) -> Markup:
    """Return the way to a record as Markdown, for programs that read."""
    record = subject.record
    is_there = site.has_texts and record and record.address == subject.address and find_text_address(record)
    return _TEXT_LINK if is_there else NO_HTML


def _create_data_link(site: Site, subject: Subject) -> Markup:
    """Return the way to a record as data, for programs that count and compare."""
    record = subject.record
    if not site.has_data or record is None or record.address != subject.address:
        return NO_HTML
    path = f"{root_from(subject.address)}{DATA}{record_file(record.type, record.id)}"
    return Markup(f'<link rel="alternate" type="application/json" href="{path}">')  # noqa: S704 -- type and id are plain


# A part returns finished elements, or "".
_PARTS: tuple[Callable[[Site, Subject], Markup], ...] = (
    _create_citation_tags,
    _create_feed_links,
    _create_text_link,
    _create_data_link,
    _create_open_graph,
    _create_linked_data,
)
