"""Search in a library with more of everything than one screen shows."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from support.browser.pages import OpenPage
from support.browser.search_locators import cards, choice, parameters, status
from support.crowded_library import TESTS_OF_CHANGE

pytestmark = pytest.mark.slow


def test_more_results_take_focus_along(open_page: OpenPage, crowded_address: str) -> None:
    """Ten at first; the next ten begin with focus on the first of them, and a reload shows as many."""
    page = open_page("search/?type=case-study", site=crowded_address)
    expect(cards(page)).to_have_count(10)
    page.get_by_role("button", name="Show more results").press("Enter")
    expect(cards(page)).to_have_count(20)
    expect(cards(page).nth(10).get_by_role("link").first).to_be_focused()
    expect(status(page)).to_have_text(re.compile(r"^\d+ results\.$"))
    assert parameters(page)["n"] == ["20"]
    page.reload()
    expect(cards(page)).to_have_count(20)


def test_results_are_sorted_by_review(open_page: OpenPage, crowded_address: str) -> None:
    """The newest review comes first, with a question and without."""
    page = open_page("search/?q=team&type=case-study&sort=reviewed", site=crowded_address)
    expect(cards(page)).to_have_count(10)
    links = [link.get_attribute("href") for link in cards(page).get_by_role("heading").get_by_role("link").all()]
    dates = []
    for link in links:
        page.goto(link if "//" in (link or "") else f"{urlsplit(crowded_address)._replace(path='').geturl()}{link}")
        dates.append(page.locator(".hub-meta time").first.get_attribute("datetime") or "")
    assert dates == sorted(dates, reverse=True)


def test_a_long_facet_is_folded(open_page: OpenPage, crowded_address: str) -> None:
    """Eight states at first, all of them at a button; focus goes on to the ninth."""
    page = open_page("search/", site=crowded_address)
    page.locator("[data-hub-facet=state] summary").click()
    states = page.locator("[data-hub-facet=state] li:visible")
    expect(states).to_have_count(8)
    page.locator("[data-hub-facet=state]").get_by_role("button").press("Enter")
    assert states.count() > 40
    expect(states.nth(8).get_by_role("checkbox")).to_be_focused()


def test_a_list_leads_into_its_search(open_page: OpenPage, crowded_address: str) -> None:
    """“Filter these further” opens the search page with the same records, and the tests of change that belong to them."""
    page = open_page("browse/level/local/", site=crowded_address)
    number = re.search(r"\d+", page.locator(".hub-count").inner_text())
    page.get_by_role("link", name="Filter these further").click()
    assert number is not None
    expect(status(page)).to_have_text(f"{int(number[0]) + TESTS_OF_CHANGE} results.")
    expect(choice(page, "Local")).to_be_checked()
