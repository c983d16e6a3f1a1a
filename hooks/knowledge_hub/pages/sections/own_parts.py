"""What a host has added to a record: facts for its strip and its card, and sections of its own."""

import datetime
from collections.abc import Iterator

from markupsafe import Markup

from knowledge_hub.dates import date_words
from knowledge_hub.pages.frame.facts import Fact
from knowledge_hub.pages.frame.page import NO_HTML
from knowledge_hub.pages.frame.record_parts import Section
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.records import Record
from knowledge_hub.records.single_files.own_fields import OwnField


def own_facts(site: Site, record: Record) -> list[Fact]:
    """Return the host's facets and those fields that are shown as facts."""
    facets = [
        Fact(facet.label, site.labels(facet.vocabulary, ids))
        for facet in record.own_facets
        if (ids := record.facet_ids(facet.field))
    ]
    shown = (field for field in record.own_fields if field.shown == "facts")
    return [*facets, *(Fact(field.label, words) for field in shown if (words := own_words(record, field)))]


def own_sections(site: Site, root: str, record: Record) -> list[Section]:
    """Return a section for each field that is shown as one and has a value."""
    return [
        Section(field.id.replace("_", "-"), field.label, html)
        for field in record.own_fields
        if field.shown == "section" and (html := _render(site, root, record, field))
    ]


def own_words(record: Record, field: OwnField) -> str:
    """Return the value of a field in one line, "" where there is none."""
    match getattr(record, field.id):
        case None | ():
            return ""
        case tuple(lines):
            return "; ".join(lines)
        case datetime.date() as day:
            return date_words(day)
        case float(number):
            return f"{number:,.10g}"
        case value:
            return str(value)


def exported_fields(record: Record) -> Iterator[OwnField]:
    """Yield the fields with a value that belong into files."""
    return (field for field in record.own_fields if field.exported and own_words(record, field))


def _render(site: Site, root: str, record: Record, field: OwnField) -> Markup:
    value = getattr(record, field.id)
    if not value and value != 0:
        return NO_HTML
    if field.kind == "long-text":
        return site.prose(value, root, record)
    if field.kind == "list":
        return site.render("list", items=value, ordered=False)
    return site.render("paragraph", text=own_words(record, field))
