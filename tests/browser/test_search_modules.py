"""What the small modules of search answer by themselves: slips, near words, the state in the address."""

from typing import Any

import pytest
from playwright.sync_api import Browser

from support.browser.search_engine import Engine

pytestmark = pytest.mark.slow

SEARCH = "https://hub.example/search/"
KNOWN = "(facet, value) => ['type=role', 'type=lesson', 'state=ma'].includes(`${facet}=${value}`)"
NOTHING: dict[str, Any] = {"q": "", "filters": {}, "sort": "", "shown": 10}


@pytest.fixture(scope="module")
def engine(browser: Browser) -> Engine:
    """The modules on an empty page."""
    return Engine(browser)


@pytest.mark.parametrize(
    ("typed", "word", "slips"),
    [
        ("", "", 0),
        ("screning", "screening", 1),
        ("telehelth", "telehealth", 1),
        ("famliy", "family", 1),
        ("ca", "abc", 3),
        ("kitten", "sitting", 3),
        ("team", "", 4),
    ],
)
def test_slips_are_counted(engine: Engine, typed: str, word: str, slips: int) -> None:
    """A letter added, left out, replaced or swapped with its neighbor counts one, either way round."""
    count = "[module.countSlips(...values), module.countSlips(...values.toReversed())]"
    assert engine.run("engine/spelling", count, typed, word) == [slips, slips]


@pytest.mark.parametrize(("typed", "word", "slips"), [("ca", "abc", 3), ("kitten", "sitting", 3), ("team", "", 4)])
def test_counting_gives_up_above_its_limit(engine: Engine, typed: str, word: str, slips: int) -> None:
    """As many slips as allowed are counted, one more is as good as infinitely many."""
    assert engine.run("engine/spelling", "module.countSlips(...values)", typed, word, slips) == slips
    assert engine.run("engine/spelling", "module.countSlips(...values)", typed, word, slips - 1) == float("inf")


@pytest.mark.parametrize(
    ("typed", "known", "near"),
    [
        ("nrse", ["nurse", "purse", "horse"], ["nurse"]),
        ("NRSE", ["Nurse"], ["Nurse"]),
        ("teems", ["terms", "teams"], ["terms", "teams"]),
        ("scrning", ["screening", "scoring"], []),
        ("telehelht", ["telehealth"], ["telehealth"]),
        ("team", ["family"], []),
    ],
)
def test_near_words_are_found(engine: Engine, typed: str, known: list[str], near: list[str]) -> None:
    """One slip, two from eight letters on; equals stand as they were known."""
    assert engine.run("engine/spelling", "module.nearWords(...values)", typed, known, 2) == near


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", {}),
        ("?q=who+pays%3F&sort=reviewed&n=30", {"q": "who pays?", "sort": "reviewed", "shown": 30}),
        ("?type=role&type=lesson&state=ma&type=role", {"filters": {"type": ["role", "lesson"], "state": ["ma"]}}),
        ("?type=nowhere&color=red&__proto__=x&sort=evil", {}),
        ("?n=11", {"shown": 20}),
        ("?n=-5", {}),
        ("?n=0", {}),
        ("?n=many", {}),
        ("?n=999999", {"shown": 1000}),
    ],
)
def test_an_address_says_what_was_asked(engine: Engine, query: str, expected: dict[str, Any]) -> None:
    """Only what exists here is taken from an address, which anybody may have written."""
    state = engine.run("state", f"module.readState(values[0], {KNOWN})", SEARCH + query)
    assert state == {**NOTHING, **expected}


@pytest.mark.parametrize(
    ("state", "query"),
    [
        ({}, ""),
        ({"q": "  "}, ""),
        ({"q": "who pays?"}, "?q=who+pays%3F"),
        ({"filters": {"type": ["role", "lesson"], "state": []}, "shown": 20}, "?type=role&type=lesson&n=20"),
        ({"q": "a&b=c#d", "sort": "reviewed"}, "?q=a%26b%3Dc%23d&sort=reviewed"),
    ],
)
def test_what_was_asked_is_an_address(engine: Engine, state: dict[str, Any], query: str) -> None:
    """Whatever stood in the address before is replaced, and what is as it always is isn't named."""
    assert engine.run("state", "module.writeState(...values)", f"{SEARCH}?q=old&x=y", {**NOTHING, **state}) == (
        SEARCH + query
    )


def test_an_address_is_read_as_it_was_written(engine: Engine) -> None:
    """Nothing is lost on the way, so that a link can be kept and sent."""
    state = {"q": "“é” 中文 +&?", "filters": {"state": ["ma"], "type": ["lesson"]}, "sort": "reviewed", "shown": 40}
    both_ways = f"module.readState(module.writeState(values[0], values[1]), {KNOWN})"
    assert engine.run("state", both_ways, SEARCH, state) == state
