"""The searches of practitioners, in the starter library."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from setup.site_server import serve_site

pytestmark = pytest.mark.slow

CASES = yaml.safe_load(Path(__file__).with_name("search_cases.yml").read_text(encoding="utf-8"))
FIRST = 3


@pytest.fixture(scope="module")
def search_page(browser: Browser, starter_site: Path) -> Iterator[Page]:
    """The search page of the starter library."""
    with serve_site(starter_site, "/repo-name/") as address:
        page = browser.new_page()
        page.goto(f"{address}search/")
        yield page
        page.close()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["search"])
def test_a_search_finds_its_page(search_page: Page, case: dict[str, str]) -> None:
    """What a practitioner needs is among the first three results."""
    search_page.goto(f"{search_page.url.partition('?')[0]}?q={case['search']}")
    # Cards come one after the other.
    titles = search_page.locator("[data-hub-search-list]:not([aria-busy]) h3 a")
    expect(titles.first).to_be_visible()
    found = titles.evaluate_all("links => links.map((link) => link.pathname + link.hash)")
    assert f"/repo-name/{case['finds']}" in found[:FIRST]
