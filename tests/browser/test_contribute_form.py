"""A person writes a record with the site's form, by keyboard alone, without an account and without a server."""

import json
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from knowledge_hub.intake.yaml_writer import write_yaml
from knowledge_hub.slugs import create_slug
from support.browser.axe_checks import find_violations
from support.browser.pages import OpenPage
from support.builds import ROOT
from support.hostile_texts import ONE_LINE, YAML
from support.slug_titles import SLUG_TITLES

pytestmark = pytest.mark.slow

ADDRESS = "contribute/form/?type=case-study"
TITLE = "A district asks first: “why” & 'how'"
CHALLENGE = f"Plans failed.\n\n- Nobody was asked.\n  - {ONE_LINE}"


def _tab_to(page: Page, name: str) -> None:
    """Press Tab until the focus is on the control with this accessible name."""
    for _ in range(120):
        page.keyboard.press("Tab")
        label = page.evaluate("() => (document.activeElement.labels?.[0] ?? document.activeElement).textContent.trim()")
        if label.startswith(name):
            return
    raise AssertionError(f"The Tab key never reached “{name}”.")


def _write(page: Page, name: str, text: str) -> None:
    _tab_to(page, name)
    page.keyboard.type(text)


def _tick(page: Page, name: str) -> None:
    _tab_to(page, name)
    page.keyboard.press("Space")


def _fill_in(page: Page) -> None:
    """Answer every question but the one for the challenge, in the order of the form."""
    _write(page, "Title of the case study", TITLE)
    _write(page, "Summary of the case study", "A district asked families before it planned.")
    _write(page, "State, territory or country", "Ma")
    _write(page, "What did you do?", "They asked.")
    _write(page, "How did you work together?", "Nurses and parents met.")
    _tick(page, "Local")
    _tick(page, "Health")
    _tick(page, "There are no names")
    _tick(page, "Counts of fewer")
    _tick(page, "I may share")
    _tab_to(page, "Check and preview")
    page.keyboard.press("Enter")


def test_a_case_study_by_keyboard_alone(open_page: OpenPage, tiny: Path) -> None:
    """They fill it in, see a mistake explained beside its question, mend it, and save a file that the checks accept."""
    page = open_page(ADDRESS, accept_downloads=True)
    _fill_in(page)

    expect(page.locator("[data-summary]:visible")).to_be_focused()
    expect(page.get_by_role("heading", name="There is one thing to mend")).to_be_visible()
    challenge = page.get_by_label("What was hard?")
    expect(challenge).to_have_attribute("aria-invalid", "true")
    expect(challenge).to_have_accessible_description(
        "What was hard, for whom. For example: Teachers noticed students who were struggling, and nobody knew whom to tell. This needs an answer."
    )
    assert find_violations(page) == []

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(challenge).to_be_focused()
    page.keyboard.insert_text(CHALLENGE)
    _tab_to(page, "Check and preview")
    page.keyboard.press("Enter")
    expect(page.locator("[data-result]:visible")).to_be_focused()
    assert find_violations(page) == []

    _tab_to(page, "Download the file")
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    file = waiting.value
    assert file.suggested_filename == "a-district-asks-first-why-and-how.yml"
    file.save_as(tiny / "case-studies" / file.suggested_filename)
    assert CHALLENGE.rsplit("\n", maxsplit=1)[-1].strip() in (
        tiny / "case-studies" / file.suggested_filename
    ).read_text("utf-8")
    checked = subprocess.run(
        [sys.executable, "scripts/check.py", "--content", str(tiny)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout


def test_mistakes_are_those_of_the_checks(open_page: OpenPage) -> None:
    """Too long, no address, not promised: each is said beside its question, and once in the summary."""
    page = open_page(ADDRESS)
    page.get_by_label("Title of the case study").fill("中" * 121)
    page.get_by_label("What came of it?").locator("visible=true").fill("x" * 1201)
    page.get_by_role("button", name="Check and preview").click()
    expect(page.locator("[data-summary]:visible")).to_be_focused()
    items = page.locator("[data-summary-list] li").all_text_contents()
    assert items[0].startswith("Title of the case study: The address of the page is made of the letters a to z")
    assert "What came of it? This has 1201 characters; at most 1200 fit." in items
    assert "What kind of result was it? This needs an answer." in items
    assert "Before you send it: Tick every box." in items
    assert len(items) == len(set(items))


def test_without_a_repository_nothing_leads_to_github(open_page: OpenPage) -> None:
    """Ways that the host doesn't have aren't there."""
    page = open_page(ADDRESS)
    _fill_in(page)
    page.get_by_label("What was hard?").fill("Plans failed.")
    page.get_by_role("button", name="Check and preview").click()
    expect(page.locator("[data-result]:visible")).to_be_focused()
    ways = page.locator("[data-way]:visible").evaluate_all("ways => ways.map((way) => way.dataset.way)")
    assert ways == ["download", "copy"]


@pytest.mark.parametrize(("size", "is_too_long"), [(40, False), (9000, True)])
def test_links_to_github_stay_within_its_limit(open_page: OpenPage, size: int, is_too_long: bool) -> None:
    """The whole file travels in the link where it fits; where it doesn't, only its name does."""
    page = open_page(ADDRESS)
    record = {"title": "T", "name": "t.yml", "folder": "lessons", "text": "é" * size, "texts": [["record-title", "T"]]}
    contact = {"repository": "https://github.com/owner/hub", "branch": "main", "email": "hub@example.org"}
    script = """async ([root, record, contact]) => {
      const { createLinks } = await import(`${root}assets/hub/contribute/submission-links.js`);
      return createLinks(record, contact, "lesson");
    }"""
    links = page.evaluate(script, [page.url.partition("contribute/")[0], record, contact])
    new_file = urlsplit(links["new-file"]["href"])
    assert new_file.path == "/owner/hub/new/main/content/lessons"
    assert parse_qs(new_file.query)["filename"] == ["t.yml"]
    assert links["new-file"]["isTooLong"] is is_too_long
    assert max(len(link["href"]) for link in links.values()) < 8191
    assert parse_qs(urlsplit(links["issue-form"]["href"]).query)["template"] == ["lesson.yml"]
    assert links["e-mail"]["href"].startswith("mailto:hub@example.org?subject=")


def test_the_page_writes_yaml_as_the_core_does(open_page: OpenPage) -> None:
    """The browser's writer gives the same bytes, whatever the text holds."""
    texts = [*YAML, "\u2028", "a\u202eb\nc"]
    record = {"a": texts, "b": {"c": "a\nb", "d": [{"e": "a\n\n b", "f": "x"}]}}
    page = open_page(ADDRESS)
    script = """async ([root, record]) => {
      const { writeYaml } = await import(`${root}assets/hub/contribute/yaml-writer.js`);
      return writeYaml(record);
    }"""
    assert page.evaluate(script, [page.url.partition("contribute/")[0], json.loads(json.dumps(record))]) == write_yaml(
        record
    )


def test_a_title_becomes_the_address_that_the_core_gives_it(open_page: OpenPage) -> None:
    """The browser follows the one rule for slugs, whatever the title holds."""
    page = open_page(ADDRESS)
    script = """async ([root, titles]) => {
      const { createSlug } = await import(`${root}assets/hub/contribute/record-file.js`);
      return titles.map(createSlug);
    }"""
    titles = [title for title, _ in SLUG_TITLES]
    slugs = page.evaluate(script, [page.url.partition("contribute/")[0], titles])
    assert dict(zip(titles, slugs, strict=True)) == {title: create_slug(title) or "" for title in titles}


def test_a_phone_shows_one_group_of_questions_at_a_time(open_page: OpenPage) -> None:
    """Each group leads to the next one; a mistake leads to its question wherever that is; nothing is too wide."""
    page = open_page(ADDRESS, width=320)
    assert page.locator("[data-form-part]:visible h3").all_inner_texts() == ["Part 1 of 6\nWhat it is"]
    assert find_violations(page) == []
    for title in ("The story", "Who was at the table", "What came of it", "For the editors", "Files, and a last look"):
        page.get_by_role("button", name=f"Next: {title}").click()
        expect(page.get_by_role("heading", name=title)).to_be_focused()
        assert page.locator("[data-form-part]:visible").count() == 1
    page.get_by_role("button", name="Check and preview").click()
    expect(page.locator("[data-summary]:visible")).to_be_focused()
    page.get_by_role("link", name="What did you do?").click()
    expect(page.get_by_label("What did you do?")).to_be_focused()
    assert find_violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_what_is_left_is_counted_before_the_limit(open_page: OpenPage) -> None:
    """The limit is said before anybody writes, and what is left of it, or is too much, at each key."""
    page = open_page("contribute/form/?type=lesson")
    title, apply = page.get_by_label("Title of the lesson"), page.get_by_label("How to apply it")
    expect(title).to_have_accessible_description(re.compile("At most 120 characters"))
    title.fill("é" * 100 + "😀")
    expect(title).to_have_accessible_description(re.compile("Characters left: 19$"))
    apply.fill("short\n" + "x" * 302)
    expect(apply).to_have_accessible_description(re.compile("Characters too many: 2$"))
    expect(page.get_by_role("status").filter(has_text="Characters too many: 2")).to_have_count(1)


def test_steps_have_fields_of_their_own(open_page: OpenPage) -> None:
    """Steps are added and removed; a mistake leads to its field; a draft from before there were fields fits in."""
    page = open_page("contribute/form/?type=toolkit")
    shown = page.locator("[data-form=toolkit]")
    draft = {"toolkit-steps": "Meet | Sit down | and talk.\nAct | Try it."}
    saved = {"format": "hub-draft", "form": "toolkit", "answers": draft}
    shown.locator("[data-draft-file]").set_input_files(
        {"name": "draft.json", "mimeType": "application/json", "buffer": json.dumps(saved).encode()}
    )
    expect(shown.get_by_label("How to do it")).to_have_count(2)
    expect(shown.get_by_label("How to do it").first).to_have_value("Sit down | and talk.")
    shown.get_by_role("button", name="Add a step").click()
    expect(shown.get_by_label("Title of the step").nth(2)).to_be_focused()
    page.keyboard.type("Look back")
    shown.get_by_role("button", name="Remove Step 2").click()
    assert shown.locator("[data-row-name]").all_inner_texts() == ["Step 1", "Step 2"]
    assert find_violations(page) == []
    page.get_by_role("button", name="Check and preview").click()
    page.get_by_role("link", name="Steps, Step 2, How to do it: This needs an answer.").click()
    expect(shown.get_by_label("How to do it").nth(1)).to_be_focused()
    expect(shown.get_by_label("How to do it").nth(1)).to_have_accessible_description(re.compile("This needs an answer"))
    script = """async (root) => {
      const { readQuestion } = await import(`${root}assets/hub/contribute/questions.js`);
      return readQuestion(document.querySelector("#toolkit-steps")).value;
    }"""
    first = {"title": "Meet", "text": "Sit down | and talk."}
    assert page.evaluate(script, page.url.partition("contribute/")[0]) == [first, {"title": "Look back"}]


def test_without_scripts_the_page_shows_other_ways(open_page: OpenPage) -> None:
    """Where scripts are off, the page explains itself and leads on."""
    page = open_page(ADDRESS, java_script_enabled=False)
    expect(page.get_by_text("This page needs JavaScript")).to_be_visible()
    expect(page.get_by_role("link", name="Lesson learned")).to_have_attribute("href", "../../contribute/fields/lesson/")
