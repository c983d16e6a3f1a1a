"""The citation files of small hubs."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from check_jsonschema import main as check_jsonschema
from click.testing import CliRunner

from knowledge_hub.citations.citation_cff import CITATION_CFF
from knowledge_hub.settings.settings import Settings
from support.citation_files import create_citation_files
from support.citation_readers import READERS, Told
from support.hostile_texts import HTML
from support.small_library import create_small_catalogue

SETTINGS = Settings(site_name="Our hub", site_url="https://hub.example/sub/", host="Our office")
REVIEW = {"reviewed_on": "2026-02-03", "review_by": "2027-02-03", "owner": "one"}
LESSON = {"title": "Ask", "review": REVIEW, "credit": {"authors": ["one", "two"]}}
REPORT = {
    "title": "A report",
    "author": [{"family": "Doe", "given": "J."}],
    "issued": "2020-05",
    "doi": "10.1000/x",
    "url": "https://example.org/x",
}
USES = [{"source": "report", "supports": "One."}, {"source": "report", "supports": "Two."}]


def _create(folder: Path, records: dict[str, dict[str, Any]], settings: Settings = SETTINGS) -> Mapping[str, bytes]:
    return create_citation_files(create_small_catalogue(folder, records), settings)


@pytest.fixture
def files(tmp_path: Path) -> Mapping[str, bytes]:
    """Two lessons, one that rests on a source twice, and a source that nothing rests on."""
    return _create(
        tmp_path,
        {
            "contributors/two": {"name": "Two, Inc."},
            "lessons/ask": {**LESSON, "sources": USES},
            "lessons/wait": {"title": "Wait", "review": REVIEW},
            "sources/report": REPORT,
            "sources/unread": {"title": "Unread", "doi": None, "url": "https://example.org/y"},
        },
    )


def test_each_record_has_its_own(files: Mapping[str, bytes]) -> None:
    """One in each format, and what it rests on where it rests on anything."""
    assert {path for path in files if path.startswith("cite/lessons/")} == {
        *(f"cite/lessons/{name}.{ending}" for name in ("ask", "wait") for ending in READERS),
        "cite/lessons/ask.sources.ris",
    }


@pytest.mark.parametrize("ending", READERS)
def test_a_record_is_cited_as_its_page_is(files: Mapping[str, bytes], ending: str) -> None:
    """Title, authors by the names that they are credited by, the day of the review, the whole address."""
    assert READERS[ending](files[f"cite/lessons/ask.{ending}"]) == [
        Told("Ask", ("one", "Two, Inc."), "2026-02-03", "https://hub.example/sub/lessons/ask/")
    ]


def test_the_sources_of_a_record_stand_once(files: Mapping[str, bytes]) -> None:
    """However often a record names one."""
    told = Told("A report", ("Doe, J.",), "2020-05", "10.1000/x")
    assert READERS["ris"](files["cite/lessons/ask.sources.ris"]) == [told]


@pytest.mark.parametrize("ending", READERS)
def test_lists_hold_everything(files: Mapping[str, bytes], ending: str) -> None:
    """Every record of a type, every source, and the hub as one work."""
    titles = {
        name: [told.title for told in READERS[ending](files[f"cite/{name}.{ending}"])]
        for name in ("lessons", "sources", "hub")
    }
    assert titles == {"lessons": ["Ask", "Wait"], "sources": ["A report", "Unread"], "hub": ["Our hub"]}


def test_an_empty_hub_can_be_cited(tmp_path: Path) -> None:
    """It has no list but its own, and says neither a day nor an address that it doesn't have."""
    files = _create(tmp_path, {}, Settings(site_name="Our hub"))
    assert set(files) == {*(f"cite/hub.{ending}" for ending in READERS), CITATION_CFF}
    assert READERS["bib"](files["cite/hub.bib"]) == [Told("Our hub", (), "", "")]


@pytest.mark.parametrize(
    "settings",
    [SETTINGS, Settings(site_name="x"), Settings(site_name=HTML[1], host="yes: [a, {b", description="'\n# no: text")],
)
def test_the_file_for_archives_is_valid(tmp_path: Path, settings: Settings) -> None:
    """By the schema of its format, whatever a host says of the hub."""
    files = _create(tmp_path, {"lessons/ask": LESSON, "contributors/two": {}}, settings)
    path = tmp_path / CITATION_CFF
    path.write_bytes(files[CITATION_CFF])
    result = CliRunner().invoke(check_jsonschema, ["--builtin-schema", "vendor.citation-file-format", str(path)])
    assert result.exit_code == 0, result.output
    told = yaml.safe_load(path.read_text(encoding="utf-8"))
    authors = [{"name": settings.host or f"Contributors to {settings.site_name}"}]
    assert (told["title"], told["authors"], told["date-released"]) == (settings.site_name, authors, "2026-02-03")
    assert told.get("url", "") == settings.site_url
