"""How many records share two values: where a library holds much, and where it is thin."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain, product
from typing import NamedTuple

from knowledge_hub.catalogue.facets import get_facet
from knowledge_hub.records import Record


class Coverage(NamedTuple):
    """The number of records of each type, of each discipline and level, and of each quality domain and type."""

    types: Mapping[str, int]
    disciplines: Mapping[tuple[str, str], int]
    domains: Mapping[tuple[str, str], int]


def count_coverage(records: Sequence[Record]) -> Coverage:
    """Return how many of these records share two values."""
    discipline, level, domain = (get_facet(slug).field for slug in ("discipline", "level", "domain"))
    named = (product(record.facet_ids(discipline), record.facet_ids(level)) for record in records)
    return Coverage(
        Counter(record.type for record in records),
        Counter(chain.from_iterable(named)),
        Counter((term_id, record.type) for record in records for term_id in record.facet_ids(domain)),
    )
