"""The last step of every page: its abbreviations spelled out, its section known."""

from collections.abc import Sequence
from itertools import chain

from knowledge_hub.pages.cards.cards import CARD
from knowledge_hub.pages.frame.abbreviations import Piece
from knowledge_hub.pages.frame.head import Subject, create_head
from knowledge_hub.pages.frame.page import NO_HTML, Page, section_of
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.pages.sections.citation_files import render_citation_files
from knowledge_hub.records import Record

_CARD = CARD.encode()
_CONTENTS = 'data-hub-component="contents"'


def create_page(
    site: Site,
    address: str,
    *,
    title: str,
    description: str,
    html: str,
    cards: Sequence[Piece] = (),
    source_path: str | None = None,
    scripts: tuple[str, ...] = (),
    preloads: tuple[str, ...] = (),
    reviewed: str | None = None,
    citation: str = "",
    record: Record | None = None,
    is_indexed: bool = True,
) -> Page:
    """Return a finished page; see `Page` for what is said of it. `record` is what the page is about, if it is one.

    `cards` stand in its HTML, in their order, where that has a CARD.
    """
    return Page(
        address=address,
        title=title,
        description=description,
        content=finish_html(site, html, cards),
        section=section_of(address),
        source_path=source_path,
        scripts=find_scripts(html, scripts),
        preloads=preloads,
        reviewed=reviewed or "",
        citation=citation,
        citation_files=render_citation_files(site, address, record) if record else NO_HTML,
        head=create_head(site, Subject(address=address, title=title, description=description, record=record)),
        is_indexed=is_indexed,
    )


def find_scripts(html: str, scripts: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return the modules that a page uses: its own, and that of its contents where it has any."""
    return ("contents", *scripts) if _CONTENTS in html else scripts


def finish_html(site: Site, html: str, cards: Sequence[Piece] = ()) -> bytes:
    """Return a page's HTML with its cards in their places, and abbreviations spelled out."""
    content = html.encode()
    if not cards:
        return site.abbreviations.expand(content)
    names = site.abbreviations.find(content)
    first, *others = [Piece(part, names) for part in content.split(_CARD)]
    return site.abbreviations.expand_pieces([first, *chain.from_iterable(zip(cards, others, strict=True))])
