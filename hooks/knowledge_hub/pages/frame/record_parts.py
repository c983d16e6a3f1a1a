"""The finished pieces a record page is put together from: facts, sections, links and connections."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from knowledge_hub.citations.apa import source_address
from knowledge_hub.pages.frame.facts import LIMITS
from knowledge_hub.pages.frame.page import NO_HTML
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.records import Lesson, Record, Source
from knowledge_hub.records.common import SourceUse
from knowledge_hub.sentences import lower_first

_TAG = re.compile(r"<[^>]*>")
# From here on, the way back to the top is a long one.
_LONG_SECTION = 2_500


class Section(NamedTuple):
    """One part of a record's body, with a heading of its own, by which the contents of its page name it."""

    id: str
    title: str
    html: Markup

    @property
    def is_long(self) -> bool:
        """Whether whoever has read it is far from the top of the page."""
        return len(self.html) > _LONG_SECTION and len(_TAG.sub("", self.html)) > _LONG_SECTION


def downloads_row(site: Site, key: str, root: str) -> Markup:
    """Return one quiet row of files to take along, nothing where none were made."""
    rows = [
        {"href": root + download.address, "title": download.title, "note": download.note}
        for download in site.downloads.get(key, ())
    ]
    return site.render("downloads", rows=rows) if rows else NO_HTML


def prose_section(
    site: Site, root: str, record: Record, section_id: str, title: str, markdown: str | None
) -> list[Section]:
    """Return a section with one long text, none where there is no text."""
    if not markdown:
        return []
    return [Section(section_id, title, site.prose(markdown, root, record))]


def list_section(
    site: Site, section_id: str, title: str, items: tuple[str, ...], *, ordered: bool = False
) -> list[Section]:
    """Return a section with a list of plain lines, none where there are no lines."""
    if not items:
        return []
    return [Section(section_id, title, site.render("list", items=items, ordered=ordered))]


def cards_section(site: Site, root: str, section_id: str, title: str, records: Sequence[Record]) -> list[Section]:
    """Return a section with the cards of records, none where there are no records."""
    if not records:
        return []
    return [Section(section_id, title, site.render("cards", cards=site.cards(records, root)))]


def lessons_section(site: Site, root: str, record: Record, title: str) -> list[Section]:
    """Return the lessons that are connected to a record."""
    return lesson_list_section(site, root, site.catalogue.connected(record, Lesson), title)


def lesson_list_section(site: Site, root: str, lessons: Sequence[Lesson], title: str) -> list[Section]:
    """Return lessons with their statements, so that they are read where they apply; none where there are none."""
    if not lessons:
        return []
    links = site.links(lessons, root)
    rows = [{"link": link, "statement": lesson.statement} for link, lesson in zip(links, lessons, strict=True)]
    return [Section("lessons", title, site.render("linked", rows=rows))]


def sources_section(site: Site, root: str, record: Record) -> list[Section]:
    """Return what the record rests on, and what of each source was read."""
    if not record.sources:
        return []
    return [Section("sources", site.text("record.sources"), render_sources(site, root, record.sources))]


def render_sources(site: Site, root: str, uses: Sequence[SourceUse]) -> Markup:
    """Return a list of sources with what each is here for, "" for none."""
    rows = [
        {
            "citation": site.citation(use.source),
            "anchor": source_address(use.source, root),
            "supports": use.supports,
            "locator": use.locator or "",
            "read": reading_words(site, site.catalogue.sources[use.source]),
        }
        for use in uses
    ]
    return site.render("sources-used", rows=rows) if rows else NO_HTML


def reading_words(site: Site, source: Source) -> str:
    """Return how much of a source was read, as it stands within a sentence."""
    return lower_first(site.label("source-reading", source.read))


def limits_section(site: Site, record: Record) -> list[Section]:
    """Return what the evidence of a record is and doesn't show, none where nothing is said of it."""
    evidence = record.evidence
    if not evidence.limits:
        return []
    meaning = site.meaning("evidence-strength", evidence.strength) if evidence.strength else ""
    html = site.render("limits", meaning=meaning, limits=evidence.limits)
    return [Section(LIMITS, site.text("facts.limits"), html)]
