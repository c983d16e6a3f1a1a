"""Long pages on which one looks up single entries."""

import pytest
from playwright.sync_api import expect

from support.browser.pages import OpenPage

pytestmark = pytest.mark.slow


def test_a_filter_finds_an_entry_without_a_page_load(open_page: OpenPage) -> None:
    """Words in any order, without capitals and accents; the letters left are those of what is shown."""
    page = open_page("glossary/")
    entries = page.locator("[data-lookup-entry]")
    letters = page.get_by_role("navigation", name="A to Z").get_by_role("link")
    status = page.locator("[data-lookup-status]")
    field = page.get_by_label("Filter by words")
    expect(entries.filter(visible=True)).to_have_count(2)
    field.fill("TEAM equipe")
    expect(status).to_have_text("1 of 2 shown")
    expect(entries.filter(visible=True)).to_contain_text("Interprofessional")
    assert letters.filter(visible=True).all_text_contents() == ["I"]
    field.fill("link to this entry")
    expect(status).to_have_text("Nothing here has “link to this entry”.")
    assert page.locator("[data-lookup-group]").filter(visible=True).count() == 0


def test_a_link_to_an_entry_shows_it_whatever_is_filtered(open_page: OpenPage) -> None:
    """The filter is empty again, and the entry is in sight."""
    page = open_page("glossary/")
    page.get_by_label("Filter by words").fill("professions")
    page.evaluate("location.hash = 'mtss'")
    expect(page.locator("#mtss")).to_be_in_viewport()
    expect(page.get_by_label("Filter by words")).to_have_value("")


def test_the_letters_stay_beside_the_entries(open_page: OpenPage) -> None:
    """On wide screens; on narrow ones a link after each letter leads back to them, and without scripts both work."""
    page = open_page("glossary/", java_script_enabled=False)
    ways = page.locator(".hub-lookup__ways")
    assert ways.evaluate("(element) => getComputedStyle(element).position") == "sticky"
    expect(page.get_by_label("Filter by words")).to_be_hidden()
    page.set_viewport_size({"width": 320, "height": 568})
    assert ways.evaluate("(element) => getComputedStyle(element).position") == "static"
    page.get_by_role("link", name="M", exact=True).click()
    expect(page.get_by_role("heading", name="M", exact=True)).to_be_in_viewport()
    page.get_by_role("link", name="Back to A to Z").last.click()
    expect(ways).to_be_in_viewport()


def test_a_link_to_a_source_opens_what_it_leads_to(open_page: OpenPage) -> None:
    """What was read and what rests on it is folded; without scripts the source is in sight, and opens when pressed."""
    page = open_page("sources/#report")
    expect(page.locator("#report")).to_be_in_viewport()
    expect(page.locator("#report details")).to_have_attribute("open", "")
    page = open_page("sources/#report", java_script_enabled=False)
    folded = page.locator("#report details")
    expect(folded).not_to_have_attribute("open", "")
    folded.locator("summary").click()
    expect(folded.get_by_role("link").first).to_be_visible()
