"""The page that explains the problems, as a build makes it."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from knowledge_hub.problem_kinds import PROBLEM_KINDS
from knowledge_hub.problems.problem import PROBLEMS_ADDRESS

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def page(tiny_site: Path) -> BeautifulSoup:
    return BeautifulSoup((tiny_site / PROBLEMS_ADDRESS / "index.html").read_text(encoding="utf-8"), "html.parser")


def test_every_link_of_a_message_leads_to_its_entry(page: BeautifulSoup) -> None:
    """Each code is the anchor of a heading."""
    anchors = {heading["id"] for heading in page.select(".hub-problems h3")}
    assert anchors == PROBLEM_KINDS.keys()


def test_examples_stand_as_they_are_written(page: BeautifulSoup) -> None:
    """Spaces and signs of an example arrive unchanged: they are what it is about."""
    kind = PROBLEM_KINDS["indentation"]
    item = page.select_one("#indentation").parent
    assert [example.get_text() for example in item.select("pre code")] == [kind.bad, kind.good]


def test_the_words_to_avoid_are_listed_with_their_sources(page: BeautifulSoup) -> None:
    """Readers and authors see the same list that the check uses, and where its advice comes from."""
    table = page.select_one("#words").find_next("table")
    rows = [[cell.get_text(" ", strip=True) for cell in row.find_all(["th", "td"])] for row in table.select("tbody tr")]
    assert rows == [["utilize", "use", "It is shorter. Example Office, 2020"]]
    assert table.select_one("tbody a")["href"] == "../../sources/#report"
