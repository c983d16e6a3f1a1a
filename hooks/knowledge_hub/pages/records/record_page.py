"""The frame of every record's page: what it is, the decision strip, the body, the connections."""

from typing import NamedTuple

from markupsafe import Markup

from knowledge_hub.citations.apa import cite_record
from knowledge_hub.pages.cards.cards import CARD
from knowledge_hub.pages.frame.abbreviations import Piece
from knowledge_hub.pages.frame.facts import Fact, evidence_facts, render_facts
from knowledge_hub.pages.frame.facts_behind import RESULTS
from knowledge_hub.pages.frame.finishing import create_page
from knowledge_hub.pages.frame.page import NO_HTML, Heading, Page, root_from
from knowledge_hub.pages.frame.reading import find_freshness, reading_time
from knowledge_hub.pages.frame.record_parts import (
    Section,
    downloads_row,
    limits_section,
    sources_section,
)
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.pages.frame.state_bands import render_help_line, render_state_bands
from knowledge_hub.pages.sections.connections import create_connections_part
from knowledge_hub.pages.sections.follow import render_follow
from knowledge_hub.pages.sections.own_parts import own_facts, own_sections
from knowledge_hub.records import Record


class Body(NamedTuple):
    """What a record type adds to the frame.

    `shown_types` are connections that the body shows itself, `scripts` the modules it uses. `main` is
    finished HTML that comes before the sections, with its `headings`; `action` is what most readers come to do, and
    `parts` leads to a record's other pages. A page whose facts say how long it takes has no `says_reading_time`.
    Where the sections are all there are, `is_complete` says so.
    """

    facts: list[Fact]
    sections: list[Section]
    shown_types: frozenset[str] = frozenset()
    scripts: tuple[str, ...] = ()
    main: Markup | None = None
    headings: tuple[Heading, ...] = ()
    action: Markup | None = None
    says_reading_time: bool = True
    parts: Markup | None = None
    is_complete: bool = False


class Article(NamedTuple):
    """The article of a record; `cards` stand where its HTML has a CARD."""

    html: Markup
    cards: tuple[Piece, ...]


def create_record_page(site: Site, record: Record, body: Body) -> Page:
    """Return the page of one record."""
    root = root_from(record.address)
    sections = body.sections if body.is_complete else complete_sections(site, root, record, body.sections)
    contents = (*body.headings, *sections)
    article = render_record(site, root, record, body, sections=sections, contents=contents, main=body.main)
    return create_page(
        site,
        record.address,
        title=record.title,
        description=record.summary,
        html=article.html,
        cards=article.cards,
        source_path=site.catalogue.source_paths[record.type, record.id],
        scripts=body.scripts,
        reviewed=record.review.reviewed_on.isoformat() if record.review else None,
        citation=cite_record(record, site.catalogue.contributors),
        record=record,
    )


def complete_sections(site: Site, root: str, record: Record, sections: list[Section]) -> list[Section]:
    """Return the sections of a body with those of every record; what the results don't show stands below them."""
    names = [section.id for section in sections]
    if RESULTS not in names:
        return [*sections, *ending_sections(site, root, record)]
    end = names.index(RESULTS) + 1
    ending = [*own_sections(site, root, record), *sources_section(site, root, record)]
    return [*sections[:end], *limits_section(site, record), *sections[end:], *ending]


def ending_sections(site: Site, root: str, record: Record) -> list[Section]:
    """Return what stands below the body of every record that has no results."""
    return [
        *limits_section(site, record),
        *own_sections(site, root, record),
        *sources_section(site, root, record),
    ]


def render_record(
    site: Site,
    root: str,
    record: Record,
    body: Body,
    *,
    sections: list[Section],
    contents: tuple[object, ...],
    main: Markup | None = None,
) -> Article:
    """Return the article of a record; `main` is finished HTML that comes before the sections."""
    connected = create_connections_part(site, root, record, body.shown_types)
    connections = (Heading("connections", site.text("record.connections")),) if connected else ()
    html = site.render(
        "record",
        type=record.type,
        kind=site.type_word(record),
        listed=site.listed(record),
        root=root,
        list_href=f"{root}{record.folder}/",
        title=record.title,
        summary=record.summary,
        action=body.action or NO_HTML,
        question=record.question or "",
        band=site.evidence_band(record),
        is_archived=record.status == "archived",
        state_bands=render_state_bands(site, root, record),
        help_line=render_help_line(site, record),
        downloads=downloads_row(site, record.address, root),
        freshness=find_freshness(record, site.today),
        reading_time=reading_time(site.words, "".join([main or "", *(section.html for section in sections)]))
        if body.says_reading_time
        else "",
        facts=render_facts(site, [*body.facts, *own_facts(site, record), *evidence_facts(site, record)]),
        contents=(*contents, *connections) if contents else (),
        main=main or NO_HTML,
        parts=body.parts or NO_HTML,
        sections=sections,
        connections=CARD if connected else "",
        follow=render_follow(site, record.address, root),
        credit=site.credit(record, root),
    )
    return Article(html, (connected,) if connected else ())
