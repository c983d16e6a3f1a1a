"""Which records are most like one that they aren't connected to, and what both have."""

import functools
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence

from knowledge_hub.catalogue.connections import Connections, Key
from knowledge_hub.catalogue.facets import FacetValues
from knowledge_hub.catalogue.likeness import Likeness
from knowledge_hub.keeping import fingerprint_all
from knowledge_hub.records import Pathway, Record
from knowledge_hub.vocabulary import Vocabularies

# For each record the places of those that are most like it, each with the names of traits that both have.
Nearest = tuple[tuple[tuple[int, tuple[str, ...]], ...], ...]

_RELATED = 4
# As many of the traits that two records share are told.
_TOLD = 2


class Related:
    """The records that are most like each, with what two have in common as readers call it."""

    def __init__(self, nearest: Nearest, by_key: Mapping[Key, Record], vocabularies: Vocabularies) -> None:
        self._nearest = nearest
        # Many have the same in common. A method of the catalogue would make a circle, and keep it beyond its build.
        self._name_trait = functools.cache(functools.partial(_name_trait, by_key, vocabularies))
        self._made: dict[int, Mapping[int, str]] = {}

    def of(self, place: int) -> Mapping[int, str]:
        """Return the places of what is like the record at a place, each with what both have."""
        made = self._made.get(place)
        if made is None:
            name = self._name_trait
            made = {other: f"Both: {', '.join(map(name, shared))}" for other, shared in self._nearest[place]}
            self._made[place] = made
        return made


def _name_trait(by_key: Mapping[Key, Record], vocabularies: Vocabularies, trait: str) -> str:
    """Return the title of a record, or the label of a term, that is named as in `list_traits`."""
    group, _, item_id = trait.partition(":")
    record = by_key.get((group, item_id))
    return record.title if record else vocabularies.label(group, item_id)


def find_nearest(traits: Sequence[tuple[str, ...]], connections: Connections) -> Nearest:
    """Return up to four records for each, which share facet values or neighbors with it and aren't its neighbors."""
    return tuple(_find_nearest(Likeness(traits), connections))


def _find_nearest(
    likeness: Likeness[str], connections: Connections
) -> Iterator[tuple[tuple[int, tuple[str, ...]], ...]]:
    for own, neighbors in enumerate(connections.reasons):
        nearest = likeness.nearest(own, {own, *neighbors}, _RELATED, _TOLD)
        yield tuple([(place, tuple(shared)) for place, shared in nearest])


def describe_traits(traits: Sequence[tuple[str, ...]], connections: Connections) -> bytes:
    """Return what stands for all that `find_nearest` is told."""
    said = zip(traits, connections.reasons, strict=True)
    # No trait is a number, and none has this letter.
    return fingerprint_all("\0".join((*own, *map(str, neighbors))) for own, neighbors in said)


def list_traits(
    records: Sequence[Record], connections: Connections, facet_values: Callable[[Record], FacetValues]
) -> tuple[tuple[str, ...], ...]:
    """Return for each record what it can share with others: facet values and connected records, by name.

    Nothing leads to an archived one, or to a way through others.
    """
    return tuple(_list_traits(records, connections, facet_values))


def _list_traits(
    records: Sequence[Record], connections: Connections, facet_values: Callable[[Record], FacetValues]
) -> Iterator[tuple[str, ...]]:
    names = [sys.intern(f"{record.type}:{record.id}") for record in records]
    # Steps of one pathway are there because they differ.
    pathways = {place for place, record in enumerate(records) if isinstance(record, Pathway)}
    for place, record in enumerate(records):
        if record.status == "archived" or place in pathways:
            yield ()
            continue
        # One text for each name: that of a term stands at thousands of records.
        values = [sys.intern(f"{facet.vocabulary}:{term_id}") for facet, ids in facet_values(record) for term_id in ids]
        yield (*values, *(names[other] for other in connections.reasons[place] if other not in pathways))
