"""The site with JavaScript off."""

import pytest
from playwright.sync_api import expect

from support.browser.pages import PAGES, OpenPage

pytestmark = pytest.mark.slow


def test_nothing_dead_is_shown(open_page: OpenPage) -> None:
    """No button that would do nothing, and the help line on every page."""
    page = open_page(java_script_enabled=False)
    root = page.url
    for address in PAGES:
        page.goto(root + address)
        names = {button.inner_text() for button in page.get_by_role("button").all()}
        assert names == {"Search"}, address
        expect(page.get_by_text("text 988").last).to_be_visible()


def test_the_menu_is_a_link_to_all_sections(open_page: OpenPage) -> None:
    """On a phone “Menu” leads to the list at the end of the page."""
    page = open_page("lessons/", width=320, java_script_enabled=False)
    page.get_by_role("link", name="Menu").click()
    sections = page.get_by_role("navigation", name="All sections")
    expect(sections).to_be_in_viewport()
    sections.get_by_role("link", name="Toolkits").click()
    assert page.url.endswith("/repo-name/toolkits/")


@pytest.mark.parametrize("width", [1280, 320])
def test_every_record_is_four_clicks_away(open_page: OpenPage, width: int) -> None:
    """From home to a case study, to a lesson it taught, to a toolkit that applies it: links alone lead there."""
    page = open_page(width=width, java_script_enabled=False)
    page.get_by_role("link", name="I’m looking for an example like us").click()
    page.get_by_role("link", name="River district").click()
    page.get_by_role("link", name="Widen the team").first.click()
    page.get_by_role("link", name="A small test").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("A small test")


def test_a_search_goes_to_the_search_page(open_page: OpenPage) -> None:
    """The form is a real one: the words are in the address."""
    page = open_page("lessons/", java_script_enabled=False)
    page.get_by_role("searchbox").fill("who pays")
    page.get_by_role("searchbox").press("Enter")
    page.wait_for_url("**/repo-name/search/?q=who+pays")
