"""What is connected: each connection that was written on one side, visible on both."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from knowledge_hub.library.names import Names
from knowledge_hub.records import RECORD_TYPES, Record

Key = tuple[str, str]


class Connection(NamedTuple):
    """Another record and why it belongs to this one; there are so many that a tuple is worth it."""

    record: Record
    reason: str


class Connections:
    """The connections of records, which are known by their place in a list: `names` says whom each names.

    `reasons` has for each record the places of those that are connected to it, in the order of the types.
    """

    def __init__(self, records: Sequence[Record], places: Mapping[Key, int], names: Mapping[Key, Names]) -> None:
        self._records = records
        self._types = [record.type for record in records]
        self._grouped: tuple[int, dict[str, list[int]]] = (-1, {})
        order = _find_reading_order(records)
        self.reasons: tuple[Mapping[int, str], ...] = tuple(
            {place: found[place] for place in sorted(found, key=order.__getitem__)}
            for found in _find_reasons(places, names)
        )

    def of(self, place: int) -> tuple[Connection, ...]:
        """Return what is connected to a record, each with its reason."""
        return tuple([Connection(self._records[other], reason) for other, reason in self.reasons[place].items()])

    def by_type(self, place: int) -> dict[str, list[int]]:
        """Return the places of what is connected to a record by type, in the order of the types."""
        # A page asks for those of its record more than once.
        if self._grouped[0] != place:
            groups: dict[str, list[int]] = {}
            for other in self.reasons[place]:
                groups.setdefault(self._types[other], []).append(other)
            self._grouped = (place, groups)
        return self._grouped[1]

    def find_pairs(self, place: int) -> Iterator[tuple[int, int]]:
        """Yield each two connections of a record that are connected to each other, by their numbers among these."""
        around = tuple(self.reasons[place])
        for first, one in enumerate(around):
            reasons = self.reasons[one]
            for second in range(first + 1, len(around)):
                if around[second] in reasons:
                    yield first, second


def key_of(record: Record) -> Key:
    """Return type and id of a record, by which others name it."""
    return (record.type, record.id)


def _find_reasons(places: Mapping[Key, int], names: Mapping[Key, Names]) -> list[dict[int, str]]:
    """Return for each record why which others belong to it; the first reason for a pair is kept."""
    found: list[dict[int, str]] = [{} for _ in places]
    mentions: list[tuple[int, int]] = []
    for key, place in places.items():
        for kind, record_id, reason, reverse_reason in names[key].fields:
            target = places.get((kind, record_id), place)
            if target != place:
                found[place].setdefault(target, reason)
                found[target].setdefault(place, reverse_reason)
        mentions += [(place, places[target]) for target in names[key].texts if target in places and target != key]
    # A reason that a field gives says more than a mere mention, whichever record it stands in.
    for source, target in mentions:
        found[source].setdefault(target, "Mentioned here")
        found[target].setdefault(source, "Mentions this")
    return found


def _find_reading_order(records: Sequence[Record]) -> list[int]:
    """Return the rank of each record among all: by type, then by title."""
    types = {cls.type: index for index, cls in enumerate(RECORD_TYPES)}
    keys = [(types[record.type], record.title.casefold(), record.id) for record in records]
    ranks = [0] * len(records)
    for rank, place in enumerate(sorted(range(len(records)), key=keys.__getitem__)):
        ranks[place] = rank
    return ranks
