"""Nothing typed into a worksheet is lost, nothing stays after an erase, and what is said of it is so."""

import pytest
from playwright.sync_api import Dialog, Page, expect

from support.browser.axe_checks import find_violations
from support.browser.pages import OpenPage
from support.browser.worksheets import ADDRESS, KEY, find_stored, form_of, state_of, status_of

pytestmark = pytest.mark.slow


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


def test_erasing_one_worksheet_leaves_the_others(sheet: Page) -> None:
    """A worksheet whose name begins like another's keeps its answers."""
    module = sheet.url.split("toolkits/")[0] + "assets/hub/keeping/store.js"
    script = """async (module) => {
      const { openStore } = await import(module);
      const [plan, visits] = ["kit/plan", "kit/plan-visits"].map((name) => openStore(name));
      for (const store of [plan, visits]) store.write({ answers: { a: "b" } });
      plan.end("erased");
      return Object.keys(localStorage);
    }"""
    assert sheet.evaluate(script, module) == ["hub.ws./repo-name/ kit/plan-visits"]


def test_answers_of_an_older_version_are_found(sheet: Page) -> None:
    """What was kept under the key of an older version is back, and no old key stays."""
    sheet.evaluate("""localStorage.setItem("hub.ws.kit.plan-v0a1b2c3d",
      JSON.stringify({ expires: Date.now() + 1e7, answers: { save: "old" } }))""")
    sheet.reload()
    expect(sheet.get_by_label("What to save")).to_have_value("old")
    assert sheet.evaluate("Object.keys(localStorage)") == [KEY]


def test_the_reader_is_asked_before_answers_are_lost(sheet: Page) -> None:
    """Leaving asks while something is unsaved, and not when nothing is typed, or all of it is kept or taken."""
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    sheet.on("dialog", answer)
    sheet.reload()
    assert asked == []
    sheet.get_by_label("Team").fill("typed")
    expect(state_of(sheet)).to_have_text("Not saved: it is gone when you leave this page.")
    sheet.reload()
    assert asked == ["beforeunload"]
    sheet.get_by_label("Team").fill("taken along")
    with sheet.expect_download():
        form_of(sheet).get_by_role("button", name="Save to a file").click()
    expect(state_of(sheet)).to_have_text("Saved in your file.")
    sheet.reload()
    sheet.get_by_label("Save answers in this browser").first.check()
    sheet.get_by_label("Team").fill("kept")
    sheet.reload()
    expect(sheet.get_by_label("Team")).to_have_value("kept")
    assert asked == ["beforeunload"]


def test_back_and_forward_bring_it_back(kept: Page) -> None:
    """Leaving by a link and coming back by the browser's button loses nothing that was just typed."""
    kept.get_by_label("Team").fill("typed last")
    kept.goto(kept.url.split("toolkits/")[0])
    kept.go_back()
    expect(kept.get_by_label("Team")).to_have_value("typed last")
    expect(state_of(kept)).to_have_text("Saved in this browser.")


def test_a_full_storage_is_told(kept: Page) -> None:
    """Where there is no room, what was saved stays, what wasn't is said, and leaving asks."""
    full = "{ throw new DOMException('full', 'QuotaExceededError'); }"
    kept.evaluate(f"() => {{ Storage.prototype.setItem = () => {full}; }}")
    kept.get_by_label("Team").fill("too much")
    expect(status_of(kept)).to_contain_text("This browser has no room left")
    assert (find_stored(kept) or {})["answers"]["save"] == "first"
    asked: list[str] = []
    kept.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    kept.reload()
    assert asked == ["beforeunload"]


def test_an_updated_worksheet_keeps_what_fits(kept: Page) -> None:
    """After a change of the worksheet all that fits is in its field; the rest is listed, and stays kept."""
    kept.evaluate(
        """(key) => localStorage.setItem(key, JSON.stringify({
          expires: Date.now() + 1e7, shape: "older", leftover: [],
          answers: { gone: "lost words", who: ["no more", "kept"], save: "fits",
            tasks: [{ what: "one", role: "nurse" }, { what: "two" }, { what: "three" }] },
        }))""",
        KEY,
    )
    kept.goto("about:blank")
    kept.go_back()
    for _ in range(2):
        expect(kept.get_by_label("What to save")).to_have_value("fits")
        expect(kept.get_by_label("kept")).to_be_checked()
        expect(kept.get_by_label("What, row 3")).to_have_value("three")
        items = form_of(kept).locator("[data-worksheet-leftover] li")
        expect(items).to_have_text(["gone: lost words", "who: no more", "tasks: 1, role: nurse"])
        kept.reload()


@pytest.mark.parametrize("colors", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_it_is_accessible_with_everything_said(
    open_page: OpenPage, worksheets_address: str, colors: str, width: int
) -> None:
    """Axe finds nothing while a mistake, a leftover and the state stand there; the state is in sight at each spot."""
    page = open_page(ADDRESS, site=worksheets_address, width=width, color_scheme=colors)
    page.evaluate(
        """(key) => localStorage.setItem(key, JSON.stringify({
          expires: Date.now() + 1e7, answers: { gone: "x".repeat(200), seen: "12abc" } }))""",
        KEY,
    )
    page.reload()
    page.get_by_label("Visits", exact=True).focus()
    page.get_by_label("Team").focus()
    # In a window that holds the whole form, the bar that stays in sight lies over nothing.
    page.set_viewport_size({"width": width, "height": 4000})
    assert find_violations(page) == []
    page.set_viewport_size({"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") == width
    for label in ("What to save", "What, row 2"):
        page.get_by_label(label).scroll_into_view_if_needed()
        expect(state_of(page)).to_be_in_viewport()
