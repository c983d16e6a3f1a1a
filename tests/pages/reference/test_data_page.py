"""The page about the data: what there is with its size, and programs that know where the hub is."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from knowledge_hub.catalogue.from_library import create_catalogue
from knowledge_hub.pages import Page, Site
from knowledge_hub.pages.reference.data_page import create_data_page
from knowledge_hub.settings.settings import Settings
from support.data_files import create_data
from support.fixed_day import TODAY
from support.small_library import Fields, create_small_catalogue, read_content, write_content

MADE = {"data/v1/records/lesson.xlsx": 12_345}


def _create_page(folder: Path, records: dict[str, Fields], settings: Settings | None = None) -> tuple[Page, set[str]]:
    catalogue = create_small_catalogue(folder, records)
    settings = settings or Settings(site_url="https://hub.example/there/")
    data = create_data(catalogue, settings, MADE)
    (page,) = create_data_page(Site(catalogue, TODAY, settings=settings, data=data.told))
    return page, {*data.files, *MADE}


def _rows(page: Page) -> dict[str, list[str]]:
    soup = BeautifulSoup(page.html, "html.parser")
    return {
        _words(row.th): [_words(cell) for cell in row.select("td:nth-of-type(1), li")]
        for row in soup.select("tbody tr")
    }


def _words(tag: Tag | None) -> str:
    return " ".join(tag.get_text().split()) if tag else ""


def test_each_kind_of_thing_has_its_files(tmp_path: Path) -> None:
    """With their number and size; what most readers can open comes first, and what there is none of is left out."""
    page, _ = _create_page(tmp_path, {"lessons/ask": {}})
    rows = _rows(page)
    number, excel, csv, json = rows["Lessons learned"]
    assert (number, excel) == ("1", "Excel: Lessons learned 12 kB")
    assert (csv, json) == ("CSV: Lessons learned 1 kB", "JSON: Lessons learned 1 kB")
    assert "Toolkits" not in rows


def test_every_link_leads_to_a_file(tmp_path: Path) -> None:
    """Those of the table, the example and the descriptions."""
    page, files = _create_page(tmp_path, {"lessons/ask": {}, "sources/report": {}})
    links = [str(link["href"]) for link in BeautifulSoup(page.html, "html.parser").select("a")]
    own = [link for link in links if not link.startswith("https:")]
    assert "../data/v1/records/lesson/ask.json" in own
    assert [link for link in own if link.removeprefix("../") not in files] == []


@pytest.mark.parametrize(
    ("site_url", "address"),
    [("https://hub.example/there/", "https://hub.example/there/data/v1/"), ("", "https://hub.example/data/v1/")],
)
def test_the_programs_know_where_the_hub_is(tmp_path: Path, site_url: str, address: str) -> None:
    """A hub that doesn't know its own address shows one that is nobody's."""
    page, _ = _create_page(tmp_path, {}, Settings(site_url=site_url))
    programs = [code.get_text() for code in BeautifulSoup(page.html, "html.parser").select("pre code")]
    assert [f'"{address}"' in program for program in programs] == [True, True]


def test_an_empty_hub_promises_no_record(tmp_path: Path) -> None:
    """There are terms to choose from, and neither an example nor a day of a review."""
    page, _ = _create_page(tmp_path, {})
    assert list(_rows(page)) == ["Lists of terms to choose from"]
    assert "1970" not in page.html
    assert 'id="single"' not in page.html


def test_without_data_there_is_no_page(tmp_path: Path) -> None:
    """Nothing leads to files that were not made."""
    library, _ = read_content(write_content(tmp_path, {}))
    assert list(create_data_page(Site(create_catalogue(library), TODAY))) == []
