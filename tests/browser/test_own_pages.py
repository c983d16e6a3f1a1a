"""A host's own pages: menu and footer in two levels, search, and what axe says."""

import pytest
from playwright.sync_api import expect

from support.browser.axe_checks import find_violations
from support.browser.pages import OpenPage

pytestmark = pytest.mark.slow


def test_a_section_opens_and_closes_by_keyboard(open_page: OpenPage, own_pages_address: str) -> None:
    """Enter opens it, Tab walks through it, Escape closes it and comes back, and leaving it closes it."""
    page = open_page("toolkits/", site=own_pages_address)
    menu = page.get_by_role("navigation", name="Main")
    summary = menu.locator("summary", has_text="Rules")
    summary.press("Enter")
    expect(menu.get_by_role("link", name="Pictures of people")).to_be_in_viewport()
    page.keyboard.press("Tab")
    expect(menu.get_by_role("link", name="Our consent")).to_be_focused()
    page.keyboard.press("Escape")
    expect(summary).to_be_focused()
    expect(menu.get_by_role("link", name="Pictures of people")).to_be_hidden()
    page.keyboard.press("Enter")
    for _ in range(4):
        page.keyboard.press("Tab")
    expect(menu.get_by_role("link", name="All roles")).to_be_focused()
    expect(menu.get_by_role("link", name="Pictures of people")).to_be_hidden()


def test_a_click_elsewhere_closes_a_section(open_page: OpenPage, own_pages_address: str) -> None:
    """It lies over the page, which is to be read."""
    page = open_page("rules/consent/", site=own_pages_address)
    menu = page.get_by_role("navigation", name="Main")
    menu.locator("summary", has_text="Rules").click()
    expect(menu.get_by_role("link", name="Our consent")).to_have_attribute("aria-current", "page")
    page.get_by_role("main").click(position={"x": 5, "y": 400})
    expect(menu.get_by_role("link", name="Our consent")).to_be_hidden()


def test_a_phone_has_the_section_in_its_menu(open_page: OpenPage, own_pages_address: str) -> None:
    """Escape in a section closes the section only; nothing is wider than the screen."""
    page = open_page("rules/photos/", site=own_pages_address, width=320)
    page.get_by_role("button", name="Menu").press("Enter")
    menu = page.get_by_role("navigation", name="Main")
    menu.locator("summary", has_text="Rules").press("Enter")
    expect(menu.get_by_role("link", name="Pictures of people")).to_have_attribute("aria-current", "page")
    assert page.evaluate("() => document.documentElement.scrollWidth") == 320
    page.keyboard.press("Escape")
    expect(menu.get_by_role("link", name="All roles")).to_be_visible()
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()


@pytest.mark.parametrize("width", [1280, 320])
def test_without_scripts_every_entry_can_be_reached(open_page: OpenPage, own_pages_address: str, width: int) -> None:
    """The footer has all of them unfolded, and on a wide screen a section of the menu opens by itself."""
    page = open_page(site=own_pages_address, width=width, java_script_enabled=False)
    if width > 1000:
        page.get_by_role("navigation", name="Main").locator("summary", has_text="Rules").click()
        expect(page.get_by_role("navigation", name="Main").get_by_role("link", name="Our consent")).to_be_visible()
    footer = page.get_by_role("navigation", name="All sections")
    expect(footer.get_by_role("link", name="Left over")).to_be_visible()
    footer.get_by_role("link", name="Pictures of people").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Photos")


def test_search_finds_an_own_page(open_page: OpenPage, own_pages_address: str) -> None:
    """As a page, by its words and by the filter for its kind."""
    page = open_page("search/?q=zebrafinch", site=own_pages_address)
    card = page.locator(".hub-card--result")
    expect(card).to_have_count(1)
    expect(card.get_by_role("heading")).to_have_text("Our consent & privacy “rules”")
    expect(card.locator(".hub-card__kind")).to_have_text("Page")
    page.goto(f"{own_pages_address}search/?type=page")
    expect(card.get_by_role("heading", name="Photos")).to_be_visible()
    expect(page.get_by_role("checkbox", name="Pages")).to_be_checked()


@pytest.mark.parametrize("colors", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing(open_page: OpenPage, own_pages_address: str, width: int, colors: str) -> None:
    """With the menu and its section open."""
    page = open_page("rules/consent/", site=own_pages_address, width=width, color_scheme=colors)
    if width < 1000:
        page.get_by_role("button", name="Menu").click()
    page.locator(".hub-menu summary", has_text="Rules").click()
    assert find_violations(page) == []
