"""Lists: two dozen to a page, and the way on to search."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from knowledge_hub.catalogue.from_library import create_catalogue
from knowledge_hub.library.loading import load_library
from knowledge_hub.pages import Page, Site, create_pages
from knowledge_hub.pages.library import listing
from knowledge_hub.pages.library.listing import PER_PAGE, create_listing
from knowledge_hub.records import Lesson
from support.fixed_day import TODAY
from support.small_library import create_small_catalogue


@pytest.fixture
def site(tiny: Path) -> Site:
    library, problems = load_library(tiny, None)
    assert [problem.code for problem in problems] == []
    return Site(create_catalogue(library), TODAY)


def _list_pages(site: Site, monkeypatch: pytest.MonkeyPatch, length: int) -> list[Tag]:
    """Return the pages of a list with one record on each."""
    monkeypatch.setattr(listing, "PER_PAGE", 1)
    made = create_listing(
        site,
        "browse/level/local/",
        title="Local",
        kind="Level",
        intro="Intro.",
        records=site.catalogue.of_type(Lesson) * length,
        search_query={"level": "local & near"},
        up="browse/#level",
    )
    pages = list(made)
    assert [page.is_indexed for page in pages] == [number == 0 for number in range(length)]
    return [BeautifulSoup(page.html, "html.parser") for page in pages]


@pytest.mark.parametrize(
    ("length", "number", "shown"),
    [
        (1, 1, []),
        (3, 1, ["*1", "2", "3", "Next"]),
        (12, 6, ["Previous", "1", "…", "4", "5", "*6", "7", "8", "…", "12", "Next"]),
        (12, 12, ["Previous", "1", "…", "10", "11", "*12"]),
    ],
)
def test_a_long_list_shows_near_pages_and_both_ends(
    site: Site, monkeypatch: pytest.MonkeyPatch, length: int, number: int, shown: list[str]
) -> None:
    """The page one is on is marked, for eyes and for screen readers."""
    page = _list_pages(site, monkeypatch, length)[number - 1]
    entries = page.select(".hub-pages li")
    marks = ["*" if entry.find(attrs={"aria-current": "page"}) else "" for entry in entries]
    assert [mark + entry.get_text(strip=True) for mark, entry in zip(marks, entries, strict=True)] == shown


def test_links_between_pages_are_relative(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """They work under any address of the site."""
    second = _list_pages(site, monkeypatch, 3)[1]
    hrefs = [link["href"] for link in second.select(".hub-pages a")]
    root = "../" * 5
    assert hrefs == [
        f"{root}browse/level/local/",
        f"{root}browse/level/local/",
        f"{root}browse/level/local/page/2/",
        f"{root}browse/level/local/page/3/",
        f"{root}browse/level/local/page/3/",
    ]


def test_a_list_can_be_filtered_further(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The link carries the facet into search, percent-encoded; it needs scripts, as search does."""
    link = _list_pages(site, monkeypatch, 1)[0].find("a", string="Filter these further")
    assert link["href"] == "../../../search/?level=local+%26+near"
    assert "hub-needs-js" in link["class"]


def _list(folder: Path, number: int) -> list[Page]:
    records = {f"roles/r{n:03}": {} for n in range(number)}
    site = Site(create_small_catalogue(folder, records), TODAY)
    return [page for page in create_pages(site) if page.address == "roles/" or page.address.startswith("roles/page/")]


def _links(page: Page, selector: str) -> list[str]:
    return [str(link["href"]) for link in BeautifulSoup(page.html, "html.parser").select(selector)]


@pytest.mark.parametrize(
    ("number", "addresses"),
    [
        (0, []),
        (PER_PAGE, ["roles/"]),
        (PER_PAGE + 1, ["roles/", "roles/page/2/"]),
        (2 * PER_PAGE + 1, ["roles/", "roles/page/2/", "roles/page/3/"]),
    ],
)
def test_a_list_has_as_many_pages_as_it_needs(tmp_path: Path, number: int, addresses: list[str]) -> None:
    """The first page keeps the list's own address, and a type without records has no list."""
    assert [page.address for page in _list(tmp_path, number)] == addresses


def test_every_record_is_on_one_page(tmp_path: Path) -> None:
    """No card is lost or shown twice at the edge of a page, and each leads to its record."""
    pages = _list(tmp_path, PER_PAGE + 3)
    cards = [_links(page, ".hub-card a") for page in pages]
    assert [len(links) for links in cards] == [PER_PAGE, 3]
    assert cards[0][0] == "../roles/r000/"
    assert cards[1] == [f"../../../roles/r{n:03}/" for n in range(PER_PAGE, PER_PAGE + 3)]
