"""The hub's own library, built: rules that hold for whatever it contains."""

import itertools
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup

from knowledge_hub.records import RECORD_TYPES, Guide
from support.builds import ROOT
from support.site_reader import BuiltPage, find_dead_links, read_pages

pytestmark = pytest.mark.slow

_STATUS_SHOWN = ("published", "archived")


@pytest.fixture(scope="module")
def pages(real_site: Path) -> dict[str, BuiltPage]:
    """Every page by its address."""
    return read_pages(real_site)


@pytest.fixture(scope="module")
def soups(pages: dict[str, BuiltPage]) -> dict[str, BeautifulSoup]:
    """Every page that readers stay on, parsed; old addresses only lead on."""
    soups = {address: BeautifulSoup(page.html, "html.parser") for address, page in pages.items()}
    for soup in soups.values():
        # What only scripts use isn't read by anybody yet.
        for template in soup.find_all("template"):
            template.decompose()
    return {address: soup for address, soup in soups.items() if not soup.find("meta", attrs={"http-equiv": "refresh"})}


def test_one_page_for_every_published_record(pages: dict[str, BuiltPage]) -> None:
    """What is published has a page at its address, and a draft has none."""
    statuses = {
        f"{cls.folder}/{path.stem}/": _facts(path).get("status", "draft")
        for cls in RECORD_TYPES
        for path in _files(cls.folder)
    }
    expected = {address for address, status in statuses.items() if status in _STATUS_SHOWN}
    found = {address for address in pages if _is_record(address) and 'http-equiv="refresh"' not in pages[address].html}
    assert expected
    assert found == expected


def test_no_link_leads_nowhere(real_site: Path, pages: dict[str, BuiltPage]) -> None:
    """Every internal link, style sheet, script and fragment exists."""
    assert find_dead_links(real_site, pages) == []


def test_no_page_calls_another_server(pages: dict[str, BuiltPage]) -> None:
    """A reader's browser talks to the hub's own server only."""
    assert [(page.address, request) for page in pages.values() for request in page.requests if "//" in request] == []


def test_ids_are_unique_on_each_page(pages: dict[str, BuiltPage]) -> None:
    """A fragment leads to one place."""
    twice = {page.address: {name for name in page.ids if page.ids.count(name) > 1} for page in pages.values()}
    assert {address: names for address, names in twice.items() if names} == {}


def test_every_page_has_a_name_and_a_description(soups: dict[str, BeautifulSoup]) -> None:
    """No page is called nothing or Untitled, and search engines get a sentence about each."""
    for address, soup in soups.items():
        title = soup.title.get_text(strip=True)
        assert title, address
        assert not title.startswith(("–", "Untitled", "None")), address
        assert soup.find("meta", attrs={"name": "description"})["content"].strip(), address


def test_titles_tell_pages_apart(soups: dict[str, BeautifulSoup]) -> None:
    """Open tabs and results can be told from each other: no two records have one title."""
    titles = [soup.title.get_text(strip=True) for address, soup in soups.items() if _is_record(address)]
    assert [title for title in titles if titles.count(title) > 1] == []


def test_every_page_has_one_outline(soups: dict[str, BeautifulSoup]) -> None:
    """There is one first heading, no level is skipped, and no heading or link is empty."""
    for address, soup in soups.items():
        levels = [int(heading.name[1]) for heading in soup.main.find_all(["h1", "h2", "h3", "h4", "h5", "h6"])]
        assert levels.count(1) == 1, address
        skipped = [pair for pair in itertools.pairwise(levels) if pair[1] > pair[0] + 1]
        assert skipped == [], address
        empty = [tag for tag in soup.main.find_all(["h1", "h2", "h3", "h4", "a"]) if not _name_of(tag)]
        assert empty == [], address


def test_every_record_says_how_far_to_trust_it(soups: dict[str, BeautifulSoup]) -> None:
    """Kind, evidence and review stand before the body of every record."""
    for address, soup in soups.items():
        if _is_record(address):
            header = soup.select_one(".hub-record__header")
            assert header.select_one(".hub-kind").get_text(strip=True), address
            assert "Evidence" in [label.get_text(strip=True) for label in header.find_all("dt")], address
            assert header.find("time"), address


def test_every_record_leads_somewhere(soups: dict[str, BeautifulSoup]) -> None:
    """No record is a dead end: each is connected to another one, with a reason."""
    lonely = [
        address
        for address, soup in soups.items()
        if _is_record(address) and not soup.select(".hub-connections__reason, .hub-linked a, .hub-record .hub-card a")
    ]
    assert lonely == []


def test_no_words_of_the_machine_are_shown(soups: dict[str, BeautifulSoup]) -> None:
    """Readers never meet what Python or a template writes for nothing."""
    words = {"None", "undefined", "Undefined", "{}", "[]", "()", "nan", "True", "False"}
    shown = {address: words.intersection(soup.main.stripped_strings) for address, soup in soups.items()}
    assert {address: found for address, found in shown.items() if found} == {}


def _is_record(address: str) -> bool:
    folder, _, rest = address.partition("/")
    return folder in {cls.folder for cls in RECORD_TYPES} and rest.count("/") == 1


def _name_of(tag: object) -> str:
    return tag.get_text(strip=True) or tag.get("aria-label", "")  # type: ignore[attr-defined]


def _files(folder: str) -> list[Path]:
    if folder == Guide.folder:
        return sorted((ROOT / "docs" / folder).glob("*.md"))
    return sorted((ROOT / "content" / folder).glob("*.yml"))


def _facts(path: Path) -> dict[str, object]:
    text = path.read_text(encoding="utf-8")
    facts: dict[str, object] = yaml.safe_load(text.split("---\n")[1] if path.suffix == ".md" else text)
    return facts
