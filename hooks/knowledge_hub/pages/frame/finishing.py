"""The last step of every page: its abbreviations spelled out, its section known, its record told to search."""

from markupsafe import Markup

from knowledge_hub.pages.frame.card_picture import find_card_picture
from knowledge_hub.pages.frame.page import Page
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.records import Record
from knowledge_hub.search.entries import create_search_entry


def create_page(
    site: Site,
    address: str,
    *,
    title: str,
    description: str,
    html: str,
    source_path: str | None = None,
    scripts: tuple[str, ...] = (),
    reviewed: str | None = None,
    record: Record | None = None,
    citation: str = "",
    is_indexed: bool = True,
) -> Page:
    """Return a finished page; `record` is what search is told of, and see `Page` for the rest."""
    return Page(
        address=address,
        title=title,
        description=description,
        html=finish_html(site, html, record),
        section=f"{address.split('/', 1)[0]}/" if address else "",
        source_path=source_path,
        scripts=scripts,
        reviewed=reviewed or site.catalogue.newest_review,
        citation=citation,
        is_indexed=is_indexed,
    )


def finish_html(site: Site, html: str, record: Record | None = None) -> str:
    """Return a page's HTML with abbreviations spelled out, and with what search is told of a current record."""
    finished = site.abbreviations.expand(html)
    if record is None or record.status == "archived" or not site.has_search:
        return finished
    return f"{finished}{_render_search_entry(site, record, finished)}"


def _render_search_entry(site: Site, record: Record, page_html: str) -> Markup:
    entry = create_search_entry(
        site.catalogue,
        site.search_words,
        record,
        page_html,
        kind=site.type_word(record),
        facts=[f"{fact.mark} {fact.text}".strip() for fact in site.card_facts(record)],
    )
    meta = (*entry.meta, *_find_picture_meta(site, record))
    return site.render("search-entry", filters=entry.filters, meta=meta, reviewed=entry.reviewed)


def _find_picture_meta(site: Site, record: Record) -> tuple[tuple[str, str], ...]:
    """Return what a result's card needs to show the record's picture; its address starts at the record's page."""
    picture = find_card_picture(site.shelves, record, "")
    if picture is None:
        return ()
    return ("picture", picture.src.removeprefix(record.address)), ("picture-words", picture.words)
