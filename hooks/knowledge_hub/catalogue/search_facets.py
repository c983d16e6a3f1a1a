"""By which facets search filters, and the values of everything that it finds."""

from collections import Counter
from collections.abc import Iterator

from knowledge_hub.catalogue.catalogue import Catalogue
from knowledge_hub.catalogue.change_packages import find_package_domains
from knowledge_hub.records import RECORD_TYPES, CaseStudy, Community, Record
from knowledge_hub.records.own_page import OwnPage
from knowledge_hub.vocabulary import Term

# What is found beside records and pages, in the order in which search offers it.
REFERENCE_TYPES = ("test-of-change", "change-package", "model", "term", "source")


def search_facets(catalogue: Catalogue) -> tuple[str, ...]:
    """Return the names of everything that search can filter by, in the order of the search page."""
    return ("type", *(facet.slug for facet in catalogue.facets), "outcome", "community")


def find_facet_values(catalogue: Catalogue, record: Record | OwnPage) -> Iterator[tuple[str, str]]:
    """Yield facet and value by which a record is filtered, each once."""
    yield "type", record.type
    for facet, ids in catalogue.facet_values(record):
        for term_id in ids:
            yield facet.slug, term_id
    if isinstance(record, CaseStudy) and record.outcome:
        yield "outcome", record.outcome
    if isinstance(record, Record):
        yield from (("community", community) for community in find_communities(catalogue, record))


def find_communities(catalogue: Catalogue, record: Record) -> Iterator[str]:
    """Yield the ids of the communities that a record belongs to; one belongs to itself."""
    if record.type == Community.type:
        yield record.id
    yield from catalogue.communities.get(record.address, ())


def find_test_values(catalogue: Catalogue, community: Community) -> tuple[tuple[str, str], ...]:
    """Return facet and value by which each test of change of a community is filtered: the community's, but its kind."""
    own = (pair for pair in find_facet_values(catalogue, community) if pair[0] != "type")
    return (("type", "test-of-change"), *own)


def find_package_values(domain: Term) -> tuple[tuple[str, str], ...]:
    """Return facet and value by which the change package of a domain is filtered."""
    return ("type", "change-package"), ("domain", domain.id)


def count_facet_values(catalogue: Catalogue) -> Counter[tuple[str, str]]:
    """Return how many of the things that search finds have each facet value."""
    counts = Counter(dict(_count_records(catalogue)))
    for community in catalogue.of_type(Community):
        for pair in find_test_values(catalogue, community):
            counts[pair] += len(community.tests_of_change)
    counts.update(pair for domain in find_package_domains(catalogue) for pair in find_package_values(domain))
    others = {"model": int(catalogue.models is not None), "term": len(catalogue.glossary.terms)}
    others["source"] = len(catalogue.sources)
    return counts + Counter({("type", kind): number for kind, number in others.items()})


def _count_records(catalogue: Catalogue) -> Iterator[tuple[tuple[str, str], int]]:
    """Yield what `find_facet_values` finds of all current records and own pages, with how many have it."""
    for cls in RECORD_TYPES:
        yield ("type", cls.type), len(catalogue.of_type(cls))
    yield ("type", OwnPage.type), len(catalogue.own_pages)
    for facet in catalogue.facets:
        for term, number in catalogue.facet_terms(facet):
            yield (facet.slug, term.id), number
    outcomes = Counter(study.outcome for study in catalogue.of_type(CaseStudy) if study.outcome)
    yield from ((("outcome", outcome), number) for outcome, number in outcomes.items())
    for record in catalogue.records:
        if isinstance(record, Community):
            belonging = (record, *(connection.record for connection in catalogue.connections(record)))
            yield ("community", record.id), sum(other.status != "archived" for other in belonging)
