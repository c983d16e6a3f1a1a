"""Reading along a pathway: what is ticked, and when it is kept."""

import pytest
from playwright.sync_api import expect

from support.browser.pages import OpenPage

pytestmark = pytest.mark.slow

_KEPT = "() => Object.keys(localStorage).filter((key) => key.includes('pathways/'))"


def test_progress_is_kept_only_where_the_reader_chooses(open_page: OpenPage) -> None:
    """Nothing is in the storage before, it is back after, and gone when the choice is taken back."""
    page = open_page("pathways/first-week/")
    boxes, keep = page.get_by_label("I have read this"), page.get_by_label("Keep this on this device")
    boxes.first.focus()
    page.keyboard.press("Space")
    expect(page.get_by_text("1 of 2 read")).to_be_visible()
    assert page.evaluate(_KEPT) == []

    keep.check()
    expect(page.get_by_role("status").filter(has_text="kept in this browser")).to_be_visible()
    assert len(page.evaluate(_KEPT)) == 1
    page.reload()
    expect(boxes.first).to_be_checked()
    expect(keep).to_be_checked()
    boxes.last.check()
    expect(page.get_by_text("All 2 read")).to_be_visible()

    keep.uncheck()
    expect(page.get_by_role("status").filter(has_text="erased")).to_be_visible()
    assert page.evaluate(_KEPT) == []
    expect(boxes.last).to_be_checked()


def test_two_tabs_show_the_same(open_page: OpenPage) -> None:
    """What is ticked in one is ticked in the other; what is erased in one is not kept by the other."""
    page = open_page("pathways/first-week/")
    page.get_by_label("Keep this on this device").check()
    other = page.context.new_page()
    other.goto(page.url)
    other.get_by_label("I have read this").first.check()
    expect(page.get_by_text("1 of 2 read")).to_be_visible()
    other.get_by_label("Keep this on this device").uncheck()
    expect(page.get_by_label("Keep this on this device")).not_to_be_checked()


def test_without_scripts_it_is_a_list(open_page: OpenPage) -> None:
    """The steps are links in order, and no box stands there that keeps nothing."""
    page = open_page("pathways/first-week/", java_script_enabled=False)
    assert page.locator(".hub-pathway h3").all_inner_texts() == ["Widen the team", "A small test"]
    expect(page.locator(".hub-pathway input:visible")).to_have_count(0)


def test_the_menu_leads_to_more_by_keyboard(open_page: OpenPage) -> None:
    """What stands behind “More” opens and closes by keys, and marks where one is."""
    page = open_page("contribute/")
    more = page.locator("summary").filter(has_text="More")
    expect(more).to_have_attribute("aria-current", "true")
    more.press("Enter")
    links = page.get_by_role("navigation", name="Main").locator("details a")
    names = ["CoIIN or CoP?", "What is new", "Change packages", "Make a run chart", "My list", "Contribute"]
    assert links.all_inner_texts() == names
    expect(links.last).to_have_attribute("aria-current", "page")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(more).to_be_focused()
    expect(links.first).to_be_hidden()
