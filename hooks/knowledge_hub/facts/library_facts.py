"""The facts of a library: what its records rest on, and what they say of themselves that needs no fact."""

from collections.abc import Iterator, Mapping

from knowledge_hub.facts.source_facts import FactShelf
from knowledge_hub.records import CaseStudy, Community, Record, Source
from knowledge_hub.vocabulary import Vocabularies

# Choices of the vocabulary of places that name none.
_NO_PLACES = frozenset({"multi-state", "national", "outside-us", "not-stated"})


def create_shelf(sources: Mapping[str, Source], vocabularies: Vocabularies) -> FactShelf:
    """Return the facts of these sources; places are those of the vocabulary, also the host's own."""
    return FactShelf(sources, name_places(vocabularies).values())


def name_places(vocabularies: Vocabularies) -> dict[str, str]:
    """Return the name of every place in the vocabulary by its id."""
    vocabulary = vocabularies.by_name.get("places")
    terms = vocabulary.terms if vocabulary else ()
    return {term.id: term.label.en for term in terms if term.id not in _NO_PLACES}


def find_cited_sources(record: Record) -> tuple[str, ...]:
    """Return the ids of the sources that a record cites, each once."""
    ids = [use.source for use in record.sources]
    if isinstance(record, CaseStudy | Community):
        ids += [source for result in record.results for source in result.sources]
    return tuple(dict.fromkeys(ids))


def find_own_texts(record: Record, places: Mapping[str, str]) -> Iterator[str]:
    """Yield what a record says of itself in its own fields: its times, its places, the points of its measures."""
    yield from (places[place] for place in record.facet_ids("places") if place in places)
    if isinstance(record, CaseStudy) and record.period:
        yield from (date for date in (record.period.start, record.period.end) if date)
    if isinstance(record, Community):
        yield from (date for date in (record.started, record.ended) if date)
    if isinstance(record, CaseStudy | Community):
        for measure in record.measures:
            for point in measure.points:
                yield from (point.date, f"{point.value:g}", *(() if point.n is None else (str(point.n),)))
