"""A reader fills a worksheet in, takes it along, and leaves nothing behind."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Dialog, Page

from setup.site_server import serve_site
from support.browser.axe_checks import find_violations
from support.browser.pages import OpenPage
from support.hostile_texts import FORMULAS

pytestmark = pytest.mark.slow

TOOLKIT = "toolkits/small-test/"
SHEET = f"{TOOLKIT}#worksheet-plan"
OURS = '{"format": "hub-worksheet", "toolkit": "small-test", "worksheet": "plan", "answers": %s}'
FORMULA = FORMULAS[1]


@pytest.fixture
def sheet(open_page: OpenPage) -> Page:
    """The toolkit's page with its worksheet open."""
    return open_page(SHEET)


def _status(page: Page) -> str:
    return page.locator("[data-worksheet-status]").inner_text()


def _download(page: Page, name: str) -> bytes:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=name).click()
    return Path(waiting.value.path()).read_bytes()


def _rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


def _keys(page: Page) -> list[str]:
    return page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('hub.ws.'))")


def _answer(accept: bool) -> Callable[[Dialog], None]:
    return lambda dialog: dialog.accept() if accept else dialog.dismiss()


def _fill(page: Page) -> None:
    page.get_by_label("Our question").fill("Does it work?")
    page.get_by_label("Fairly").check()
    page.get_by_label("What, row 1").fill(FORMULA)
    page.get_by_label("Kind, row 2").select_option("Later")


def test_a_link_to_a_worksheet_opens_it(sheet: Page) -> None:
    """Whoever follows a step to its worksheet can write at once; nothing is kept before that is chosen."""
    assert sheet.get_by_label("Our question").is_visible()
    assert sheet.evaluate("localStorage.length") == 0


def test_by_keyboard_alone(sheet: Page) -> None:
    """Fields, choices, scales, rows and downloads are reached and worked without a mouse."""
    sheet.get_by_label("Our question").focus()
    sheet.keyboard.type("Can we do it?")
    sheet.keyboard.press("Tab")
    sheet.keyboard.press("Space")
    sheet.keyboard.press("ArrowDown")
    assert sheet.get_by_label("Fairly").is_checked()
    sheet.get_by_role("button", name="Add a row to Tasks").focus()
    sheet.keyboard.press("Enter")
    assert _status(sheet) == "Row 3 added."
    sheet.keyboard.type("Ask the nurse")
    assert sheet.get_by_label("What, row 3").input_value() == "Ask the nurse"
    sheet.get_by_role("button", name="Download as a table (CSV)").focus()
    with sheet.expect_download() as waiting:
        sheet.keyboard.press("Enter")
    assert waiting.value.suggested_filename == "small-test-plan.csv"
    assert ["Before", "Our question", "Can we do it?"] in _rows(Path(waiting.value.path()).read_bytes())


def test_scores_are_added_up(sheet: Page) -> None:
    """The words of a scale count from 1; the sum says out of what and how many are answered."""
    total = sheet.locator("[data-worksheet-total]")
    assert total.is_hidden()
    sheet.get_by_label("Fairly").check()
    assert total.inner_text() == "All parts: 2 of 3 (1 of 1 answered)"


def test_a_formula_in_the_csv_is_inert(sheet: Page) -> None:
    """A spreadsheet gets text where a reader wrote what looks like a formula, and other characters whole."""
    _fill(sheet)
    sheet.get_by_label("What, row 2").fill('a "b", ñ\nnew line')
    content = _download(sheet, "Download as a table (CSV)")
    assert content.startswith("\ufeff".encode())
    rows = _rows(content)
    assert ["Before", "Tasks", "What", "Kind", "Which role"] in rows
    assert ["Before", "Tasks, row 1", f"'{FORMULA}", "", ""] in rows
    assert ["Before", "Tasks, row 2", 'a "b", ñ\nnew line', "Later", ""] in rows


def test_what_counts_as_a_formula(sheet: Page) -> None:
    """Everything that a spreadsheet could run is guarded; plain numbers stay numbers."""
    left_alone = ["-5", "+3.2", "1=1", "a@b", ""]
    module = sheet.url.split("/toolkits/")[0] + "/assets/hub/worksheet/csv.js"
    ask = "async ([module, texts]) => texts.map((await import(module)).cell)"
    assert sheet.evaluate(ask, [module, FORMULAS]) == [f'"\'{text}"' for text in FORMULAS]
    assert sheet.evaluate(ask, [module, left_alone]) == [f'"{text}"' for text in left_alone]


def test_a_word_file_opens(sheet: Page) -> None:
    """The file made in the browser has the title, every question, the answers and the table with its head."""
    _fill(sheet)
    document = docx.Document(io.BytesIO(_download(sheet, "Download for Word")))
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert texts[:4] == ["Plan sheet", "Before", "Our question", "Does it work?"]
    assert "2 Fairly" in texts
    assert "All parts: 2 of 3 (1 of 1 answered)" in texts
    cells = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert cells == [["What", "Kind", "Which role"], [FORMULA, "", ""], ["", "Later", ""]]
    assert (document.core_properties.title, document.core_properties.language) == ("Plan sheet", "en-US")
    assert document.styles["Normal"].name == "Normal"


def test_saving_is_chosen_and_comes_back(sheet: Page) -> None:
    """Answers are kept only after the choice, with an end, and are there again on the next visit."""
    _fill(sheet)
    assert _keys(sheet) == []
    sheet.get_by_label("Save answers in this browser").check()
    (key,) = _keys(sheet)
    assert key == "hub.ws./repo-name/ small-test/plan"
    entry = json.loads(sheet.evaluate("(key) => localStorage.getItem(key)", key))
    days = (entry["expires"] - sheet.evaluate("Date.now()")) / 86_400_000
    assert 29.9 < days <= 30
    sheet.goto(sheet.url.partition("#")[0])
    assert _status(sheet) == "Your saved answers are back."
    assert sheet.get_by_label("Our question").input_value() == "Does it work?"
    assert sheet.get_by_label("Kind, row 2").input_value() == "Later"


def test_erasing_leaves_nothing(sheet: Page) -> None:
    """After a question, fields, added rows and stored answers are gone, and stay gone."""
    _fill(sheet)
    sheet.get_by_role("button", name="Add a row to Tasks").click()
    sheet.get_by_label("Save answers in this browser").check()
    sheet.once("dialog", _answer(accept=False))
    sheet.get_by_role("button", name="Erase my answers").click()
    assert sheet.get_by_label("Our question").input_value() == "Does it work?"
    sheet.once("dialog", _answer(accept=True))
    sheet.get_by_role("button", name="Erase my answers").click()
    assert _status(sheet) == "Erased. Nothing of this worksheet is left in this browser."
    sheet.reload()
    assert sheet.get_by_label("Our question").input_value() == ""
    assert not sheet.get_by_label("Fairly").is_checked()
    assert sheet.get_by_label("What, row 3").count() == 0
    assert sheet.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    assert sheet.evaluate("indexedDB.databases().then((all) => all.length)") == 0


def test_turning_saving_off_erases(sheet: Page) -> None:
    """Taking the choice back removes what was stored, while the answers stay on the page."""
    _fill(sheet)
    sheet.get_by_label("Save answers in this browser").check()
    sheet.get_by_label("Save answers in this browser").uncheck()
    assert _keys(sheet) == []
    assert sheet.get_by_label("Our question").input_value() == "Does it work?"


def test_old_answers_expire(sheet: Page) -> None:
    """Answers of any worksheet whose time is over are removed, and not shown."""
    sheet.evaluate("localStorage.setItem('hub.ws.other.sheet-v1', JSON.stringify({expires: 1, answers: {}}))")
    sheet.evaluate("localStorage.setItem('not-ours', 'x')")
    sheet.reload()
    assert sheet.evaluate("Object.keys(localStorage)") == ["not-ours"]


def test_blocked_storage_is_told(open_page: OpenPage) -> None:
    """A browser that lets pages store nothing still fills in, and says what to do instead."""
    page = open_page("about/")
    page.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no'); }})")
    page.goto(page.url.replace("about/", SHEET))
    page.get_by_label("Save answers in this browser").click()
    assert _status(page).startswith("This browser doesn’t let the page save anything.")
    assert not page.get_by_label("Save answers in this browser").is_checked()


def test_a_saved_file_opens_again(sheet: Page, tmp_path: Path) -> None:
    """A worksheet goes to another computer as a file, with rows that were added."""
    _fill(sheet)
    sheet.get_by_role("button", name="Add a row to Tasks").click()
    sheet.keyboard.type("third")
    saved = tmp_path / "saved.json"
    saved.write_bytes(_download(sheet, "Save to a file"))
    sheet.reload()
    sheet.locator("[data-worksheet-file]").set_input_files(saved)
    sheet.get_by_text("The answers from the file are filled in.").wait_for()
    assert sheet.get_by_label("What, row 1").input_value() == FORMULA
    assert sheet.get_by_label("What, row 3").input_value() == "third"
    assert sheet.get_by_label("Fairly").is_checked()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("no json", "This isn’t a saved worksheet."),
        ("null", "This isn’t a saved worksheet."),
        ('{"format": "hub-worksheet", "answers": null}', "This isn’t a saved worksheet."),
        (
            '{"format": "hub-worksheet", "toolkit": "a", "worksheet": "b", "answers": {}}',
            "This file belongs to another worksheet: b, in the toolkit a.",
        ),
        (
            OURS % '{"__proto__": "x", "gone": "x", "sure": "9", "tasks": [7], "question": {"a": 1}}',
            "The questions have changed since this was saved: 5 of the answers no longer fit.",
        ),
    ],
)
def test_strange_files_are_told(sheet: Page, tmp_path: Path, text: str, said: str) -> None:
    """A file that isn't ours, or not for this worksheet, changes nothing and gets a sentence."""
    (tmp_path / "x.json").write_text(text, encoding="utf-8")
    sheet.locator("[data-worksheet-file]").set_input_files(tmp_path / "x.json")
    sheet.get_by_text(said).wait_for()
    assert sheet.get_by_label("Our question").input_value() == ""


def test_opening_a_file_asks_before_it_replaces(sheet: Page, tmp_path: Path) -> None:
    """What a reader has typed is not overwritten without a question."""
    (tmp_path / "x.json").write_text(OURS % '{"question": "new"}', encoding="utf-8")
    _fill(sheet)
    sheet.once("dialog", _answer(accept=False))
    sheet.locator("[data-worksheet-file]").set_input_files(tmp_path / "x.json")
    sheet.get_by_text("Nothing was changed.").wait_for()
    assert sheet.get_by_label("Our question").input_value() == "Does it work?"


def test_nothing_typed_is_in_the_address(sheet: Page) -> None:
    """Enter in a field sends nothing anywhere and leaves the address alone."""
    sheet.get_by_label("Our question").fill("secret")
    before = sheet.url
    sheet.get_by_label("Our question").press("Enter")
    assert sheet.url == before


def test_without_scripts_it_is_a_form_on_paper(open_page: OpenPage) -> None:
    """Without scripts no dead button shows, and the page says how to keep the answers."""
    page = open_page(TOOLKIT, java_script_enabled=False)
    page.get_by_text("Fill it in here").click()
    assert page.get_by_label("Our question").is_visible()
    assert page.locator(".hub-worksheet button:visible, .hub-worksheet__save:visible").count() == 0
    assert page.get_by_text("To keep it, print the page.").is_visible()


def test_one_worksheet_prints_alone(sheet: Page) -> None:
    """The worksheet's own print button leaves the rest of the page off the paper."""
    sheet.evaluate("window.print = () => dispatchEvent(new Event('printed'))")
    sheet.locator(".hub-worksheet").get_by_role("button", name="Print").click()
    sheet.emulate_media(media="print")
    assert sheet.get_by_label("Our question").is_visible()
    assert sheet.locator("#steps").is_hidden()
    sheet.evaluate("dispatchEvent(new Event('afterprint'))")
    assert sheet.locator("#steps").is_visible()


@pytest.mark.parametrize("colors", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_a_filled_worksheet_is_accessible(open_page: OpenPage, colors: str, width: int) -> None:
    """Axe finds nothing in an open, filled-in worksheet, and nothing is wider than the window."""
    page = open_page(SHEET, width=width, color_scheme=colors)
    _fill(page)
    page.get_by_role("button", name="Add a row to Tasks").click()
    assert find_violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.fixture(scope="module")
def packed_address(packed_site: Path) -> Iterator[str]:
    """The address of the tiny hub with files to take along."""
    with serve_site(packed_site, "/repo-name/") as address:
        yield address


@pytest.mark.parametrize("address", [TOOLKIT, "change-packages/", "change-packages/teaming/"])
def test_pages_with_files_are_accessible(open_page: OpenPage, packed_address: str, address: str) -> None:
    """Links to files are fine for axe, and break into lines on a phone."""
    page = open_page(address, site=packed_address, width=320)
    assert page.locator(".hub-downloads").first.is_visible()
    assert find_violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 320
