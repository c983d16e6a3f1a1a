"""Lists of cards, fifty to a page."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from knowledge_hub.pages import Page, Site, create_pages
from knowledge_hub.pages.listing import PER_PAGE
from small_library import TODAY, create_small_catalogue


def _list(folder: Path, number: int) -> list[Page]:
    records = {f"roles/r{n:03}": {} for n in range(number)}
    site = Site(create_small_catalogue(folder, records), TODAY)
    return [page for page in create_pages(site) if page.address == "roles/" or page.address.startswith("roles/page/")]


def _links(page: Page, selector: str) -> list[str]:
    return [str(link["href"]) for link in BeautifulSoup(page.html, "html.parser").select(selector)]


@pytest.mark.parametrize(
    ("number", "addresses"),
    [
        (0, ["roles/"]),
        (PER_PAGE, ["roles/"]),
        (PER_PAGE + 1, ["roles/", "roles/page/2/"]),
        (2 * PER_PAGE + 1, ["roles/", "roles/page/2/", "roles/page/3/"]),
    ],
)
def test_a_list_has_as_many_pages_as_it_needs(tmp_path: Path, number: int, addresses: list[str]) -> None:
    """The first page keeps the list's own address, and an empty list has a page, too."""
    assert [page.address for page in _list(tmp_path, number)] == addresses


def test_every_record_is_on_one_page(tmp_path: Path) -> None:
    """No card is lost or shown twice at the edge of a page, and each leads to its record."""
    pages = _list(tmp_path, PER_PAGE + 3)
    cards = [_links(page, ".hub-card a") for page in pages]
    assert [len(links) for links in cards] == [PER_PAGE, 3]
    assert cards[0][0] == "../roles/r000/"
    assert cards[1] == [f"../../../roles/r{n:03}/" for n in (50, 51, 52)]


def test_pages_lead_to_each_other(tmp_path: Path) -> None:
    """Every page of a list links to all of them and says which one is open; a single page needs no such links."""
    first, second = _list(tmp_path / "two", PER_PAGE + 1)
    assert set(_links(first, ".hub-pages a")) == {"../roles/", "../roles/page/2/"}
    assert _links(second, ".hub-pages [aria-current=page]") == ["../../../roles/page/2/"]
    assert (first.title, second.title) == ("Roles at the table", "Roles at the table, page 2")
    (only,) = _list(tmp_path / "one", 1)
    assert _links(only, ".hub-pages a") == []
    assert "1 record" in BeautifulSoup(only.html, "html.parser").get_text()
