"""What the head of a page tells programs."""

from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from knowledge_hub.pages.frame.head import Subject, create_head
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.settings.settings import Settings
from support.data_files import create_data
from support.fixed_day import TODAY
from support.small_library import create_small_catalogue

SETTINGS = Settings(site_name="Our hub", site_url="https://hub.example/sub/", host="Our office", language="de")
REVIEW = {"reviewed_on": "2026-02-03", "review_by": "2027-02-03", "owner": "one"}


def _read(folder: Path, settings: Settings, address: str = "lessons/ask/", /, **fields: Any) -> list[tuple[str, str]]:
    catalogue = create_small_catalogue(
        folder, {"contributors/two": {"name": "Two & more"}, "lessons/ask": {"review": REVIEW, **fields}}
    )
    record = catalogue.get("lesson", "ask")
    subject = Subject(address=address, title="x", description="x", record=record)
    soup = BeautifulSoup(create_head(Site(catalogue, TODAY, settings=settings), subject), "html.parser")
    assert {element.name for element in soup.find_all()} <= {"meta", "link", "script"}
    return [(str(meta["name"]), str(meta["content"])) for meta in soup.select("meta[name]:not([name^=twitter])")]


def test_reference_managers_read_a_record(tmp_path: Path) -> None:
    """Title, each author, the day of the review, the site, its language and the whole address."""
    title = 'A "title" <b>'
    assert _read(tmp_path, SETTINGS, title=title, credit={"authors": ["one", "two"]}) == [
        ("citation_title", title),
        ("dc.type", "webpage"),
        ("citation_author", "one"),
        ("citation_author", "Two & more"),
        ("citation_publication_date", "2026/02/03"),
        ("citation_publisher", "Our office"),
        ("citation_language", "de"),
        ("citation_public_url", "https://hub.example/sub/lessons/ask/"),
        ("citation_fulltext_html_url", "https://hub.example/sub/lessons/ask/"),
    ]


def test_what_isnt_known_isnt_said(tmp_path: Path) -> None:
    """A hub without an address or a host's name, a record for which nobody is credited."""
    assert _read(tmp_path, Settings(site_name="Our hub"), title="Ask") == [
        ("citation_title", "Ask"),
        ("dc.type", "webpage"),
        ("citation_publication_date", "2026/02/03"),
        ("citation_publisher", "Our hub"),
        ("citation_language", "en"),
    ]


@pytest.mark.parametrize("address", ["lessons/ask/part/", "lessons/"])
def test_only_a_records_own_page_is_the_record(tmp_path: Path, address: str) -> None:
    """A part of it has an address of its own, and isn't the work that is cited."""
    assert _read(tmp_path, SETTINGS, address) == []


@pytest.mark.parametrize(
    ("address", "links"), [("lessons/ask/", ["../../data/v1/records/lesson/ask.json"]), ("lessons/ask/more/", [])]
)
def test_programs_find_a_record_as_data(tmp_path: Path, address: str, links: list[str]) -> None:
    """On the record's own page, and only where data was made."""
    catalogue = create_small_catalogue(tmp_path, {"lessons/ask": {}})
    data = create_data(catalogue, Settings())
    subject = Subject(address=address, title="", description="", record=catalogue.records[0])
    for site, expected in ((Site(catalogue, TODAY, data=data.told), links), (Site(catalogue, TODAY), [])):
        found = BeautifulSoup(create_head(site, subject), "html.parser").select('link[type="application/json"]')
        assert [str(link["href"]) for link in found] == expected
    assert all(link.removeprefix("../../") in data.files for link in links)
