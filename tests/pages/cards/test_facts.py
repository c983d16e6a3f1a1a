"""The facts on a card: what each type of record is chosen by, in the words of the vocabularies."""

from pathlib import Path
from typing import Any

import pytest

from knowledge_hub.pages.cards.facts import CardFact, find_card_facts
from knowledge_hub.records import RECORD_TYPES
from support.small_library import create_small_catalogue

DOCUMENTED = {"status": "documented", "limits": "x"}
SOURCES = [{"source": "report", "supports": "x"}]
TYPES = {cls.folder: cls.type for cls in RECORD_TYPES}


def _facts(folder: Path, kind: str, /, **fields: Any) -> list[CardFact]:
    catalogue = create_small_catalogue(folder, {"sources/report": {}, f"{kind}/one": fields})
    record = catalogue.get(TYPES[kind], "one")
    assert record is not None
    return find_card_facts(catalogue, record)


@pytest.mark.parametrize(
    ("kind", "fields", "texts"),
    [
        (
            "case-studies",
            {"place": {"state": "ma"}, "period": {"start": "2019", "end": "2020-06"}, "outcome": "mixed"},
            ["Ma", "2019 to June 2020", "Mixed", "Editorial"],
        ),
        ("case-studies", {"place": {"state": "ma"}, "period": None, "outcome": None}, ["Ma", "Editorial"]),
        (
            "communities",
            {"kind": "cop", "places": ["ma", "oh"], "started": "2019-09", "ended": None},
            ["Ma, Oh", "From September 2019", "Cop", "Editorial"],
        ),
        ("roles", {"discipline": "health"}, ["Health", "Editorial"]),
        ("toolkits", {"time": "One hour"}, ["One hour", "Editorial"]),
        ("lessons", {"evidence": {"status": "composite"}}, ["Composite"]),
        ("lessons", {"evidence": DOCUMENTED, "sources": SOURCES}, ["Evidence: documented"]),
        (
            "lessons",
            {"evidence": {**DOCUMENTED, "strength": "descriptive"}, "sources": SOURCES},
            ["Evidence: descriptive"],
        ),
    ],
)
def test_a_card_says_what_is_known(tmp_path: Path, kind: str, fields: dict[str, Any], texts: list[str]) -> None:
    """Where, when, how it went or what it is, how sure; what isn't known leaves no gap."""
    assert [fact.text for fact in _facts(tmp_path, kind, **fields)] == texts


def test_an_outcome_has_a_shape_of_its_own(tmp_path: Path) -> None:
    """Only an outcome has one, and styles know it by its id."""
    facts = _facts(tmp_path, "case-studies", place={"state": "ma"}, outcome="stopped")
    assert [(fact.mark, fact.outcome) for fact in facts if fact.mark] == [("●", "stopped")]


@pytest.mark.parametrize(
    ("places", "shown"),
    [
        (["ma", "oh", "national"], "Ma, Oh, National"),
        (["ma", "not-stated"], "Ma"),
        (["not-stated"], ""),
    ],
)
def test_few_places_are_named(tmp_path: Path, places: list[str], shown: str) -> None:
    """A place that a source doesn't tell is none."""
    facts = [fact.text for fact in _facts(tmp_path, "lessons", places=places)]
    assert facts == [*[shown] * bool(shown), "Editorial"]


@pytest.mark.parametrize(
    ("places", "shown"), [(("ma", "oh", "ma", "oh"), "4 states"), (("ma", "oh", "ma", "national"), "4 places")]
)
def test_many_places_are_counted(tmp_path: Path, places: tuple[str, ...], shown: str) -> None:
    """More than three names would fill the card; only what has a code is a state."""
    catalogue = create_small_catalogue(tmp_path, {"lessons/one": {"places": ["ma"]}})
    record = catalogue.get("lesson", "one")
    assert record is not None
    assert find_card_facts(catalogue, record.model_copy(update={"places": places}))[0].text == shown
