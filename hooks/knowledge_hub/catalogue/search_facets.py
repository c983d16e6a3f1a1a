"""By which facets search filters, and the values of each record and own page."""

from collections import Counter
from collections.abc import Iterator

from knowledge_hub.catalogue.catalogue import Catalogue
from knowledge_hub.records import CaseStudy, Community, Record
from knowledge_hub.records.own_page import OwnPage


def search_facets(catalogue: Catalogue) -> tuple[str, ...]:
    """Return the names of everything that search can filter by, in the order of the search page."""
    return ("type", *(facet.slug for facet in catalogue.facets), "outcome", "community")


def find_facet_values(catalogue: Catalogue, record: Record | OwnPage) -> Iterator[tuple[str, str]]:
    """Yield facet and value by which a record is filtered, each once."""
    yield "type", record.type
    for facet in catalogue.facets:
        for term_id in record.facet_ids(facet.field):
            yield facet.slug, term_id
    if isinstance(record, CaseStudy) and record.outcome:
        yield "outcome", record.outcome
    if isinstance(record, OwnPage):
        return
    for community in (record, *(connection.record for connection in catalogue.connections(record))):
        if isinstance(community, Community):
            yield "community", community.id


def count_facet_values(catalogue: Catalogue) -> Counter[tuple[str, str]]:
    """Return how many current records and own pages have each facet value."""
    items: tuple[Record | OwnPage, ...] = (*catalogue.current, *catalogue.own_pages)
    return Counter(pair for record in items for pair in find_facet_values(catalogue, record))
