"""What a script can't fetch is said or tried again; no promise is rejected unheard (each page is watched for that)."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from support.browser.pages import OpenPage
from support.browser.search_locators import box, cards, change_entry, status

pytestmark = pytest.mark.slow

_TRY = "(module) => import(module).catch(() => {})"


def test_suggestions_come_once_they_can(open_page: OpenPage) -> None:
    """Without them the box still takes words, and the next visit to it brings them."""
    page = open_page("about/")
    page.route("**/suggestions.js", lambda route: route.fulfill(status=404))
    box(page).focus()
    # Joins the box's own attempt, or comes after it.
    page.evaluate(_TRY, page.url.replace("about/", "assets/hub/search/suggestions.js"))
    page.unroute("**/suggestions.js")
    box(page).blur()
    box(page).focus()
    page.keyboard.type("team")
    expect(page.get_by_role("option").first).to_be_visible()


def test_suggestions_say_that_the_index_is_missing(open_page: OpenPage) -> None:
    """Who can't see that no list opens hears why."""
    page = open_page("about/")
    page.route("**/search/index.json", lambda route: route.fulfill(status=404))
    box(page).focus()
    page.keyboard.type("team")
    announcement = page.locator(".hub-search-box--header [data-hub-search-announcement]")
    expect(announcement).to_contain_text("Search can’t be loaded right now.")


def test_more_results_that_do_not_come_are_said(open_page: OpenPage, crowded_address: str, crowded_site: Path) -> None:
    """The button stays, and what was found before, too."""
    page = open_page("about/", site=crowded_address)
    change_entry(page, crowded_site, _lose_later_cards)
    page.goto(f"{crowded_address}search/?type=case-study")
    more = page.locator("[data-hub-search-more]")
    expect(cards(page)).to_have_count(10)
    more.click()
    expect(status(page)).to_contain_text("Search can’t be loaded right now.")
    expect(more).to_be_visible()
    expect(cards(page).nth(9)).to_be_visible()


def _lose_later_cards(entry: dict[str, Any]) -> None:
    """Leave an entry the first file of cards; it names the others, but they are nowhere."""
    first, *others = entry["cards"]["files"]
    entry["cards"]["files"] = [first, *(f"lost-{name}" for name in others)]
