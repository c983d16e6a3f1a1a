"""A worksheet's fields take what is typed as it is, say what is wrong with it, and stay fast in a long table."""

import io
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from support.browser.axe_checks import find_violations
from support.browser.pages import OpenPage
from support.browser.worksheets import ADDRESS, form_of, status_of

pytestmark = pytest.mark.slow


@pytest.fixture
def sheet(open_page: OpenPage, worksheets_address: str) -> Page:
    """The worksheet, open."""
    return open_page(ADDRESS, site=worksheets_address)


def test_rows_are_removed_and_numbered_again(sheet: Page) -> None:
    """A row goes with its content after a question; those below it move up; the last one is emptied."""
    sheet.get_by_label("What, row 1").fill("one")
    sheet.get_by_label("What, row 2").fill("two")
    sheet.on("dialog", lambda dialog: dialog.accept())
    sheet.get_by_role("button", name="Remove row 1, Tasks").click()
    expect(sheet.get_by_label("What, row 1")).to_have_value("two")
    expect(status_of(sheet)).to_have_text("Row 1 removed.")
    expect(sheet.get_by_role("button", name="Remove row 1, Tasks")).to_be_focused()
    sheet.keyboard.press("Enter")
    expect(sheet.get_by_label("What, row 1")).to_have_value("")
    expect(sheet.get_by_role("rowheader", name="Row 1")).to_be_visible()


def test_what_is_no_number_is_kept_and_marked(sheet: Page) -> None:
    """Any text stays as it was typed, in the table of answers too; only what is no number is marked."""
    visits = sheet.get_by_label("Visits", exact=True)
    for text, is_wrong in (("45%", False), ("1,250", False), ("12abc", True), ("about 30", True), ("−3.5", False)):
        visits.fill(text)
        visits.blur()
        assert (visits.get_attribute("aria-invalid") == "true") is is_wrong, text
    visits.fill("12abc")
    visits.blur()
    expect(form_of(sheet).get_by_text("This isn’t a number. It is kept as you typed it.")).to_be_visible()
    with sheet.expect_download() as waiting:
        form_of(sheet).get_by_role("button", name="Download as a table (CSV)").click()
    assert '"12abc"' in Path(waiting.value.path()).read_text(encoding="utf-8")


def test_a_date_that_is_not_whole_is_told(sheet: Page) -> None:
    """The browser keeps nothing of half a date, so the reader hears it beside the field."""
    sheet.get_by_label("Day", exact=True).focus()
    sheet.keyboard.type("12")
    sheet.get_by_label("Team").focus()
    expect(sheet.get_by_text("This date isn’t complete, so it isn’t kept.")).to_be_visible()


def test_an_empty_date_is_a_line_on_paper(open_page: OpenPage, worksheets_address: str) -> None:
    """Without scripts it takes any words; with them it is a date whose letters aren’t printed while it is empty."""
    for has_scripts in (True, False):
        page = open_page(ADDRESS, site=worksheets_address, java_script_enabled=has_scripts)
        if not has_scripts:
            form_of(page).locator("summary").click()
        printed = PdfReader(io.BytesIO(page.pdf()))
        text = "".join(sheet.extract_text() for sheet in printed.pages)
        assert "Day" in text
        assert "yyyy" not in text
    day = page.get_by_label("Day", exact=True)
    day.fill("after the holidays")
    expect(day).to_have_value("after the holidays")


def test_a_key_costs_the_same_in_a_long_table(sheet: Page) -> None:
    """At 60 rows a key measures one text at most, and reads none of the other fields."""
    for _ in range(58):
        sheet.get_by_role("button", name="Add a row to Tasks").click()
    sheet.evaluate(
        """() => {
          window.work = { measured: 0, read: 0 };
          const count = (name, what) => {
            const found = Object.getOwnPropertyDescriptor(what.prototype, name);
            const key = name === "value" ? "read" : "measured";
            return [what.prototype, name, { ...found, get() { window.work[key] += 1; return found.get.call(this); } }];
          };
          Object.defineProperty(...count("value", HTMLTextAreaElement));
          Object.defineProperty(...count("value", HTMLInputElement));
          Object.defineProperty(...count("scrollHeight", Element));
          const dispatch = (input) => input.dispatchEvent(new Event("input", { bubbles: true }));
          document.querySelectorAll("[data-field=tasks] textarea").forEach(dispatch);
        }"""
    )
    work = sheet.evaluate("window.work")
    assert work["measured"] <= 60
    assert work["read"] <= 60


def test_a_phone_shows_one_part_at_a_time(open_page: OpenPage, worksheets_address: str) -> None:
    """The main button opens the worksheet; parts follow each other; the bar stays in sight, paper has all of it."""
    page = open_page("toolkits/kit/", site=worksheets_address, width=320)
    expect(page.get_by_role("link", name="Fill in the worksheet")).to_have_attribute("href", "#worksheet-plan_form")
    page.locator(".hub-worksheet-links").get_by_role("link", name="plan-visits").click()
    visits = page.locator("[data-worksheet=plan-visits]")
    expect(visits.get_by_role("heading", name="Part 1 of 2 First")).to_be_visible()
    expect(visits.get_by_label("Next visit")).to_be_hidden()
    visits.get_by_role("button", name="Next: Second").click()
    expect(visits.get_by_role("heading", name="Part 2 of 2 Second")).to_be_focused()
    expect(visits.get_by_label("Visits of")).to_be_hidden()
    visits.get_by_label("Last", exact=True).fill("2026-03-04")
    expect(visits.locator("[data-worksheet-state]")).to_be_in_viewport()
    for name in ("Save", "Word", "Print", "Erase"):
        expect(visits.get_by_role("button", name=name, exact=True)).to_be_in_viewport()
    visits.get_by_role("button", name="Save", exact=True).click()
    expect(visits.locator("[data-worksheet-state]")).to_have_text("Saved in this browser.")
    # In a window that holds the whole form, the bar that stays in sight lies over nothing.
    page.set_viewport_size({"width": 320, "height": 4000})
    assert find_violations(page) == []
    page.set_viewport_size({"width": 360, "height": 740})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    visits.get_by_role("button", name="Previous part").click()
    expect(visits.get_by_role("group", name="Visits of")).to_be_visible()

    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(visits.get_by_role("group", name="Visits of")).to_be_visible()
    expect(visits.get_by_label("Next visit")).to_have_attribute("type", "text")
    expect(visits.get_by_label("Last", exact=True)).to_have_attribute("type", "date")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(visits.get_by_label("Next visit")).to_have_attribute("type", "date")


def test_boxes_are_large_enough_to_write_and_tick(sheet: Page) -> None:
    """An answer has five lines from the start, and a box to tick is 24 pixels wide, as in every form."""
    team = sheet.get_by_label("Team")
    assert team.evaluate("(area) => area.clientHeight / parseFloat(getComputedStyle(area).lineHeight)") >= 5
    assert sheet.get_by_label("kept").evaluate("(box) => box.getBoundingClientRect().width") == 24
