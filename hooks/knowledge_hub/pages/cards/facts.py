"""The facts on a record's card, by which a reader chooses: where, when, how it went, how sure."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from jinja2.utils import htmlsafe_json_dumps

from knowledge_hub.catalogue.catalogue import Catalogue
from knowledge_hub.catalogue.facets import NOT_STATED
from knowledge_hub.dates import period_words
from knowledge_hub.pages.frame.reading import duration_words
from knowledge_hub.records import CaseStudy, Community, Pathway, Record, Role, Toolkit
from knowledge_hub.records.own_page import OwnPage
from knowledge_hub.sentences import lower_first
from knowledge_hub.vocabulary import Vocabularies
from knowledge_hub.words.words import Words

_MOST_PLACES = 3


class CardFact(NamedTuple):
    """One fact on a card; an outcome has a mark that repeats its word as a shape."""

    text: str
    mark: str = ""
    outcome: str = ""


def find_card_facts(catalogue: Catalogue, record: Record | OwnPage) -> list[CardFact]:
    """Return the facts that are known of a record."""
    facts = [
        CardFact(_find_place(catalogue, record)),
        CardFact(_find_time(catalogue.words, record)),
        _find_kind(catalogue.vocabularies, record),
        *_find_own(catalogue, record),
        CardFact(_find_evidence(catalogue, record)),
    ]
    return [fact for fact in facts if fact.text]


# Most facts stand on many pages.
@lru_cache(maxsize=16_384)
def write_fact(fact: CardFact) -> str:
    """Return a fact as JSON that can stand in HTML: mark, text and outcome."""
    return str(htmlsafe_json_dumps((fact.mark, fact.text, fact.outcome)))


@lru_cache(maxsize=256)
def write_kind(word: str) -> str:
    """Return what a type is called as JSON that can stand in HTML."""
    return str(htmlsafe_json_dumps(word))


def stated_places(record: Record | OwnPage) -> list[str]:
    """Return the ids of the places that a record names."""
    return [place for place in record.facet_ids("places") if place != NOT_STATED]


def _find_place(catalogue: Catalogue, record: Record | OwnPage) -> str:
    places = stated_places(record)
    if len(places) > _MOST_PLACES:
        has_codes = all(catalogue.vocabularies.term("places", place).code for place in places)
        return catalogue.words.count("counts.state" if has_codes else "counts.place", len(places))
    return ", ".join(catalogue.vocabularies.label("places", place) for place in places)


def _find_time(words: Words, record: Record | OwnPage) -> str:
    match record:
        case CaseStudy(period=period) if period:
            return period_words(period.start, period.end)
        case Community():
            return period_words(record.started, record.ended)
        case Toolkit():
            return record.time
        case Pathway():
            return duration_words(words, sum(step.minutes for step in record.steps))
    return ""


def _find_kind(vocabularies: Vocabularies, record: Record | OwnPage) -> CardFact:
    """Return how it went, or what kind of community or role it is."""
    match record:
        case CaseStudy(outcome=outcome) if outcome:
            return CardFact(vocabularies.label("outcomes", outcome), vocabularies.mark("outcomes", outcome), outcome)
        case Community():
            return CardFact(vocabularies.label("community-kinds", record.kind))
        case Role():
            return CardFact(vocabularies.label("disciplines", record.discipline))
    return CardFact("")


def _find_own(catalogue: Catalogue, record: Record | OwnPage) -> Iterator[CardFact]:
    """Yield the values of the facets that the host wants on cards."""
    for facet in catalogue.facets:
        if facet.on_cards:
            labels = (catalogue.vocabularies.label(facet.vocabulary, one) for one in record.facet_ids(facet.field))
            yield CardFact(", ".join(labels))


def _find_evidence(catalogue: Catalogue, record: Record | OwnPage) -> str:
    if isinstance(record, OwnPage):
        return ""
    evidence = record.evidence
    if evidence.status != "documented":
        return catalogue.vocabularies.label("evidence-status", evidence.status)
    if evidence.strength is None:
        return catalogue.words.text("evidence.documented")
    strength = lower_first(catalogue.vocabularies.label("evidence-strength", evidence.strength))
    return catalogue.words.text("evidence.strength", strength=strength)
