"""Nothing typed into a worksheet is lost, nothing stays after an erase, and no tab says what isn't so."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Dialog, Page, expect

from setup.site_server import serve_site
from support.browser.axe_checks import find_violations
from support.browser.pages import OpenPage
from support.builds import TINY, build
from support.once import MakeOnce
from support.small_library import complete, dump

pytestmark = pytest.mark.slow

ADDRESS = "toolkits/kit/#worksheet-plan"
KEY = "hub.ws./repo-name/ kit/plan"
# The ids are meant to run into each other where somebody glues them together.
_PLAN = [
    {"id": "save", "label": "What to save", "type": "text"},
    {"id": "team-name", "label": "Team", "type": "long-text"},
    {"id": "seen", "label": "Visits", "type": "number"},
    {"id": "day", "label": "Day", "type": "date"},
    {"id": "who", "label": "Who comes", "type": "choices", "options": ["kept", "Nurse"]},
    {
        "id": "tasks",
        "label": "Tasks",
        "type": "table",
        "rows": 2,
        "columns": [{"id": "what", "label": "What"}, {"id": "often", "label": "How often", "type": "number"}],
    },
]


def _worksheet(name: str, fields: list[dict[str, Any]]) -> dict[str, Any]:
    return {"id": name, "title": name, "instructions": "Write.", "sections": [{"title": "Part", "fields": fields}]}


def _write_site(folder: Path) -> None:
    visits = [{"id": "name", "label": "Visits of", "type": "choice", "options": ["A", "B"]}]
    kit = {"worksheets": [_worksheet("plan", _PLAN), _worksheet("plan-visits", visits)], "status": "published"}
    content = shutil.copytree(TINY / "content", folder / "content")
    shutil.copytree(TINY / "docs", folder / "docs")
    for path, fields in {"contributors/one": {}, "toolkits/kit": kit}.items():
        (content / f"{path}.yml").write_text(dump(complete(path, fields)), encoding="utf-8")
    build(folder / "site", content)


@pytest.fixture(scope="module")
def address(make_once: MakeOnce) -> Iterator[str]:
    """The address of a hub with two worksheets whose names begin alike."""
    with serve_site(make_once("worksheets", _write_site) / "site", "/repo-name/") as address:
        yield address


@pytest.fixture
def sheet(open_page: OpenPage, address: str) -> Page:
    """The worksheet, open."""
    return open_page(ADDRESS, site=address)


@pytest.fixture
def kept(sheet: Page) -> Page:
    """The worksheet with an answer that is kept in the browser."""
    sheet.get_by_label("What to save").fill("first")
    sheet.get_by_label("Save answers in this browser").first.check()
    return sheet


def _other_tab(page: Page) -> Page:
    other = page.context.new_page()
    other.goto(page.url)
    return other


def _form(page: Page) -> Any:
    return page.locator("[data-worksheet=plan]")


def _status(page: Page) -> Any:
    return _form(page).locator("[data-worksheet-status]")


def _state(page: Page) -> Any:
    return _form(page).locator("[data-worksheet-state]")


def _stored(page: Page) -> dict[str, Any] | None:
    text = page.evaluate("(key) => localStorage.getItem(key)", KEY)
    return json.loads(text) if text else None


def _expect_stored(page: Page, field: str, value: Any) -> None:
    script = "([key, field, value]) => JSON.stringify(JSON.parse(localStorage.getItem(key))?.answers[field]) === value"
    page.wait_for_function(script, arg=[KEY, field, json.dumps(value, separators=(",", ":"))])


def _erase(page: Page) -> None:
    page.once("dialog", lambda dialog: dialog.accept())
    _form(page).get_by_role("button", name="Erase my answers").click()


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


def test_an_erase_reaches_every_tab(kept: Page) -> None:
    """Erased in one tab, gone in all: also when the other one is then closed, and the storage is empty."""
    saving = _other_tab(kept)
    expect(saving.get_by_label("What to save")).to_have_value("first")
    saving.get_by_label("Team").fill("not saved yet")
    _erase(kept)
    expect(_status(kept)).to_have_text("Erased. Nothing of this worksheet is left in this browser.")
    expect(_status(saving)).to_have_text("Erased in another tab. Nothing of it is left in this browser.")
    expect(saving.get_by_label("Team")).to_have_value("")
    saving.close(run_before_unload=True)
    kept.reload()
    assert kept.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


def test_an_erase_reaches_a_tab_that_saves_nothing(sheet: Page) -> None:
    """What was typed in another tab, without being saved, goes too."""
    other = _other_tab(sheet)
    other.get_by_label("Team").fill("typed")
    _erase(sheet)
    expect(other.get_by_label("Team")).to_have_value("")
    assert sheet.evaluate("localStorage.length") == 0


def test_a_tab_that_was_asleep_brings_nothing_back(kept: Page) -> None:
    """A tab that heard nothing of the erase finds the place empty, writes nothing and forgets."""
    kept.evaluate("(key) => localStorage.removeItem(key)", KEY)
    kept.get_by_label("Team").fill("late")
    expect(kept.get_by_label("Team")).to_have_value("")
    assert _stored(kept) is None


def test_two_tabs_put_their_answers_together(kept: Page) -> None:
    """What each tab types is in both, and in the storage."""
    other = _other_tab(kept)
    kept.get_by_label("Team").fill("from the first")
    expect(other.get_by_label("Team")).to_have_value("from the first")
    other.get_by_label("What, row 2").fill("from the second")
    expect(kept.get_by_label("What, row 2")).to_have_value("from the second")
    expect(_status(kept)).to_have_text("What was written in another tab is here, too.")
    _expect_stored(kept, "tasks", [{"what": "", "often": ""}, {"what": "from the second", "often": ""}])


def test_two_tabs_change_one_answer(kept: Page) -> None:
    """Both answers stay readable, and the reader is told."""
    other = _other_tab(kept)
    expect(other.get_by_label("What to save")).to_have_value("first")
    # Both type before either hears of the other.
    for page, text in ((kept, "mine"), (other, "yours")):
        page.evaluate(
            """(text) => {
              const input = document.querySelector("[data-field=save] input");
              input.value = text;
              input.dispatchEvent(new Event("input", { bubbles: true }));
            }""",
            text,
        )
    expect(_form(kept).locator("[data-worksheet-leftover] li, [data-field=save] input")).not_to_have_count(1)
    expect(_form(other).locator("[data-worksheet-leftover] li")).to_have_count(1)
    _expect_leftovers(kept)
    seen = {_text_of(page, part) for page in (kept, other) for part in ("value", "leftover")}
    assert {"mine", "yours"} <= {word for text in seen for word in text.replace("save: ", "").split()}


def _expect_leftovers(page: Page) -> None:
    page.wait_for_function("(key) => JSON.parse(localStorage.getItem(key)).leftover.length === 1", arg=KEY)


def _text_of(page: Page, part: str) -> str:
    if part == "value":
        return page.get_by_label("What to save").input_value()
    return _form(page).locator("[data-worksheet-leftover] li").inner_text()


def test_switching_saving_off_leaves_other_tabs_their_text(kept: Page) -> None:
    """What was saved is gone; what is on the screens stays until the reader leaves."""
    other = _other_tab(kept)
    expect(other.get_by_label("What to save")).to_have_value("first")
    kept.get_by_label("Save answers in this browser").first.uncheck()
    expect(other.get_by_label("Save answers in this browser").first).not_to_be_checked()
    expect(other.get_by_label("What to save")).to_have_value("first")
    assert _stored(kept) is None


def test_a_tab_joins_what_another_saves(sheet: Page) -> None:
    """A tab with text of its own isn't overwritten; when it saves, both are put together."""
    other = _other_tab(sheet)
    other.get_by_label("Team").fill("of the second")
    sheet.get_by_label("What to save").fill("of the first")
    sheet.get_by_label("Save answers in this browser").first.check()
    expect(_status(other)).to_contain_text("in another tab, too")
    other.get_by_label("Save answers in this browser").first.check()
    expect(other.get_by_label("What to save")).to_have_value("of the first")
    _expect_stored(sheet, "team-name", "of the second")


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
    expect(_state(sheet)).to_have_text("Not saved: it is gone when you leave this page.")
    sheet.reload()
    assert asked == ["beforeunload"]
    sheet.get_by_label("Team").fill("taken along")
    with sheet.expect_download():
        _form(sheet).get_by_role("button", name="Save to a file").click()
    expect(_state(sheet)).to_have_text("Saved in your file.")
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
    expect(_state(kept)).to_have_text("Saved in this browser.")


def test_a_full_storage_is_told(kept: Page) -> None:
    """Where there is no room, what was saved stays, what wasn't is said, and leaving asks."""
    full = "{ throw new DOMException('full', 'QuotaExceededError'); }"
    kept.evaluate(f"() => {{ Storage.prototype.setItem = () => {full}; }}")
    kept.get_by_label("Team").fill("too much")
    expect(_status(kept)).to_contain_text("This browser has no room left")
    assert (_stored(kept) or {})["answers"]["save"] == "first"
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
        items = _form(kept).locator("[data-worksheet-leftover] li")
        expect(items).to_have_text(["gone: lost words", "who: no more", "tasks: 1, role: nurse"])
        kept.reload()


def test_rows_are_removed_and_numbered_again(sheet: Page) -> None:
    """A row goes with its content after a question; those below it move up; the last one is emptied."""
    sheet.get_by_label("What, row 1").fill("one")
    sheet.get_by_label("What, row 2").fill("two")
    sheet.on("dialog", lambda dialog: dialog.accept())
    sheet.get_by_role("button", name="Remove row 1, Tasks").click()
    expect(sheet.get_by_label("What, row 1")).to_have_value("two")
    expect(_status(sheet)).to_have_text("Row 1 removed.")
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
    expect(_form(sheet).get_by_text("This isn’t a number. It is kept as you typed it.")).to_be_visible()
    with sheet.expect_download() as waiting:
        _form(sheet).get_by_role("button", name="Download as a table (CSV)").click()
    assert '"12abc"' in Path(waiting.value.path()).read_text(encoding="utf-8")


def test_a_date_that_is_not_whole_is_told(sheet: Page) -> None:
    """The browser keeps nothing of half a date, so the reader hears it beside the field."""
    sheet.get_by_label("Day", exact=True).focus()
    sheet.keyboard.type("12")
    sheet.get_by_label("Team").focus()
    expect(sheet.get_by_text("This date isn’t complete, so it isn’t kept.")).to_be_visible()


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


@pytest.mark.parametrize("colors", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_it_is_accessible_with_everything_said(open_page: OpenPage, address: str, colors: str, width: int) -> None:
    """Axe finds nothing while a mistake, a leftover and the state stand there; the state is in sight at each spot."""
    page = open_page(ADDRESS, site=address, width=width, color_scheme=colors)
    page.evaluate(
        """(key) => localStorage.setItem(key, JSON.stringify({
          expires: Date.now() + 1e7, answers: { gone: "x".repeat(200), seen: "12abc" } }))""",
        KEY,
    )
    page.reload()
    page.get_by_label("Visits", exact=True).focus()
    page.get_by_label("Team").focus()
    assert find_violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
    for label in ("What to save", "What, row 2"):
        page.get_by_label(label).scroll_into_view_if_needed()
        expect(_state(page)).to_be_in_viewport()
