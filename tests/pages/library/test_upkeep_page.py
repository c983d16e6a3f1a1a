"""The page of what is due."""

import datetime
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from knowledge_hub.catalogue.from_library import create_catalogue
from knowledge_hub.library.loading import load_library
from knowledge_hub.pages.frame.page import Page
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.pages.library.upkeep_page import create_upkeep_page
from knowledge_hub.upkeep.link_results import LinkResult, Results
from support.small_library import Fields, write_content

TODAY = datetime.date(2028, 11, 27)
GONE = LinkResult(
    state="gone",
    why="The server says that there is nothing here (404).",
    asked=TODAY,
    failures=3,
    last_failure=TODAY,
    since=TODAY,
    places=("content/sources/report.yml",),
)


def _record(due: str, owner: str = "one", **fields: object) -> Fields:
    review = {"reviewed_on": "2026-01-01", "review_by": due, "owner": owner}
    return {"status": "published", "review": review, **fields}


RECORDS: dict[str, Fields] = {
    "sources/unused": {},
    "lessons/a": _record("2027-05-01"),
    "toolkits/b": _record("2028-12-01"),
    "lessons/far": _record("2030-01-01", lessons=["a"]),
    "lessons/draft": {"status": "draft", "review": None, "title": "<b>Draft</b>"},
}


def _pages(
    folder: Path, records: dict[str, Fields], results: Results | None = None, *, with_drafts: bool = False
) -> list[Page]:
    library, problems = load_library(write_content(folder, records))
    assert problems == []
    catalogue = create_catalogue(library, with_drafts=with_drafts)
    return create_upkeep_page(Site(catalogue, TODAY, link_results=results))


def _soup(folder: Path, results: Results | None = None, *, with_drafts: bool = False) -> BeautifulSoup:
    (page,) = _pages(folder, RECORDS, results, with_drafts=with_drafts)
    return BeautifulSoup(page.html, "html.parser")


def _rows(soup: BeautifulSoup, section: str) -> list[list[str]]:
    rows = soup.select(f"section[aria-labelledby={section}] tbody tr")
    return [[cell.get_text(" ", strip=True) for cell in row.select("th, td")] for row in rows]


def test_what_is_due_stands_below_its_owner_with_its_day(tmp_path: Path) -> None:
    """What is overdue is marked by words, not by color alone; each name leads to its page."""
    soup = _soup(tmp_path)
    assert [heading.get_text() for heading in soup.select("section[aria-labelledby=reviews] h3")] == ["one"]
    assert _rows(soup, "reviews") == [
        ["a", "Lesson learned", "Was due on May 1, 2027"],
        ["b", "Toolkit", "Due by December 1, 2028"],
    ]
    assert [link["href"] for link in soup.select("tbody a")] == ["../../lessons/a/", "../../toolkits/b/"]


def test_drafts_are_told_of_in_a_preview_only(tmp_path: Path) -> None:
    """As text, whatever they are called."""
    assert not _soup(tmp_path / "site").select("#drafts")
    soup = _soup(tmp_path / "preview", with_drafts=True)
    assert _rows(soup, "drafts") == [["<b>Draft</b>", "Lesson learned", "Has no date"]]


def test_links_that_fail_say_why_and_where_and_offer_a_copy(tmp_path: Path) -> None:
    """The address itself is no link: it leads nowhere. What works, and what may work again, isn't there."""
    fine = LinkResult(state="ok", asked=TODAY)
    hostile = 'https://x.org/"><script>'
    soup = _soup(tmp_path, {"https://one.org/": GONE, "https://two.org/": fine, hostile: GONE})
    one, other = _rows(soup, "links")
    assert one == [
        "https://one.org/",
        f"{GONE.why} First found on November 27, 2028. Look for a kept copy of https://one.org/",
        "content/sources/report.yml",
    ]
    assert other[0] == hostile
    links = [link["href"] for link in soup.select("section[aria-labelledby=links] a")]
    assert links[0] == "https://web.archive.org/web/https://one.org/"
    assert not soup.select("script")


def test_gaps_are_listed_with_their_number(tmp_path: Path) -> None:
    """Behind one line each, because not all of them have to be filled."""
    soup = _soup(tmp_path)
    gaps = {one.summary.get_text(): [item.get_text() for item in one.select("li")] for one in soup.select("details")}
    assert gaps["Sources that no record names (1)"] == ["unused"]
    assert gaps["Records that are connected with no other one (1)"] == ["b"]
    assert soup.select_one('a[href="../../sources/#unused"]')
    assert any(title.startswith("Stage of the work: choices that no record has (") for title in gaps)


def test_the_parts_are_counted_at_the_top(tmp_path: Path) -> None:
    """Each leads to its part, and parts that aren't there aren't named."""
    soup = _soup(tmp_path)
    assert soup.select_one("nav li").get_text(" ", strip=True) == "Reviews (2)"
    targets = [link["href"].removeprefix("#") for link in soup.select("nav a")]
    assert targets == ["reviews", "gaps"]
    assert all(soup.find(id=target) for target in targets)


def test_search_engines_do_not_list_it(tmp_path: Path) -> None:
    """It is for editors."""
    (page,) = _pages(tmp_path, RECORDS)
    assert (page.address, page.is_indexed) == ("about/upkeep/", False)


@pytest.mark.parametrize("with_drafts", [True, False])
def test_an_empty_library_has_no_such_page(tmp_path: Path, *, with_drafts: bool) -> None:
    """Everything would be missing in it."""
    assert _pages(tmp_path, {}, with_drafts=with_drafts) == []
