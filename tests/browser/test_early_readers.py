"""What a reader does before a page's scripts are there, as on a slow line, is neither lost nor told untruly."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Dialog, Page, expect

from support.browser.pages import OpenPage, hold
from support.browser.worksheets import ADDRESS, expect_stored, form_of, state_of, status_of

pytestmark = pytest.mark.slow

WORKSHEET = "**/worksheet/worksheet.js"
LIST = "**/my-list/list-control.js"


@pytest.fixture
def sheet(open_page: OpenPage, worksheets_address: str) -> Page:
    """The worksheet, open."""
    return open_page(ADDRESS, site=worksheets_address)


@pytest.fixture
def kept(sheet: Page) -> Page:
    """The worksheet with an answer that is kept in the browser."""
    sheet.get_by_label("What to save").fill("kept")
    sheet.get_by_label("Save answers in this browser").first.check()
    expect_stored(sheet, "save", "kept")
    return sheet


def _type_early(page: Page, answers: dict[str, str]) -> None:
    """Load the worksheet anew and write into it before its script is there."""
    let_go = hold(page, WORKSHEET)
    page.reload(wait_until="commit")
    form_of(page).locator("summary").click()
    for label, text in answers.items():
        page.get_by_label(label).fill(text)
    let_go()


def test_early_answers_stand_beside_kept_ones(kept: Page) -> None:
    """What was kept is back, and what was typed meanwhile is still there, kept from now on."""
    _type_early(kept, {"Team": "early", "What, row 2": "early, too"})
    expect(kept.get_by_label("What to save")).to_have_value("kept")
    expect(kept.get_by_label("Team")).to_have_value("early")
    expect(kept.get_by_label("What, row 2")).to_have_value("early, too")
    expect(status_of(kept)).to_have_text("Your saved answers are back.")
    expect_stored(kept, "team-name", "early")


def test_an_early_answer_and_a_kept_one_to_one_question(kept: Page) -> None:
    """Both stay readable, and the reader is told."""
    _type_early(kept, {"What to save": "early"})
    expect(form_of(kept).locator("[data-worksheet-leftover] li")).to_have_text("save: kept")
    expect(kept.get_by_label("What to save")).to_have_value("early")
    expect(status_of(kept)).to_contain_text("You began to write before your saved answers were back.")
    expect_stored(kept, "save", "early")


def test_early_answers_are_unsaved(sheet: Page) -> None:
    """Where nothing was kept, nothing is said to be saved, and leaving asks."""
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    sheet.on("dialog", answer)
    _type_early(sheet, {"Team": "early"})
    expect(state_of(sheet)).to_have_text("Not saved: it is gone when you leave this page.")
    sheet.reload()
    assert asked == ["beforeunload"]


def test_nothing_can_be_typed_into_the_form_before_it_is_kept(open_page: OpenPage) -> None:
    """The form shows its questions with its script, so a draft that is back lies over nothing."""
    page = open_page()
    let_go = hold(page, "**/contribute/contribute-form.js")
    page.goto(f"{page.url}contribute/form/?type=lesson", wait_until="commit")
    title = page.get_by_label("Title of the lesson")
    expect(title).to_be_attached()
    expect(title).not_to_be_visible()
    let_go()
    expect(title).to_be_visible()


def test_an_early_choice_of_shortcuts_holds(open_page: OpenPage) -> None:
    """A box that was unticked before its script was there stays so, here and on the next page."""
    page = open_page()
    let_go = hold(page, "**/shortcuts.js")
    page.goto(f"{page.url}about/", wait_until="commit")
    box = page.locator("[data-hub-component=shortcuts]")
    box.uncheck()
    let_go()
    page.wait_for_function("() => localStorage.getItem('hub.shortcuts') === 'off'")
    expect(box).not_to_be_checked()
    page.reload()
    expect(box).not_to_be_checked()


def _open_early(page: Page, address: str, script: str) -> Callable[[], None]:
    """Open a page whose script is still on its way, and return how to let it come."""
    let_go = hold(page, script)
    page.goto(page.url + address, wait_until="commit")
    return let_go


def test_early_words_are_asked(open_page: OpenPage) -> None:
    """What was typed before the search page's script was there is the question, not what the address says."""
    page = open_page()
    let_go = _open_early(page, "search/?q=team", "**/search/search.js")
    page.locator("#search-page").fill("nurse")
    let_go()
    expect(page.locator(".hub-card--result").first).to_contain_text("School nurse")
    expect(page.locator("#search-page")).to_have_value("nurse")
    expect(page).to_have_url(re.compile("q=nurse$"))


def test_an_early_filter_holds(open_page: OpenPage) -> None:
    """A box that was ticked before the script was there joins those of the address."""
    page = open_page()
    let_go = _open_early(page, "search/?q=team&type=lesson", "**/search/search.js")
    page.get_by_label("Toolkits").check()
    let_go()
    expect(page).to_have_url(re.compile("q=team&type=lesson&type=toolkit$"))
    expect(page.get_by_label("Lessons learned")).to_be_checked()


def test_a_reader_who_is_in_the_box_already_gets_suggestions(open_page: OpenPage) -> None:
    """The script asks where the reader is; the moment of coming there may be over."""
    page = open_page()
    let_go = _open_early(page, "lessons/", "**/search/search-box.js")
    page.locator("#search-header").press_sequentially("nurse")
    let_go()
    expect(page.get_by_role("option").first).to_contain_text("School nurse")


def test_an_early_link_takes_the_list_along(open_page: OpenPage) -> None:
    """So does an early search; an address that the reader types in has what it says."""
    page = open_page()
    root = page.url
    let_go = _open_early(page, "about/?list=toolkits/small-test", LIST)
    page.get_by_role("link", name="Lessons", exact=True).first.click()
    let_go()
    page.wait_for_url("**/lessons/?list=toolkits/small-test")
    expect(page.get_by_role("link", name="My list (1)").first).to_be_visible()
    let_go = hold(page, LIST)
    page.reload(wait_until="commit")
    page.locator("#search-header").fill("nurse")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=nurse", wait_until="commit")
    let_go()
    page.wait_for_url("**/search/?q=nurse&list=toolkits/small-test")
    page.goto(f"{root}about/")
    expect(page.get_by_role("button", name="Add to my list").first).to_be_visible()
    assert page.url == f"{root}about/"


def test_an_early_link_leaves_a_kept_list_alone(open_page: OpenPage) -> None:
    """Who keeps a list of their own goes on with that one, not with the one that they were sent."""
    page = open_page("my-list/?list=about")
    page.get_by_label("Keep this list on this device").check()
    page.wait_for_url("**/my-list/")
    page.goto(page.url.replace("my-list/", "about/?list=toolkits/small-test,about"))
    let_go = hold(page, LIST)
    page.reload(wait_until="commit")
    page.get_by_role("link", name="Lessons", exact=True).first.click()
    let_go()
    expect(page.get_by_role("link", name="My list (1)").first).to_be_visible()
    assert page.url.endswith("/lessons/")
