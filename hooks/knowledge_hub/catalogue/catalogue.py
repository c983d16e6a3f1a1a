"""The immutable collection of records: look-up, connections in both directions, facets, related records."""

import datetime
import functools
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar, cast

from knowledge_hub.catalogue.connections import Connection, Connections, Key, key_of
from knowledge_hub.catalogue.credit import Person, find_people
from knowledge_hub.catalogue.facets import FACETS, NOT_STATED, Facet, FacetValues, find_values, get_facet
from knowledge_hub.catalogue.related import Nearest, Related, describe_traits, find_nearest, list_traits
from knowledge_hub.keeping import Table, fingerprint
from knowledge_hub.library.names import Names
from knowledge_hub.records import Community, Contributor, Glossary, Record, Source, Synonyms
from knowledge_hub.records.fields import Part
from knowledge_hub.records.own_page import OwnPage
from knowledge_hub.records.own_types import create_own_types
from knowledge_hub.records.single_files.learning_models import LearningModels
from knowledge_hub.records.single_files.phrases_to_avoid import Wording
from knowledge_hub.records.single_files.search_answers import SearchAnswers
from knowledge_hub.vocabulary import Term, Vocabularies
from knowledge_hub.words.words import Words

R = TypeVar("R", bound=Record)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class SourceCitation:
    """One record that rests on a source, and what it takes from it."""

    record: Record
    supports: str


@dataclass(frozen=True)
class Catalogue:
    """Published records and everything that can be asked of them together.

    `contributors` has nobody who opted out, and no record names them. `other_files` has sources, contributors,
    glossary and models by the paths of their files.
    """

    records: tuple[Record, ...]
    vocabularies: Vocabularies
    glossary: Glossary
    sources: Mapping[str, Source]
    contributors: Mapping[str, Contributor]
    models: LearningModels | None
    wording: Wording
    source_paths: Mapping[Key, str]
    other_files: Mapping[str, Part]
    synonyms: Synonyms
    names: Mapping[Key, Names]
    # What stands for each record and source as it was read, and for all that they share: see keeping/.
    fingerprints: Mapping[Key, bytes] = field(default_factory=dict)
    outlines: Mapping[Key, bytes] = field(default_factory=dict)
    shared: bytes = b""
    traits: Table[bytes] = field(default_factory=Table)
    nearest: Table[Nearest] = field(default_factory=Table)
    # How the types are described: pydantic takes long to say what they are, and a host seldom changes that.
    descriptions: Table[Any] = field(default_factory=Table)
    answers: SearchAnswers = field(default_factory=SearchAnswers)
    own_pages: tuple[OwnPage, ...] = ()
    words: Words = field(default_factory=Words)
    facets: tuple[Facet, ...] = FACETS
    types: Mapping[str, type[Record]] = field(default_factory=lambda: create_own_types((), ()))

    def get(self, type_name: str, record_id: str) -> Record | None:
        """Return one record, None when it isn't published."""
        return self._by_key.get((type_name, record_id))

    def ids(self) -> dict[str, tuple[str, ...]]:
        """Return the ids of everything that a record can name, by type, in alphabetical order."""
        found: dict[str, list[str]] = defaultdict(list)
        for record in self.current:
            found[record.type].append(record.id)
        named = [one.id for one in self.contributors.values() if not one.opt_out]
        found |= {"source": list(self.sources), "contributor": named}
        return {name: tuple(sorted(ids)) for name, ids in sorted(found.items())}

    def of_type(self, cls: type[R]) -> tuple[R, ...]:
        """Return every current record of one type, newest review first, then by title."""
        return cast("tuple[R, ...]", self._by_type.get(cls.type, ()))

    def connections(self, record: Record) -> tuple[Connection, ...]:
        """Return what is connected to a record, each with its reason, in the order of the types."""
        place = self._places.get(key_of(record))
        return () if place is None else self._connections.of(place)

    def connected(self, record: Record, cls: type[R]) -> list[R]:
        """Return the records of one type that are connected to a record."""
        return cast("list[R]", [self.records[place] for place in self.places_by_type(record).get(cls.type, ())])

    def places_by_type(self, record: Record) -> Mapping[str, Sequence[int]]:
        """Return the places in `records` of what is connected to a record, by type and in the order of the types."""
        return self._connections.by_type(self._by_identity[id(record)])

    def place_of(self, record: Record) -> int:
        """Return the place of a record in `records`."""
        return self._by_identity[id(record)]

    @property
    def reasons(self) -> Sequence[Mapping[int, str]]:
        """For each record the places in `records` of those that are connected to it, each with its reason."""
        return self._connections.reasons

    def reasons_of(self, record: Record) -> Mapping[int, str]:
        """Return the places in `records` of those that are connected to one, each with its reason."""
        return self._connections.reasons[self._by_identity[id(record)]]

    def find_pairs(self, record: Record) -> list[tuple[int, int]]:
        """Return each two of the connections of a record that are connected to each other, by their numbers there."""
        return list(self._connections.find_pairs(self._by_identity[id(record)]))

    def with_facet(self, facet: Facet, term_id: str) -> tuple[Record | OwnPage, ...]:
        """Return the current records that have a facet value, newest review first, then the host's own pages."""
        return self._by_facet.get((facet.slug, term_id), ())

    def facet_values(self, item: Record | OwnPage) -> FacetValues:
        """Return the values that a record or a page has of each facet, in the order of the facets."""
        found = self._facet_values.get(id(item))
        return find_values(item, self.facets) if found is None else found

    def describe_type(self, purpose: str, depends_on: str, make: Callable[[], T]) -> T:
        """Return what is made of types, of what all records share and of `depends_on`; nobody may change it."""
        made: T = self.descriptions.make(fingerprint(self.shared, purpose, depends_on), make)
        return made

    @cached_property
    def has_other_places(self) -> bool:
        """Whether records are about places that aren't states: those have a code in the vocabulary."""
        terms = self.facet_terms(get_facet("state"))
        return any(term.code is None and term.id != NOT_STATED for term, _ in terms)

    def facet_terms(self, facet: Facet) -> tuple[tuple[Term, int], ...]:
        """Return the values of a facet that are in use, in vocabulary order, with their counts."""
        terms = self.vocabularies[facet.vocabulary].terms
        counts = ((term, len(self.with_facet(facet, term.id))) for term in terms)
        return tuple((term, count) for term, count in counts if count)

    def source_citations(self, source_id: str) -> tuple[SourceCitation, ...]:
        """Return what rests on a source, by record title."""
        return self._source_citations.get(source_id, ())

    def prepare_citations(self) -> None:
        """Find what rests on each source: whoever asks in a copy of this process would do so once more."""
        self.source_citations("")

    def related(self, record: Record) -> Mapping[int, str]:
        """Return the places in `records` of up to four that are like this one and not already connected to it.

        They share facet values or neighbors; the reason names what.
        """
        return self._related.of(self._by_identity[id(record)])

    @cached_property
    def keys(self) -> dict[int, str]:
        """Return type and id of each record as one text, by its identity; to ask each of them takes far longer."""
        return dict(zip(map(id, self.records), self.listed_keys, strict=True))

    @cached_property
    def listed_keys(self) -> tuple[str, ...]:
        """Return type and id of each record as one text, in the order of `records`."""
        return tuple([f"{record.type}:{record.id}" for record in self.records])

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """Return the people and organizations whom readers see, in the order of their ids."""
        return tuple(find_people(self.records, self.contributors))

    @cached_property
    def communities(self) -> Mapping[str, Sequence[str]]:
        """Return the ids of the communities that records are connected to, by the address of each record."""
        found: dict[str, list[str]] = defaultdict(list)
        for community in self.records:
            if isinstance(community, Community):
                for other in self.reasons_of(community):
                    found[self.records[other].address].append(community.id)
        return found

    @cached_property
    def newest_review(self) -> str:
        """Return the latest review date as ISO text, for pages that show many records."""
        return self.last_review.isoformat() if self.last_review else "1970-01-01"

    @cached_property
    def last_review(self) -> datetime.date | None:
        """Return the day of the latest review, None where nothing was reviewed."""
        return max((record.review.reviewed_on for record in self.records if record.review), default=None)

    @cached_property
    def _by_type(self) -> dict[str, tuple[Record, ...]]:
        groups: dict[str, list[Record]] = defaultdict(list)
        for record in self.current:
            groups[record.type].append(record)
        return {name: tuple(records) for name, records in groups.items()}

    @cached_property
    def _by_key(self) -> dict[Key, Record]:
        return {key_of(record): record for record in self.records}

    @cached_property
    def current(self) -> tuple[Record, ...]:
        """Return every record that isn't archived, newest review first, then by title."""
        return tuple(record for record in self.records if record.status != "archived")

    @cached_property
    def _connections(self) -> Connections:
        return Connections(self.records, self._places, self.names)

    @cached_property
    def _facet_values(self) -> dict[int, FacetValues]:
        # A dozen ways to list records ask for them; of pages there are few.
        return {id(record): find_values(record, self.facets) for record in self.records}

    @cached_property
    def _by_facet(self) -> dict[Key, tuple[Record | OwnPage, ...]]:
        groups: dict[Key, list[Record | OwnPage]] = defaultdict(list)
        items: tuple[Record | OwnPage, ...] = (*self.current, *self.own_pages)
        for record in items:
            for facet, ids in self.facet_values(record):
                for term_id in ids:
                    groups[facet.slug, term_id].append(record)
        return {key: tuple(records) for key, records in groups.items()}

    @cached_property
    def _source_citations(self) -> dict[str, tuple[SourceCitation, ...]]:
        found: dict[str, list[SourceCitation]] = defaultdict(list)
        for record in sorted(self.records, key=lambda record: (record.title.casefold(), record.id)):
            for use in record.sources:
                found[use.source].append(SourceCitation(record, use.supports))
        return {source_id: tuple(citations) for source_id, citations in found.items()}

    @cached_property
    def _places(self) -> dict[Key, int]:
        return {key_of(record): place for place, record in enumerate(self.records)}

    @cached_property
    def _by_identity(self) -> dict[int, int]:
        """Return the place of each record, which is asked for many times: its type and id take far longer to ask."""
        return {id(record): place for place, record in enumerate(self.records)}

    @cached_property
    def outline(self) -> bytes:
        """Return what stands for all that the records say but their long texts, and for what those name."""
        outlines = b"".join([self.outlines[key] for key in self._places])
        # No type and no id has this letter.
        return fingerprint("\0".join(self.listed_keys), outlines, repr([self.names[key].texts for key in self._places]))

    @cached_property
    def _related(self) -> Related:
        traits = functools.cache(lambda: list_traits(self.records, self._connections, self.facet_values))
        said = fingerprint(self.outline, repr(self.facets))
        # Most of what records say is nothing that two can have in common.
        key = self.traits.make(said, lambda: describe_traits(traits(), self._connections))
        nearest = self.nearest.make(key, lambda: find_nearest(traits(), self._connections))
        return Related(nearest, self._by_key, self.vocabularies)


def find_newest_review(items: Iterable[Record | OwnPage]) -> str:
    """Return the latest day on which one of these was checked, as ISO text, "" where none was."""
    days = [day for item in items if (day := _last_review(item))]
    return max(days).isoformat() if days else ""


def _last_review(item: Record | OwnPage) -> datetime.date | None:
    if item.review:
        return item.review.reviewed_on
    return item.last_review if isinstance(item, OwnPage) else None
