"""Tabs with one worksheet know of each other: nothing typed in either is lost, and an erase reaches all."""

import pytest
from playwright.sync_api import Page, expect

from support.browser.pages import OpenPage
from support.browser.worksheets import (
    ADDRESS,
    KEY,
    erase,
    expect_stored,
    find_stored,
    form_of,
    open_other_tab,
    status_of,
)

pytestmark = pytest.mark.slow

_TYPE = """(text) => {
  const input = document.querySelector("[data-field=save] input");
  input.value = text;
  input.dispatchEvent(new Event("input", { bubbles: true }));
}"""
# Keeps a tab from hearing of the others until it is let go.
_HOLD_NEWS = """() => {
  const held = [];
  const hold = (event) => {
    event.stopImmediatePropagation();
    held.push(event);
  };
  addEventListener("storage", hold, { capture: true });
  window.letGo = () => {
    removeEventListener("storage", hold, { capture: true });
    for (const event of held) dispatchEvent(new StorageEvent("storage", event));
  };
}"""


@pytest.fixture
def sheet(open_page: OpenPage, worksheets_address: str) -> Page:
    """The worksheet, open."""
    return open_page(ADDRESS, site=worksheets_address)


@pytest.fixture
def kept(sheet: Page) -> Page:
    """The worksheet with an answer that is kept in the browser."""
    sheet.get_by_label("What to save").fill("first")
    sheet.get_by_label("Save answers in this browser").first.check()
    return sheet


def test_an_erase_reaches_every_tab(kept: Page) -> None:
    """Erased in one tab, gone in all: also when the other one is then closed, and the storage is empty."""
    saving = open_other_tab(kept)
    expect(saving.get_by_label("What to save")).to_have_value("first")
    saving.get_by_label("Team").fill("not saved yet")
    erase(kept)
    expect(status_of(kept)).to_have_text("Erased. Nothing of this worksheet is left in this browser.")
    expect(status_of(saving)).to_have_text("Erased in another tab. Nothing of it is left in this browser.")
    expect(saving.get_by_label("Team")).to_have_value("")
    saving.close(run_before_unload=True)
    kept.reload()
    assert kept.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


def test_an_erase_reaches_a_tab_that_saves_nothing(sheet: Page) -> None:
    """What was typed in another tab, without being saved, goes too."""
    other = open_other_tab(sheet)
    other.get_by_label("Team").fill("typed")
    erase(sheet)
    expect(other.get_by_label("Team")).to_have_value("")
    assert sheet.evaluate("localStorage.length") == 0


def test_a_tab_that_was_asleep_brings_nothing_back(kept: Page) -> None:
    """A tab that heard nothing of the erase finds the place empty, writes nothing and forgets."""
    kept.evaluate("(key) => localStorage.removeItem(key)", KEY)
    kept.get_by_label("Team").fill("late")
    expect(kept.get_by_label("Team")).to_have_value("")
    assert find_stored(kept) is None


def test_two_tabs_put_their_answers_together(kept: Page) -> None:
    """What each tab types is in both, and in the storage."""
    other = open_other_tab(kept)
    kept.get_by_label("Team").fill("from the first")
    expect(other.get_by_label("Team")).to_have_value("from the first")
    other.get_by_label("What, row 2").fill("from the second")
    expect(kept.get_by_label("What, row 2")).to_have_value("from the second")
    expect(status_of(kept)).to_have_text("What was written in another tab is here, too.")
    expect_stored(kept, "tasks", [{"what": "", "often": ""}, {"what": "from the second", "often": ""}])


def test_two_tabs_change_one_answer(kept: Page) -> None:
    """Both answers stay readable, and the reader is told."""
    other = open_other_tab(kept)
    expect(other.get_by_label("What to save")).to_have_value("first")
    # Both type before either hears of the other.
    other.evaluate(_HOLD_NEWS)
    for page, text in ((kept, "mine"), (other, "yours")):
        page.evaluate(_TYPE, text)
    other.evaluate("window.letGo()")
    expect(form_of(kept).locator("[data-worksheet-leftover] li, [data-field=save] input")).not_to_have_count(1)
    expect(form_of(other).locator("[data-worksheet-leftover] li")).to_have_count(1)
    _expect_leftovers(kept)
    seen = {_text_of(page, part) for page in (kept, other) for part in ("value", "leftover")}
    assert {"mine", "yours"} <= {word for text in seen for word in text.replace("save: ", "").split()}


def _expect_leftovers(page: Page) -> None:
    page.wait_for_function("(key) => JSON.parse(localStorage.getItem(key)).leftover.length === 1", arg=KEY)


def _text_of(page: Page, part: str) -> str:
    if part == "value":
        return page.get_by_label("What to save").input_value()
    return form_of(page).locator("[data-worksheet-leftover] li").inner_text()


def test_switching_saving_off_leaves_other_tabs_their_text(kept: Page) -> None:
    """What was saved is gone; what is on the screens stays until the reader leaves."""
    other = open_other_tab(kept)
    expect(other.get_by_label("What to save")).to_have_value("first")
    kept.get_by_label("Save answers in this browser").first.uncheck()
    expect(other.get_by_label("Save answers in this browser").first).not_to_be_checked()
    expect(other.get_by_label("What to save")).to_have_value("first")
    assert find_stored(kept) is None


def test_a_tab_joins_what_another_saves(sheet: Page) -> None:
    """A tab with text of its own isn't overwritten; when it saves, both are put together."""
    other = open_other_tab(sheet)
    other.get_by_label("Team").fill("of the second")
    sheet.get_by_label("What to save").fill("of the first")
    sheet.get_by_label("Save answers in this browser").first.check()
    expect(status_of(other)).to_contain_text("in another tab, too")
    other.get_by_label("Save answers in this browser").first.check()
    expect(other.get_by_label("What to save")).to_have_value("of the first")
    expect_stored(sheet, "team-name", "of the second")
