"""What a text claims."""

from calendar import month_abbr, month_name
from pathlib import Path

import pytest
import yaml

from knowledge_hub.facts.claims import ClaimReader
from knowledge_hub.facts.clues import ClueFinder
from knowledge_hub.facts.number_words import TIMES, WORD_VALUES
from knowledge_hub.spelled_words import find_words

PLACES = ("Virginia", "West Virginia", "New York", "England")
CASES = yaml.safe_load((Path(__file__).parent / "claims.yml").read_text(encoding="utf-8"))


def read(text: str) -> list[str]:
    """Return the values of what a text claims."""
    return [claim.value for claim in ClaimReader(PLACES).read(text) if not claim.is_ordinary]


@pytest.mark.parametrize("text", CASES)
def test_a_text_claims_what_a_reader_would_say(text: str) -> None:
    """Numbers, dates and places are found with their values, and names that have a number are not."""
    assert read(text) == CASES[text]


def test_the_numbers_of_a_list_claim_nothing() -> None:
    """They are the writer's; a number in the item is a claim."""
    assert read("1. We met.\n2. We saw 40 teams.\n   3) And went on.") == ["40"]


def test_a_claim_may_go_over_a_line() -> None:
    """Where it stands is told, and its words as they are written."""
    text = "It was two\nthirds, in New\nYork."
    found = [(claim.value, text[claim.start : claim.end]) for claim in ClaimReader(PLACES).read(text)]
    assert found == [("2/3", "two\nthirds"), ("New York", "New\nYork")]


def test_ordinary_words_hold_what_others_claim() -> None:
    """A fact that says "two teams" bears out "2 teams", and one of May 2021 bears out 2021."""
    assert ClaimReader().values("Two teams met in May 2021.") == {"2", "2021", "2021-05"}


@pytest.mark.parametrize("text", [text for text in CASES if CASES[text]])
def test_no_claim_is_without_a_clue(text: str) -> None:
    """What a file is looked through for, fast, finds every text that claims something."""
    assert ClueFinder(PLACES).find(text)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("It cost 4.3 million.", "It cost 4.3 thousand."),
        ("In May 2021", "In June 2021"),
        ("Two of five", "Five"),
        ("One in three met.", "Three met."),
        ("1,250", "1, 250"),
        ("In England", "In New York"),
        ("24", "2023-24"),
        ("24", "2023–24"),
        ("24", "2023/24"),
    ],
)
def test_the_fast_look_lets_nothing_pass(text: str, fact: str) -> None:
    """Where a fact doesn't bear out a text, the clues of the fact don't cover those of the text."""
    finder = ClueFinder(PLACES)
    assert not set(read(text)) <= ClaimReader(PLACES).values(fact)
    assert not finder.find(text) <= finder.find_held(fact)


@pytest.mark.parametrize(
    "text", ["On (-5) and .5 of 2,000", "TEN of twelve, in New\nYork", "K-12, tier-1", "ten\u201311"]
)
def test_whoever_knows_the_words_gets_the_same_clues(text: str) -> None:
    """The words are worked out only where nobody has them."""
    assert ClueFinder(PLACES).find(text, find_words(text)) == ClueFinder(PLACES).find(text)


def test_a_place_is_found_over_the_end_of_a_line() -> None:
    """Of names that share a word, those that are written."""
    assert ClueFinder(PLACES).find("In New\nYork and West Virginia") == {"New York", "West Virginia", "Virginia"}
    assert ClueFinder(PLACES).find("In York, new") == set()


def test_dates_of_reviews_are_no_clues() -> None:
    """Neither are ids with numbers: each file has them."""
    assert ClueFinder(PLACES).find("reviewed_on: 2026-11-24\nsource: heatly-2023\ntiers: [tier-1]") == set()


@pytest.mark.parametrize("word", WORD_VALUES)
def test_every_number_word_is_found(word: str) -> None:
    """It stands for its number, whichever letters it begins with, alone and within a sentence."""
    value = str(WORD_VALUES[word])
    assert ClaimReader().values(f"{word} teams") == ClaimReader().values(f"About ({word.title()}) teams") == {value}


@pytest.mark.parametrize("month", [name.lower() for name in [*month_name, *month_abbr] if name])
def test_every_month_is_found(month: str) -> None:
    """A month is one claim, not a year."""
    assert [claim.value[:5] for claim in ClaimReader().read(f"Since {month} 2021")] == ["2021-"]


@pytest.mark.parametrize("words", TIMES)
def test_every_change_in_words_is_found(words: str) -> None:
    """What doubled is twice as much."""
    assert ClaimReader().values(f"It {words}") == {TIMES[words]}


def test_a_place_is_a_whole_word() -> None:
    """It is no end of another word, nor its beginning."""
    assert ClaimReader(PLACES).values("XNew York, Englander, West Virginias") == frozenset()
    assert ClaimReader(PLACES).values("New York, (England)") == {"New York", "England"}
