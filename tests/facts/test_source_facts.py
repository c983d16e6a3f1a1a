"""The facts that bear out a text, and the one behind a result."""

from typing import Any

import pytest

from knowledge_hub.facts.source_facts import FactShelf, ReadFact, find_behind, find_nearest
from knowledge_hub.records import Source

STATEMENTS = (
    "In 2015-16, 29 providers worked with 136 schools.",
    "They reached more than 2,400 students, 900 a month on average.",
    "Participants reported gains in knowledge, skill and confidence.",
    "The budget of 2016 set aside money.",
)


def _source(**fields: Any) -> Source:
    facts = [{"statement": text, "locator": "abstract", "read_on": "2026-01-15"} for text in STATEMENTS]
    return Source(id="report", kind="report", title="Report of 2017", read="abstract", facts=facts, **fields)


@pytest.fixture
def shelf() -> FactShelf:
    """The facts of one source."""
    return FactShelf({"report": _source(issued="2018-04")}, ["Ohio"])


@pytest.fixture
def facts(shelf: FactShelf) -> tuple[ReadFact, ...]:
    """The same, as they are looked through."""
    (found,) = shelf.facts_of(["report", "not-there"])
    return found.facts


def test_a_source_vouches_for_its_title_and_date(shelf: FactShelf) -> None:
    """What its facts hold, and its own year, may be said of it."""
    (found,) = shelf.facts_of(["report"])
    assert {"2017", "2018", "2018-04", "29", "2400"} <= found.values
    assert "30" not in found.values


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("Work went on in 136 schools.", [0]),
        ("29 providers reached 2,400 students.", [0, 1]),
        ("Those who took part reported more knowledge and confidence.", [2]),
        # The year alone is no number: much can be said of one year.
        ("In 2016, participants told of gains in skill and knowledge.", [2]),
        ("Families were asked first.", []),
        ("Knowledge, skill and confidence rose by 40 percent.", []),
    ],
)
def test_the_facts_behind_a_result(
    shelf: FactShelf, facts: tuple[ReadFact, ...], statement: str, expected: list[int]
) -> None:
    """They share its numbers, or without numbers most of its words; where none does, none is shown."""
    assert [fact.number for fact in find_behind(statement, shelf.reader, facts)] == expected


def test_the_nearest_fact_shares_most(shelf: FactShelf, facts: tuple[ReadFact, ...]) -> None:
    """It is what whoever wrote another number probably meant; without anything in common there is none."""
    nearest = find_nearest("In 2015-16, 29 providers worked with 163 schools.", shelf.reader, facts)
    assert nearest is not None
    assert nearest.number == 0
    assert find_nearest("Nobody came.", shelf.reader, facts) is None
