"""What a contributor writes into the form is safe: it is checked as the library is, and nothing of it is lost."""

import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, expect

from knowledge_hub.intake.gate import create_gate
from knowledge_hub.records.single_files.phrases_to_avoid import Phrase, Wording
from support.browser.axe_checks import find_violations
from support.browser.pages import OpenPage

pytestmark = pytest.mark.slow

ADDRESS = "contribute/form/?type=lesson"
KEY = "hub.ws./repo-name/ contribute/form/lesson"
_PHRASE = Phrase(code="suicide-wording", avoid=("committed suicide",), better="died by suicide", reason="It hurts.")


@pytest.fixture
def form(open_page: OpenPage) -> Page:
    """The form for a lesson."""
    return open_page(ADDRESS)


def _fill(page: Page, why: str = "Everyone knew the day.") -> None:
    for label, text in {
        "Title of the lesson": "Meet each week",
        "Summary of the lesson": "A plain summary.",
        "The lesson in one sentence": "Meet each week.",
        "Why does it hold?": why,
        "How to apply it": "Choose a day.",
    }.items():
        _field(page, label).fill(text)
    shown = page.locator("[data-form=lesson]")
    shown.locator("[data-kind=choices]").evaluate_all("all => all.forEach((one) => one.querySelector('input').click())")
    for box in shown.locator("[data-promises] input").all():
        box.check()


def _field(page: Page, label: str) -> Any:
    return page.get_by_label(label).locator("visible=true")


def _check(page: Page) -> None:
    page.get_by_role("button", name="Check and preview").click()


def _said(page: Page) -> Any:
    return page.locator("[data-said]:visible")


@pytest.mark.parametrize(
    ("why", "said"),
    [
        ("Write to jane.doe@example.org.", "“jane.doe@example.org” is an e-mail address."),
        ("Call 555-201-3344.", "“555-201-3344” is a phone number."),
        ("We saw 3 students.", "“3 students” is a count of fewer than 10 students."),
    ],
)
def test_personal_data_stops_the_hand_over(form: Page, why: str, said: str) -> None:
    """What the check would refuse is named beside its question, and nothing leads to a public place."""
    _fill(form, why)
    _check(form)
    expect(form.locator("[data-summary]:visible")).to_be_focused()
    expect(form.locator("[data-summary-list]:visible li")).to_have_count(1)
    expect(form.locator("[data-error]:visible")).to_contain_text(said)
    assert form.locator("[data-way]:visible").count() == 0
    _field(form, "Why does it hold?").fill("Everyone knew the day.")
    _check(form)
    expect(form.locator("[data-result]:visible")).to_be_focused()


def test_better_words_are_a_hint(open_page: OpenPage) -> None:
    """Words to avoid are said beside the field as soon as it is left, and stop nothing."""
    page = open_page()
    gate = create_gate(Wording(phrases=(_PHRASE,)))
    page.route("**/schemas/gate.json", lambda route: route.fulfill(body=gate, content_type="application/json"))
    page.goto(page.url + ADDRESS)
    _fill(page, "He committed suicide.")
    hint = page.locator("[data-hint]:visible")
    expect(hint).to_have_text("“committed suicide”: better “died by suicide”. It hurts.")
    expect(_field(page, "Why does it hold?")).to_have_accessible_description(re.compile("better “died by suicide”"))
    assert find_violations(page) == []
    _check(page)
    expect(page.locator("[data-result]:visible")).to_be_focused()
    expect(hint).to_be_visible()


def test_pasted_text_is_cleaned(form: Page) -> None:
    """Invisible characters and bullets from a word processor are gone before anybody hears of them."""
    _field(form, "How to apply it").fill("\u2022\u00a0Choose\u200b a day.\n\uf0b7\tKeep it.")
    _field(form, "Title of the lesson").focus()
    expect(_field(form, "How to apply it")).to_have_value("- Choose a day.\n- Keep it.")
    _fill(form)
    _field(form, "Why does it hold?").fill("Every\u00adone\u00a0knew.")
    _check(form)
    expect(form.locator("[data-form=lesson] [data-file]")).to_contain_text('why: "Everyone knew."')


def test_an_open_form_works_offline(form: Page) -> None:
    """Once the page is there it checks without a connection."""
    form.wait_for_load_state("networkidle")
    form.context.set_offline(True)
    _fill(form)
    _check(form)
    expect(form.locator("[data-result]:visible")).to_be_focused()


def test_rules_that_cannot_be_loaded_are_said(open_page: OpenPage) -> None:
    """Where the rules never came, the button says so, and works once they can be had."""
    page = open_page()
    page.route("**/schemas/*", lambda route: route.fulfill(status=404))
    page.goto(page.url + ADDRESS)
    _fill(page)
    _check(page)
    expect(_said(page)).to_contain_text("The rules for checking can’t be loaded right now.")
    page.unroute("**/schemas/*")
    _check(page)
    expect(page.locator("[data-result]:visible")).to_be_focused()


def test_leaving_asks_and_a_kept_draft_is_back(form: Page) -> None:
    """Unsaved answers aren't lost without a question; after the choice they are there again in every tab."""
    asked: list[str] = []
    form.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    _field(form, "Title of the lesson").fill("gone")
    assert form.evaluate("localStorage.length") == 0
    form.reload()
    assert asked == ["beforeunload"]
    form.locator("[data-keep]:visible").check()
    _fill(form, "kept")
    form.reload()
    expect(_field(form, "Why does it hold?")).to_have_value("kept")
    assert form.locator("[data-form=lesson] [data-kind=choices] input:checked").count() > 0
    assert form.locator("[data-form=lesson] [data-promises] input:checked").count() == 0
    other = form.context.new_page()
    other.goto(form.url)
    expect(_field(other, "Why does it hold?")).to_have_value("kept")
    assert form.evaluate("Object.keys(localStorage)") == [KEY]
    form.get_by_role("button", name="Erase what I wrote").click()
    expect(_field(other, "Why does it hold?")).to_have_value("")
    assert form.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    assert asked == ["beforeunload", "confirm"]


def test_an_unfinished_draft_goes_along_as_a_file(form: Page, tmp_path: Path) -> None:
    """What isn't finished can be taken to another computer, and opened there."""
    _field(form, "Why does it hold?").fill("half a tho")
    with form.expect_download() as waiting:
        form.get_by_role("button", name="Download the unfinished draft").click()
    file = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(file)
    assert file.name == "lesson-draft.json"
    form.reload()
    expect(_field(form, "Why does it hold?")).to_have_value("")
    form.locator("[data-form=lesson] [data-draft-file]").set_input_files(file)
    expect(_field(form, "Why does it hold?")).to_have_value("half a tho")
    file.write_text("no json", encoding="utf-8")
    form.locator("[data-form=lesson] [data-draft-file]").set_input_files(file)
    expect(_said(form)).to_contain_text("This isn’t a draft of this form.")


def test_a_letter_has_the_line_ends_of_letters(form: Page) -> None:
    """RFC 6068 asks for CR and LF in the body of a mailto address."""
    record = {"title": "T", "name": "t.yml", "folder": "lessons", "text": "a\nb\n", "texts": []}
    script = """async ([module, record]) => {
      const { createLinks } = await import(module);
      return createLinks(record, { email: "hub@example.org" }, "lesson")["e-mail"].href;
    }"""
    module = form.url.partition("contribute/")[0] + "assets/hub/contribute/submission-links.js"
    address = form.evaluate(script, [module, record])
    assert address.endswith("&body=a%0D%0Ab%0D%0A")
    assert unquote(address).endswith("a\r\nb\r\n")


@pytest.mark.parametrize("colors", ["light", "dark"])
def test_the_form_is_accessible_on_a_phone(open_page: OpenPage, colors: str) -> None:
    """With a draft, its tools and its state, nothing is too wide, and axe finds nothing."""
    page = open_page(ADDRESS, width=320, color_scheme=colors)
    _field(page, "Title of the lesson").fill("T")
    expect(page.locator("[data-state]:visible")).to_be_in_viewport()
    assert find_violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 320
