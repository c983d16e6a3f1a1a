"""Where the library is thin."""

import re

import pytest
from bs4 import BeautifulSoup, Tag

from knowledge_hub.pages.library.coverage_page import CrossTable, Value
from knowledge_hub.publishing.plan import Plan
from knowledge_hub.publishing.publication import create_publication
from knowledge_hub.words.words import Words
from support.builds import TINY
from support.fixed_day import TODAY


@pytest.fixture(scope="module")
def coverage() -> BeautifulSoup:
    publication = create_publication(TINY / "content", TINY / "docs" / "guides", Plan(today=TODAY))
    pages = {page.address: page for page in publication.pages}
    return BeautifulSoup(pages["coverage/"].html, "html.parser")


def test_every_pair_has_a_number_or_words(coverage: BeautifulSoup) -> None:
    """No cell is empty, and each is marked by shape as well."""
    cells = coverage.select("td")
    assert cells
    for cell in cells:
        assert cell.get_text(" ", strip=True)
        assert cell.select_one(".hub-coverage__mark")["data-state"] == cell["data-state"]


def test_a_number_leads_to_its_records(coverage: BeautifulSoup) -> None:
    """The link sets both filters of the search page, and says for which pair it is."""
    cell = coverage.find("th", string="Education", scope="row").find_parent("tr").find("td", {"data-label": "Local"})
    assert cell.a["href"].startswith("../search/?discipline=education&level=local")
    assert "Education, Local" in cell.a.get_text()


def test_tables_have_captions_and_headers(coverage: BeautifulSoup) -> None:
    """Who hears a cell hears its row and its column."""
    for table in coverage.select("table"):
        assert table.caption.get_text()
        assert {header["scope"] for header in table.select("thead th")} == {"col"}
        assert {header["scope"] for header in table.select("tbody th")} == {"row"}


def test_gaps_are_told_from_hand_counted_pairs() -> None:
    """Nothing, few and enough, in the order of the table."""
    rows = [Value("domain", "a", "Teaming"), Value("domain", "b", "Impact")]
    columns = [Value("type", "x", "Lessons learned"), Value("type", "y", "Toolkits")]
    table = CrossTable(rows, columns, {("a", "x"): 3, ("a", "y"): 1, ("b", "x"): 2}, Words())
    assert [cell.state for row in rows for cell in table.cells(row, "")] == ["some", "few", "few", "none"]
    assert [gap.text for gap in table.gaps()] == [
        "Teaming, toolkits: 1 record",
        "Impact, lessons learned: 2 records",
        "Impact, toolkits: nothing yet",
    ]


def test_documented_records_are_counted_apart(coverage: BeautifulSoup) -> None:
    """The two tables stand there once more for what rests on a public source; nothing in them leads to more than that."""
    for name in ("discipline", "domain"):
        everything = coverage.select_one(f"section[aria-labelledby=by-{name}]")
        documented = coverage.select_one(f"section[aria-labelledby=documented-by-{name}]")
        assert _total(documented) < _total(everything)
        assert documented.select("td a") == []


def _total(section: Tag) -> int:
    return sum(int(found[0]) for cell in section.select("td") if (found := re.findall(r"\d+", cell.get_text())))
