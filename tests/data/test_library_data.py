"""All files together: each as its schema says, each described, each told in the index with its true size."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from knowledge_hub.catalogue.from_library import create_catalogue
from knowledge_hub.data.data_files import EXCEL
from knowledge_hub.data.places import DATA
from knowledge_hub.library.loading import load_library
from knowledge_hub.records import RECORD_TYPES
from knowledge_hub.settings.settings import Settings
from support.builds import TINY
from support.data_files import (
    SETTINGS,
    MadeData,
    create_data,
    create_small_data,
    find_schema_faults,
    read_json,
    read_rows,
)
from support.hostile_texts import HTML
from support.small_library import Fields, read_content
from support.whole_library import write_whole_library

OWN_FACETS = """facets:
  - {id: language, field: languages, label: Language, help: Which., vocabulary: languages, types: [toolkit]}
"""
LANGUAGES = """label: {en: Languages}
about: {en: What can be had.}
terms: [{id: so, label: {en: Somali}}]
"""
OWN_FIELDS = """fields:
  - {id: url, label: Order, help: Where., kind: text, types: [toolkit]}
  - {id: connections, label: Kind, help: Which., kind: choice, options: [A4, Letter], types: [toolkit]}
  - {id: copies, label: Copies, help: How many., kind: number, types: [toolkit]}
  - {id: tested_on, label: Tested, help: When., kind: date, types: [toolkit]}
  - {id: hints, label: Hints, help: One each., kind: list, types: [toolkit]}
  - {id: inside, label: Inside, help: For us., kind: text, types: [toolkit], shown: nowhere}
"""
OWN = {
    "url": "By mail",
    "connections": "A4",
    "copies": 1200,
    "tested_on": "2026-03-04",
    "hints": ["Thick paper.", "Both sides."],
}


def create_tiny_data(settings: Settings = SETTINGS) -> MadeData:
    library, _ = load_library(TINY / "content", TINY / "docs" / "guides")
    return create_data(create_catalogue(library), settings)


@pytest.fixture(scope="module")
def tiny_data() -> MadeData:
    return create_tiny_data()


def test_every_file_is_as_its_schema_says(tiny_data: MadeData) -> None:
    """No field is of another kind, missing, or unknown to the schema."""
    assert find_schema_faults(tiny_data.files) == []


@pytest.mark.parametrize("text", ["A text.", *HTML[:2], "مرحبا بكم", "👩🏽‍🏫 “x”", "=1+1;=2"])
def test_a_record_with_every_field_is_as_its_schema_says(tmp_path: Path, text: str) -> None:
    """Whatever stands in any field of any type."""
    library, _ = read_content(write_whole_library(tmp_path, lambda _, most: text[:most]))
    assert len(library.records) == len(RECORD_TYPES)
    assert find_schema_faults(create_data(create_catalogue(library)).files) == []


def test_an_empty_hub_has_every_file(tmp_path: Path) -> None:
    """So that no program has to ask first whether there is anything."""
    empty = create_small_data(tmp_path, {}, Settings())
    assert find_schema_faults(empty.files) == []
    assert read_json(empty.files, "records/lesson.json") == {"count": 0, "items": []}
    assert read_rows(empty.files, "measures.csv") == []
    assert "reviewed_on" not in read_json(empty.files, "index.json")
    whole = {path for path in create_tiny_data().files if path.count("/") < 4}
    assert whole == {path for path in empty.files if path.count("/") < 4}


def test_a_hosts_own_fields_and_facets_are_there(tmp_path: Path) -> None:
    """In files and schemas, beside the hub's own names; what is shown nowhere stays out."""
    records: dict[str, Fields | str] = {
        "facets": OWN_FACETS,
        "fields": OWN_FIELDS,
        "vocabularies/languages": LANGUAGES,
        "toolkits/kit": {**OWN, "languages": ["so"], "inside": "secret"},
    }
    files = create_small_data(tmp_path, records).files
    kit = read_json(files, "records/toolkit/kit.json")
    assert find_schema_faults(files) == []
    assert kit["facets"]["language"] == ["so"]
    assert {name: kit["fields"][name] for name in OWN} == OWN
    assert (kit["url"], kit["connections"]) == ("https://hub.example/toolkits/kit/", [])
    (row,) = read_rows(files, "records/toolkit.csv")
    assert (row["languages"], row["copies"], row["hints"]) == ("so", "1200", "Thick paper.; Both sides.")
    assert (row["url"], row["connections"], row["own_connections"]) == ("By mail", "", "A4")
    assert b"secret" not in b"".join(files.values())


def test_the_description_is_valid(tiny_data: MadeData, tmp_path: Path) -> None:
    """An independent validator of OpenAPI has nothing against it, nor against the schemas that it refers to."""
    for path, content in tiny_data.files.items():
        target = tmp_path / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    place = tmp_path / DATA / "openapi.json"
    description = json.loads(place.read_bytes())
    assert [str(error) for error in OpenAPIV31SpecValidator(description, base_uri=place.as_uri()).iter_errors()] == []


def test_every_file_is_described(tiny_data: MadeData) -> None:
    """By its path, those of single records by the path of their type; every schema that is named is there."""
    described = read_json(tiny_data.files, "openapi.json")["paths"]
    known = {_without_id(path.removeprefix(DATA)) for path in tiny_data.files} - {"openapi.json"}
    singles = {f"records/{group.name}/{{id}}.json" for group in tiny_data.groups if group.records}
    assert {path.removeprefix("/") for path in described} == known | singles
    for item in described.values():
        (answer,) = item["get"]["responses"]["200"]["content"].values()
        schema = answer["schema"].get("$ref")
        assert schema is None or f"{DATA}{schema}" in tiny_data.files


def test_the_index_tells_true_sizes_and_numbers(tiny_data: MadeData) -> None:
    """Of each file, and of the files of single records together."""
    index = read_json(tiny_data.files, "index.json")
    files = {entry["path"]: entry for entry in index["files"]}
    lessons = read_json(tiny_data.files, "records/lesson.json")
    assert files["records/lesson.json"]["count"] == lessons["count"] == len(lessons["items"]) == 1
    for path, entry in files.items():
        folder, has_many, _ = f"{DATA}{path}".partition("{id}")
        names = [name for name in tiny_data.files if name.startswith(folder)] if has_many else [folder]
        assert sum(len(tiny_data.files[name]) for name in names) == entry["bytes"]
    assert index["reviewed_on"] == "2026-05-01"


def test_a_type_has_its_records_as_they_stand_alone(tiny_data: MadeData) -> None:
    """The list repeats the files of single records, word for word."""
    (lesson,) = read_json(tiny_data.files, "records/lesson.json")["items"]
    assert lesson == read_json(tiny_data.files, f"records/lesson/{lesson['id']}.json")


def test_workbooks_are_told_where_they_were_made() -> None:
    """With their sizes; what they hold is made elsewhere."""
    library, _ = load_library(TINY / "content", TINY / "docs" / "guides")
    made = {"data/v1/records/lesson.xlsx": 4711}
    data = create_data(create_catalogue(library), SETTINGS, made)
    (entry,) = [entry for entry in read_json(data.files, "index.json")["files"] if entry["media_type"] == EXCEL]
    assert (entry["path"], entry["bytes"]) == ("records/lesson.xlsx", 4711)
    assert "/records/lesson.xlsx" in read_json(data.files, "openapi.json")["paths"]


def test_the_same_library_gives_the_same_bytes(tiny_data: MadeData) -> None:
    """However often."""
    assert create_tiny_data().files == tiny_data.files


def test_all_of_it_stays_small(tmp_path: Path) -> None:
    """Less than four times what contributors wrote: a record alone, in its list, and in part in table and graph."""
    text = "A sentence that takes some room. " * 30
    records = {f"lessons/lesson-{number}": {"why": text} for number in range(40)}
    growth = _size(tmp_path / "many", records) - _size(tmp_path / "none", {})
    assert growth < 4 * 40 * len(text)


def _size(folder: Path, records: Mapping[str, Fields]) -> int:
    return sum(create_small_data(folder, records).told.sizes)


def _without_id(path: str) -> str:
    kind, _, rest = path.removeprefix("records/").partition("/")
    return f"records/{kind}/{{id}}.json" if path.startswith("records/") and rest else path
