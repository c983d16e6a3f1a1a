"""The facts on a record's card, by which a reader chooses: where, when, how it went, how sure."""

from dataclasses import dataclass

from knowledge_hub.dates import period_words
from knowledge_hub.pages.frame.interface_words import OUTCOME_MARKS
from knowledge_hub.records import CaseStudy, Community, Record, Role, Toolkit
from knowledge_hub.records.own_page import OwnPage
from knowledge_hub.vocabulary import Vocabularies

# The choice in the vocabulary of places that names none.
NOT_STATED = "not-stated"

_MOST_PLACES = 3


@dataclass(frozen=True, slots=True)
class CardFact:
    """One fact on a card; an outcome has a mark that repeats its word as a shape."""

    text: str
    mark: str = ""
    outcome: str = ""


def find_card_facts(vocabularies: Vocabularies, record: Record | OwnPage) -> list[CardFact]:
    """Return the facts that are known of a record."""
    facts = [
        CardFact(_find_place(vocabularies, record)),
        CardFact(_find_time(record)),
        _find_kind(vocabularies, record),
        CardFact(_find_evidence(vocabularies, record)),
    ]
    return [fact for fact in facts if fact.text]


def stated_places(record: Record | OwnPage) -> list[str]:
    """Return the ids of the places that a record names."""
    return [place for place in record.facet_ids("places") if place != NOT_STATED]


def _find_place(vocabularies: Vocabularies, record: Record | OwnPage) -> str:
    places = stated_places(record)
    if len(places) > _MOST_PLACES:
        return f"{len(places)} states"
    return ", ".join(vocabularies.label("places", place) for place in places)


def _find_time(record: Record | OwnPage) -> str:
    match record:
        case CaseStudy(period=period) if period:
            return period_words(period.start, period.end)
        case Community():
            return period_words(record.started, record.ended)
        case Toolkit():
            return record.time
    return ""


def _find_kind(vocabularies: Vocabularies, record: Record | OwnPage) -> CardFact:
    """Return how it went, or what kind of community or role it is."""
    match record:
        case CaseStudy(outcome=outcome) if outcome:
            return CardFact(vocabularies.label("outcomes", outcome), OUTCOME_MARKS.get(outcome, ""), outcome)
        case Community():
            return CardFact(vocabularies.label("community-kinds", record.kind))
        case Role():
            return CardFact(vocabularies.label("disciplines", record.discipline))
    return CardFact("")


def _find_evidence(vocabularies: Vocabularies, record: Record | OwnPage) -> str:
    if isinstance(record, OwnPage):
        return ""
    evidence = record.evidence
    if evidence.status != "documented":
        return vocabularies.label("evidence-status", evidence.status)
    if evidence.strength is None:
        return "Evidence: documented"
    return f"Evidence: {vocabularies.label('evidence-strength', evidence.strength).lower()}"
