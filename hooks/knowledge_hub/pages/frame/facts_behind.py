"""What the sources say behind a result, and what rests on each fact of a source."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from knowledge_hub.citations.apa import cite_briefly
from knowledge_hub.dates import date_words
from knowledge_hub.facts.source_facts import ReadFact, find_behind
from knowledge_hub.keeping import fingerprint_all
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.records import Source
from knowledge_hub.records.common import Result
from knowledge_hub.records.source import Fact

# Where the page of a record tells what came out.
RESULTS = "results"


class FactRow(NamedTuple):
    """A fact as readers see it; `place` says where and when it was read, and in which of several sources."""

    statement: str
    place: str


@dataclass(slots=True)
class Resting:
    """How a page rests on a source: on which of its facts, counted from 1, and with which part, "" for all of it."""

    part: str
    numbers: set[int] = field(default_factory=set)


def find_facts_behind(site: Site, result: Result) -> list[FactRow]:
    """Return the facts that a result rests on, as far as they can be told by its numbers and words."""
    facts = _list_facts(site, result.sources)
    return [
        FactRow(found.fact.statement, tell_place(site, found.source, found.fact, with_source=len(result.sources) > 1))
        for found in (find_behind(result.statement, site.facts.reader, facts) if facts else ())
    ]


def tell_place(site: Site, source: Source, fact: Fact, *, with_source: bool = False) -> str:
    """Return where in its source a fact was read, and when."""
    words = site.text("record.fact_place", locator=fact.locator, date=date_words(fact.read_on))
    return f"{cite_briefly(source)}; {words}" if with_source else words


def find_resting(site: Site, source_id: str) -> Mapping[str, Resting]:
    """Return how each page rests on the facts of a source, by its address; none where no fact is near its words."""
    catalogue = site.catalogue
    if not catalogue.sources[source_id].facts:
        return {}
    records = [use.record for use in catalogue.source_citations(source_id)]
    names = [(Source.record_type, source_id), *((record.type, record.id) for record in records)]
    key = fingerprint_all((catalogue.shared, *(catalogue.fingerprints[name] for name in names)))
    resting: Mapping[str, Resting] = site.resting.make(key, lambda: _read_resting(site, source_id))
    return resting


def _read_resting(site: Site, source_id: str) -> Mapping[str, Resting]:
    resting: dict[str, Resting] = {}
    facts = _list_facts(site, (source_id,))
    for use in site.catalogue.source_citations(source_id):
        statements = [
            (result.statement, f"#{RESULTS}")
            for result in getattr(use.record, "results", ())
            if source_id in result.sources
        ]
        for statement, part in (*statements, (use.supports, "")):
            for found in find_behind(statement, site.facts.reader, facts):
                resting.setdefault(use.record.address, Resting(part)).numbers.add(found.number + 1)
    return resting


def _list_facts(site: Site, sources: Iterable[str]) -> list[ReadFact]:
    return [fact for source in site.facts.facts_of(sources) for fact in source.facts]
