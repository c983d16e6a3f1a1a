"""What records leave out: sources, connections, facet values that nothing has, sources that nothing rests on."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge_hub.catalogue.catalogue import Catalogue
from knowledge_hub.catalogue.facets import NOT_STATED, Facet
from knowledge_hub.library.names import find_record_links
from knowledge_hub.records import Pathway, Record, Source
from knowledge_hub.records.fields import Part, Reference
from knowledge_hub.records.walking import walk_marked
from knowledge_hub.upkeep.item import Item, create_item
from knowledge_hub.vocabulary import Term


@dataclass(frozen=True, slots=True)
class Draft:
    """A record that isn't published; `reviewed_on` is the one date it may have, None where it says none."""

    item: Item
    reviewed_on: datetime.date | None


@dataclass(frozen=True, slots=True)
class EmptyValues:
    """The values of one facet that no record has, in the order of the vocabulary."""

    facet: Facet
    terms: tuple[Term, ...]


def find_drafts(catalogue: Catalogue) -> tuple[Draft, ...]:
    """Return the drafts of a catalogue that has them, those without a date first, then the oldest."""
    drafts = [
        Draft(create_item(catalogue, record), record.review.reviewed_on if record.review else None)
        for record in catalogue.current
        if record.status == "draft"
    ]
    return tuple(
        sorted(drafts, key=lambda draft: (draft.reviewed_on or datetime.date.min, draft.item.title, draft.item.path))
    )


def find_unsourced(catalogue: Catalogue) -> Iterator[Item]:
    """Yield the records that name no source anywhere; a pathway rests on the records that it leads through."""
    for record in catalogue.current:
        if isinstance(record, Pathway):
            continue
        if not record.sources and not any(True for _ in _walk_sources(record)):
            yield create_item(catalogue, record)


def find_unconnected(catalogue: Catalogue) -> Iterator[Item]:
    """Yield the records that no other one is connected with, in either direction."""
    for record in catalogue.current:
        if not catalogue.reasons_of(record):
            yield create_item(catalogue, record)


def find_empty_values(catalogue: Catalogue) -> Iterator[EmptyValues]:
    """Yield each facet with the values that no record has; "not stated" is no gap."""
    for facet in catalogue.facets:
        terms = catalogue.vocabularies[facet.vocabulary].terms
        empty = [term for term in terms if term.id != NOT_STATED and not catalogue.with_facet(facet, term.id)]
        if empty:
            yield EmptyValues(facet, tuple(empty))


def find_unused_sources(catalogue: Catalogue) -> tuple[Item, ...]:
    """Return the sources that no record or reference page names, neither in a field nor in a text, by title."""
    unused = {source.id: source for source in catalogue.sources.values()}
    for record in catalogue.records:
        for use in record.sources:
            unused.pop(use.source, None)
    # The longer look is only for what is left.
    for part in _parts_with_sources(catalogue):
        if not unused:
            break
        for source_id in _walk_sources(part):
            unused.pop(source_id, None)
    paths = {item.id: path for path, item in catalogue.other_files.items() if isinstance(item, Source)}
    found = (
        Item(Source.record_type, one.title, f"{Source.folder}/#{one.id}", paths[one.id]) for one in unused.values()
    )
    return tuple(sorted(found, key=lambda item: (item.title.casefold(), item.path)))


def _parts_with_sources(catalogue: Catalogue) -> Iterator[Part]:
    yield from catalogue.records
    yield from (part for part in (catalogue.models, catalogue.wording) if part)


def _walk_sources(part: Record | Part) -> Iterator[str]:
    """Yield the id of every source that a part names, some more than once."""
    for _, text, mark in walk_marked(part):
        if isinstance(mark, Reference):
            if mark.type == Source.record_type:
                yield text
        elif f"{Source.record_type}:" in text.lower():
            yield from (name for kind, name in find_record_links(text) if kind == Source.record_type)
