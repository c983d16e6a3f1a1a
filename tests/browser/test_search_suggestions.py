"""What the search box of every page answers while one types."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from support.browser.pages import OpenPage
from support.browser.search_locators import box, cards

pytestmark = pytest.mark.slow


def test_nothing_of_search_is_loaded_before_focus(open_page: OpenPage) -> None:
    """A page costs its reader no byte of the index until the box is focused."""
    page = open_page("about/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    page.goto(page.url.replace("about/", "lessons/widen-the-team/"), wait_until="networkidle")
    assert [path for path in asked if _is_of_search(path)] == []
    with page.expect_request(lambda request: request.url.endswith("/search/index.json")):
        box(page).focus()
    assert len([path for path in asked if _is_of_search(path)]) == 2


def test_the_box_is_walked_by_keyboard(open_page: OpenPage) -> None:
    """Arrows go through the suggestions and back to the box; Escape closes them and keeps focus and text."""
    page = open_page("about/")
    field, options = box(page), page.get_by_role("option")
    _type(page, "team")
    expect(field).to_have_attribute("aria-expanded", "true")
    number = options.count()
    page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", options.first.get_attribute("id") or "")
    page.keyboard.press("ArrowUp")
    expect(field).not_to_have_attribute("aria-activedescendant", re.compile("."))
    page.keyboard.press("ArrowUp")
    expect(options.nth(number - 1)).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Escape")
    expect(options).to_have_count(0)
    expect(field).to_be_focused()
    expect(field).to_have_value("team")
    expect(field).to_have_attribute("aria-expanded", "false")


def test_enter_opens_the_chosen_page(open_page: OpenPage) -> None:
    """The synonym is enough to find it."""
    page = open_page("about/")
    _type(page, "medic")
    expect(page.get_by_role("option").first).to_contain_text("School nurse")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/repo-name/roles/school-nurse/")


def test_enter_without_a_choice_goes_to_all_results(open_page: OpenPage) -> None:
    """So does the last suggestion."""
    page = open_page("about/")
    box(page).fill("nurse")
    page.get_by_role("option", name=re.compile("All results")).click()
    page.wait_for_url("**/repo-name/search/?q=nurse")
    expect(cards(page).first).to_be_visible()


def test_the_number_is_announced(open_page: OpenPage) -> None:
    """Who can't see the list hears how many suggestions there are, and when there are none."""
    page = open_page("about/")
    announcement = page.locator(".hub-search-box--header [role=status]")
    box(page).fill("nurse")
    expect(announcement).to_have_text(re.compile(r"^\d suggestions?\. Use the arrow keys\.$"))
    box(page).fill("qqqqqq")
    expect(announcement).to_have_text("No page has “qqqqqq”.")


def test_leaving_the_box_closes_the_list(open_page: OpenPage) -> None:
    """Tab goes on to the button, as without suggestions."""
    page = open_page("about/")
    box(page).fill("team")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("option")).to_have_count(0)
    expect(page.locator(".hub-search-box--header button")).to_be_focused()


@pytest.mark.parametrize("address", ["", "lessons/"])
@pytest.mark.parametrize("key", ["/", "f"])
def test_a_key_leads_to_the_box(open_page: OpenPage, key: str, address: str) -> None:
    """On every page; not while the reader types, nor with the browser's own keys."""
    page = open_page(address)
    page.keyboard.press(f"Control+{key}")
    expect(page.get_by_role("combobox").first).not_to_be_focused()
    page.keyboard.press(key)
    field = page.get_by_role("combobox").first
    expect(field).to_be_focused()
    page.keyboard.press(key)
    expect(field).to_have_value(key)


def test_shortcuts_can_be_off(open_page: OpenPage) -> None:
    """The reader's choice is kept in the browser, and single keys do nothing (WCAG 2.1, 2.1.4)."""
    page = open_page("lessons/")
    page.evaluate("localStorage.setItem('hub.shortcuts', 'off')")
    for key in ("/", "f"):
        page.keyboard.press(key)
    expect(box(page)).not_to_be_focused()


def _type(page: Page, words: str) -> None:
    """Type words into the box, and wait for what is suggested for all of them: a later answer undoes a choice."""
    box(page).press_sequentially(words)
    expect(page.locator(f"[role=option][data-hub-address$='/search/?q={words}']")).to_be_visible()


def _is_of_search(path: str) -> bool:
    """Tell whether a file is of search, other than the module that waits for the focus."""
    return "/search/" in path and not path.endswith("/search-box.js")
