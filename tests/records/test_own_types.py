"""Facets and fields that a host adds without Python: they are fields of records like any other."""

from pathlib import Path

import pytest

from knowledge_hub.catalogue.from_library import create_catalogue
from knowledge_hub.exports.documents.document_context import DocumentContext
from knowledge_hub.exports.documents.toolkit import create_guide
from knowledge_hub.intake.generated import create_committed_files
from knowledge_hub.intake.skeletons import create_skeleton
from knowledge_hub.library.library import Library
from knowledge_hub.pages import Site, create_pages
from knowledge_hub.pages.search.search_index import create_search_files
from knowledge_hub.problems.problem import Problem
from knowledge_hub.records import RECORD_TYPES, Toolkit
from knowledge_hub.records.own_types import create_own_types
from support.fixed_day import TODAY
from support.search_files import read_search_files
from support.small_library import read_content, write_content

LANGUAGES = """label: {en: Languages}
about: {en: What can be had in which language.}
terms:
  - {id: so, label: {en: Somali}}
  - {id: es, label: {en: Spanish}}
"""
FACETS = """facets:
  - id: language
    field: languages
    label: Language
    help: Languages in which it can be had.
    vocabulary: languages
    types: [toolkit]
    on_cards: true
    before: stage
"""
FIELDS = """fields:
  - {id: grant_number, label: Number of the grant, help: As in the letter., kind: text, types: [toolkit]}
  - {id: tested_on, label: Last tested, help: The day., kind: date, types: [toolkit]}
  - {id: copies, label: Copies sent, help: How many., kind: number, types: [toolkit], exported: false}
  - {id: print_size, label: Print size, help: The paper., kind: choice, options: [A4, Letter], types: [toolkit]}
  - {id: hints, label: Hints for hosts, help: One each., kind: list, types: [toolkit], shown: section}
  - id: story
    label: How it came about
    help: The story.
    kind: long-text
    types: [toolkit]
    shown: section
    searched: false
"""
KIT = {
    "languages": ["so", "es"],
    "grant_number": "G-17",
    "tested_on": "2026-03-04",
    "copies": "1200",
    "print_size": "Letter",
    "hints": ["Print it on thick paper."],
    "story": "It **began** with a letter.",
}


def read(folder: Path, *, facets: str = FACETS, fields: str = FIELDS, kit: dict[str, object] | None = None) -> tuple:
    """Return library and problems of a toolkit with the host's own fields."""
    records = {"toolkits/kit": KIT if kit is None else kit, "facets": facets, "fields": fields}
    content = write_content(folder, {**records, "vocabularies/languages": LANGUAGES})
    return read_content(content)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    found, problems = read(tmp_path_factory.mktemp("own"))
    assert problems == []
    return found


@pytest.fixture(scope="module")
def pages(library: Library) -> dict[str, str]:
    """The finished pages by address."""
    site = Site(create_catalogue(library), TODAY)
    return {page.address: page.html for page in create_pages(site)}


def test_without_additions_the_types_are_the_built_in_ones() -> None:
    """A hub that adds nothing pays nothing, and the same additions give the same types in each build."""
    assert list(create_own_types((), ()).values()) == list(RECORD_TYPES)


def test_a_facet_has_pages_and_a_filter(pages: dict[str, str]) -> None:
    """Readers browse and filter by it, at its place among the others, and see it on cards and pages."""
    browse = pages["browse/"]
    assert browse.index('id="language"') < browse.index('id="stage"')
    assert "kit" in pages["browse/language/so/"]
    assert '<input type="checkbox" name="language" value="so">' in pages["search/"]
    assert "<li>Somali, Spanish</li>" in pages["toolkits/"]


def test_fields_are_shown_where_the_host_says(pages: dict[str, str]) -> None:
    """Facts stand in the strip, sections in the text and in the contents; Markdown is safe HTML."""
    page = pages["toolkits/kit/"]
    for label, words in (("Number of the grant", "G-17"), ("Last tested", "March 4, 2026"), ("Copies sent", "1,200")):
        assert f"{label}</dt>" in page
        assert words in page
    assert '<a href="#hints">Hints for hosts</a>' in page
    assert "It <strong>began</strong> with a letter." in page


def test_search_passes_over_what_is_not_to_be_searched(library: Library) -> None:
    """Only the field that says so is left out; a facet of the host's is a filter."""
    index = read_search_files(create_search_files(Site(create_catalogue(library), TODAY)))
    assert index.find("began") == set()
    assert index.find("paper") == {"toolkits/kit/"}
    assert index.values("language", "es") == {"toolkits/kit/"}
    assert ["hints", "Hints for hosts"] in index.card("toolkits/kit/")[6]


def test_files_have_what_is_exported(library: Library) -> None:
    """The PDF shows the host's fields but those that stay on the page."""
    site = Site(create_catalogue(library), TODAY)
    kit = site.catalogue.of_type(Toolkit)[0]
    document = str(create_guide(DocumentContext(site), kit).blocks)
    for text in ("Somali, Spanish", "G-17", "Letter", "Print it on thick paper.", "How it came about", "began"):
        assert text in document
    assert "Copies sent" not in document


def test_schemas_forms_and_field_guide_know_them(library: Library, pages: dict[str, str]) -> None:
    """Whoever writes a record is helped as with every other field."""
    files = dict(create_committed_files(library))
    schema = files["content/schemas/toolkit.schema.json"]
    assert '"grant_number"' in schema
    assert '"Letter"' in schema
    assert '"grant_number"' not in files["content/schemas/lesson.schema.json"]
    assert "Number of the grant" in pages["contribute/form/"]
    assert "Languages in which it can be had." in pages["contribute/fields/toolkit/"]
    skeleton = create_skeleton(library.types["toolkit"], "New", library.vocabularies, library.ids())
    assert "# As in the letter." in skeleton


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({"languages": ["Somalí"]}, "bad-choice Did you mean “so”?"),
        ({"print_size": "Leter"}, "bad-choice Did you mean “Letter”?"),
        ({"tested_on": "3/4/2026"}, "bad-date Write it as year-month-day: 2026-03-04"),
        ({"copies": "many"}, "bad-number Write only digits"),
        ({"grant_nmber": "x"}, "unknown-field Did you mean “grant_number”?"),
    ],
)
def test_values_are_checked_like_any_other(tmp_path: Path, given: dict[str, object], found: str) -> None:
    """A slip in a host's own field is a located problem with its mend."""
    _, problems = read(tmp_path, kit=given)
    assert [f"{problem.code} {problem.help}"[: len(found)] for problem in problems] == [found]


def test_a_lesson_has_no_field_of_a_toolkit(tmp_path: Path) -> None:
    """An addition belongs to the types that it names."""
    content = write_content(tmp_path, {"lessons/one": {"copies": "3"}, "fields": FIELDS})
    assert [problem.code for problem in read_content(content)[1]] == ["unknown-field"]


@pytest.mark.parametrize(
    ("facets", "fields", "found"),
    [
        (FACETS.replace("languages\n    label", "title\n    label"), "", "taken-name"),
        (FACETS.replace("id: language", "id: level"), "", "taken-name"),
        (FACETS.replace("vocabulary: languages", "vocabulary: langages"), "", "no-vocabulary"),
        (FACETS.replace("[toolkit]", "[tolkit]"), "", "bad-choice"),
        (FACETS.replace("before: stage", "before: phase"), "", "bad-choice"),
        (FACETS.replace("on_cards", "on_card"), "", "unknown-field"),
        ("", FIELDS.replace("copies", "address"), "taken-name"),
        ("", FIELDS.replace("hints", "copies"), "taken-name"),
        ("", FIELDS.replace("copies", "Copies"), "bad-value"),
        ("", FIELDS.replace(", options: [A4, Letter]", ""), "missing-field"),
        ("", FIELDS.replace("kind: number", "kind: number, options: [x]"), "unknown-field"),
    ],
)
def test_a_wrong_addition_is_named(tmp_path: Path, facets: str, fields: str, found: str) -> None:
    """What can't be used in facets.yml or fields.yml is named in its own file."""
    _, problems = read(tmp_path, facets=facets or "facets: []\n", fields=fields or "fields: []\n", kit={})
    assert _in_files(problems) == [found]


def _in_files(problems: list[Problem]) -> list[str]:
    assert {problem.path for problem in problems} <= {"content/facets.yml", "content/fields.yml"}
    return [problem.code for problem in problems]
