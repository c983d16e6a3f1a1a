"""How to contribute: the ways that there are, the field guide, and reports of using a toolkit."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from knowledge_hub.intake.generated import FILE_TYPES
from knowledge_hub.pages import Page, Site, create_pages
from knowledge_hub.pages.reference.field_places import find_place
from knowledge_hub.records import Contributor, Record, Source
from knowledge_hub.schemas.outlines import create_outline
from knowledge_hub.settings.contact import Contact
from knowledge_hub.settings.settings import Settings
from support.fixed_day import TODAY
from support.small_library import Fields, brief, create_small_catalogue, read_content, write_content

GITHUB = Contact(repository="https://github.com/owner/hub", email="hub@example.org")


def _pages(folder: Path, records: dict[str, Fields], contact: Contact | None = None) -> dict[str, Page]:
    site = Site(
        create_small_catalogue(folder, records),
        TODAY,
        settings=Settings(contact=contact or Contact()),
    )
    return {page.address: page for page in create_pages(site)}


def test_only_ways_that_exist_are_offered(tmp_path: Path) -> None:
    """Without a repository and an address, the page doesn't lead anywhere outside."""
    for contact, expected in ((None, 0), (GITHUB, 7)):
        page = _pages(tmp_path / str(expected), {}, contact)["contribute/"]
        assert page.html.count("https://github.com/owner/hub") == expected
        assert ("mailto:" in page.html) is (contact is GITHUB)


@pytest.mark.parametrize("cls", FILE_TYPES.values())
def test_every_field_has_a_place_where_it_shows(cls: type[Record | Source | Contributor]) -> None:
    """Somebody has thought about where readers see each field."""
    assert [field.key for field in create_outline(cls).fields if not find_place(cls, field.key)] == []


def test_the_field_guide_has_every_field_with_an_example_of_the_library(tmp_path: Path) -> None:
    """Each field of a type is explained, and the first record that has it gives the example."""
    pages = _pages(tmp_path, {"lessons/ask": {"title": "Ask", "statement": "Ask <b>first</b>."}})
    soup = BeautifulSoup(pages["contribute/fields/lesson/"].html, "html.parser")
    keys = [heading.code.get_text() for heading in soup.select(".hub-fields__item h3")]
    assert sorted(keys) == sorted(field.key for field in create_outline(FILE_TYPES["lesson"]).fields)
    item = soup.find("h3", id="field-statement").parent
    assert item.pre.get_text() == 'statement: "Ask <b>first</b>."'
    assert item.figcaption.a["href"] == "../../../lessons/ask/"


REPORT = {
    "form": "adoption",
    "place": {"state": "oh"},
    "used": ["charter"],
    "changed": "We made it *shorter*.",
    "results": [{"kind": "null-or-negative", "statement": "Nothing changed."}],
}


def test_a_report_shows_on_the_page_of_the_toolkit(tmp_path: Path) -> None:
    """Where it was used, what they changed and what they got stand on the toolkit's page; drafts don't."""
    records: dict[str, Fields] = {
        "toolkits/charter": {},
        "case-studies/report": REPORT,
        "case-studies/draft": {**REPORT, "status": "draft"},
        "case-studies/story": {"form": "full", "used": ["charter"]},
    }
    soup = BeautifulSoup(_pages(tmp_path, records)["toolkits/charter/"].html, "html.parser")
    section = soup.find("section", attrs={"aria-labelledby": "used-elsewhere"})
    assert section.get_text(" ", strip=True) == (
        "Used elsewhere report Oh What they changed We made it shorter . What they got Nothing changed."
    )


@pytest.mark.parametrize(
    ("form", "missing"),
    [
        ("snapshot", {"challenge", "approach", "collaboration"}),
        ("full", {"challenge", "approach", "collaboration"}),
        ("adoption", {"used", "changed", "results"}),
    ],
)
def test_each_form_of_a_case_study_needs_its_own_parts(tmp_path: Path, form: str, missing: set[str]) -> None:
    """What a form can't do without is named, all at once, and nothing else is."""
    text = f"title: T\nsummary: S\nform: {form}\nplace: {{state: oh}}\nevidence: {{status: editorial}}\n"
    _, problems = read_content(write_content(tmp_path, {"case-studies/x": text}))
    assert {problem.code for problem in problems} == {"missing-field"}
    assert {name for name in missing for problem in problems if f"“{name}”" in problem.message} == missing
    assert len(problems) == len(missing), list(map(brief, problems))
