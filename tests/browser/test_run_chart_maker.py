"""The page that draws a run chart of pasted values: pasted, drawn, corrected, taken along, erased."""

import csv
import io
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from support.browser.axe_checks import find_violations
from support.browser.pages import OpenPage

pytestmark = pytest.mark.slow

ADDRESS = "run-chart-maker/"
FINDING = (
    "There is a shift, for the better: 7 points in a row, November 2025 to May 2026, "
    "lie above the baseline median of 46.5 percent."
)
SVG = "{http://www.w3.org/2000/svg}"
WHITE = (255, 255, 255)
_PASTE = """(text) => {
  const field = document.querySelector("[name=values]");
  field.focus();
  document.execCommand("insertText", false, text);
  field.dispatchEvent(new ClipboardEvent("paste", { bubbles: true }));
}"""


@pytest.fixture
def maker(open_page: OpenPage) -> Page:
    """The page, with the example filled in."""
    page = open_page(ADDRESS)
    page.get_by_role("button", name="Fill in an example").click()
    return page


def _download(page: Page, name: str) -> bytes:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=name).click()
    return Path(waiting.value.path()).read_bytes()


def test_the_chart_has_all_parts_and_follows_what_is_changed(maker: Page) -> None:
    """Finding, picture, numbered change, note and tables; another goal moves into the picture, a slip is told; it prints."""
    figure = maker.get_by_role("figure")
    expect(figure.locator(".hub-run-chart__finding")).to_have_text(FINDING)
    expect(maker.get_by_role("img", name="First talk within ten school days")).to_be_visible()
    expect(figure.get_by_role("listitem").filter(has_text="A call the day before")).to_contain_text("November 2025")
    expect(figure).to_contain_text("The line is broken where there is no value.")
    figure.get_by_text("The values and the rules, as tables").click()
    expect(figure.get_by_role("row", name="January 2026 63 above Shift")).to_be_visible()
    expect(figure.get_by_role("row", name="Longest run")).to_be_visible()
    maker.get_by_label("Goal").fill("90")
    maker.get_by_label("Changes to mark").fill("soon: a new form")
    maker.get_by_label("Changes to mark").press("Tab")
    expect(figure.locator(".hub-run-chart__label").first).to_have_text("Goal 90")
    expect(maker.get_by_text("This change isn’t marked").first).to_be_visible()
    # The tables stay open while the chart is drawn anew.
    expect(figure.get_by_role("row", name="Longest run")).to_be_visible()
    maker.emulate_media(media="print")
    expect(figure).to_be_visible()
    expect(maker.get_by_label("Goal")).to_be_hidden()


def test_pasted_columns_are_chosen_and_small_groups_left_out(open_page: OpenPage) -> None:
    """With more than two columns a reader says which is which; a value for nine people is in no part of the chart."""
    page = open_page(ADDRESS)
    rows = "\n".join(f"2025-{month:02}\t{40 + month}.5\t{9 if month == 3 else 20}" for month in range(1, 13))
    page.evaluate(_PASTE, f"Month\tSeen in time\tPeople\n{rows}")
    expect(page.get_by_role("heading", name="Seen in time")).to_be_visible()
    assert "43.5" in page.get_by_role("figure").inner_html()
    page.get_by_label("Column with the number of people").select_option("People")
    expect(page.get_by_text("1 point is left out")).to_be_visible()
    assert "43.5" not in page.get_by_role("figure").inner_html()
    assert "43.5" not in _download(page, "Table (CSV)").decode()
    page.get_by_text("A new baseline, and small groups").click()
    page.get_by_label("Leave out values").uncheck()
    expect(page.get_by_text("is left out")).to_have_count(0)
    page.get_by_label("A new baseline starts at").fill("July 2025")
    page.get_by_label("What changed for good").fill("A new form.")
    page.get_by_label("What changed for good").press("Enter")
    expect(page.get_by_text("From July 2025 on, the values have a median of their own. A new form.")).to_be_visible()


def test_the_files_say_what_the_page_says(open_page: OpenPage) -> None:
    """Picture, drawing and table in light colors even in the dark, the same from a phone; the drawing has no style."""
    page = open_page(ADDRESS, width=320, color_scheme="dark")
    page.get_by_role("button", name="Fill in an example").click()
    picture = Image.open(io.BytesIO(_download(page, "Picture (PNG)"))).convert("RGB")
    assert picture.width == 3 * 664
    assert picture.getpixel((2, 2)) == WHITE
    assert len(picture.getcolors(1 << 24) or ()) > 20
    expect(page.get_by_text("The file is in your downloads.")).to_be_visible()
    drawing = _download(page, "Drawing (SVG)")
    root = ET.fromstring(drawing)  # noqa: S314 -- made a moment ago by the page
    assert root.get("width") == "664"
    told = " ".join(text.text or "" for text in root.iter(f"{SVG}text"))
    assert FINDING in told
    assert "1 A call the day before each first talk (November 2025)" in " ".join(told.split())
    assert not {element.tag for element in root.iter()} & {f"{SVG}style", f"{SVG}script"}
    assert not [element for element in root.iter() if {"style", "class"} & set(element.attrib)]
    assert b"light-dark" not in drawing
    rows = list(csv.reader(io.StringIO(_download(page, "Table (CSV)").decode("utf-8-sig"))))
    assert rows[0] == ["When", "Value (percent)", "People", "Median", "Signal"]
    assert rows[-1] == ["2026-05", "72", "", "46.5", "Shift"]


def test_by_keyboard_and_without_a_trace(open_page: OpenPage) -> None:
    """Enter in a field draws and leads to the chart; what can't be drawn is said; erasing leaves nothing, nor does use."""
    page = open_page(ADDRESS)
    page.get_by_role("button", name="Draw the chart").press("Enter")
    expect(page.get_by_text("No value was found.")).to_be_visible()
    page.get_by_label("Values, the oldest first").fill("\n".join("565656565656"))
    page.get_by_label("Unit").press("Enter")
    expect(page.get_by_role("region", name="Run chart")).to_be_focused()
    expect(page.locator(".hub-run-chart__finding")).to_contain_text("more often than it would by chance alone")
    assert page.evaluate("[localStorage.length, sessionStorage.length, location.search]") == [0, 0, ""]
    page.get_by_role("button", name="Erase everything").press("Enter")
    expect(page.get_by_label("Values, the oldest first")).to_be_focused()
    expect(page.get_by_role("figure")).to_have_count(0)


@pytest.mark.parametrize(("width", "colors"), [(1280, "light"), (320, "dark")])
def test_axe_finds_nothing_in_a_drawn_chart(open_page: OpenPage, width: int, colors: str) -> None:
    """With the chart, a remark, all columns and everything folded open; nothing scrolls sideways."""
    page = open_page(ADDRESS, width=width, color_scheme=colors)
    page.get_by_role("button", name="Fill in an example").click()
    page.get_by_label("Values, the oldest first").fill("2026-01\t5\t20\n2026-02\ttoo few\t20\n2026-03\t6\t20")
    page.get_by_role("button", name="Draw the chart").click()
    page.evaluate("() => document.querySelectorAll('main details').forEach((part) => part.setAttribute('open', ''))")
    expect(page.get_by_text("“too few” in row 2 is no number").first).to_be_visible()
    assert find_violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
