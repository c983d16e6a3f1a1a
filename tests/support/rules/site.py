"""Rules that every page of every hub keeps, whatever the content: each function returns what breaks one."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from knowledge_hub.records import RECORD_TYPES, Guide
from support.rules.linked_data import is_heavy, list_faults
from support.site_reader import BuiltPage, find_dead_links, read_pages

_SHOWN = re.compile(r"^status: (?:published|archived)$", re.MULTILINE)
_MACHINE_WORDS = {"None", "undefined", "Undefined", "{}", "[]", "()", "nan", "True", "False"}


@dataclass(frozen=True)
class BuiltSite:
    """A finished site and the content folder that it was built from."""

    folder: Path
    content: Path

    @cached_property
    def pages(self) -> dict[str, BuiltPage]:
        """Every page by its address."""
        return read_pages(self.folder)

    @cached_property
    def soups(self) -> dict[str, BeautifulSoup]:
        """Every page that readers stay on, parsed; old addresses only lead on."""
        soups = {address: BeautifulSoup(page.html, "html.parser") for address, page in self.pages.items()}
        for soup in soups.values():
            # What only scripts use isn't read by anybody yet.
            for template in soup.find_all("template"):
                template.decompose()
        return {address: soup for address, soup in soups.items() if not _leads_on(soup)}

    @cached_property
    def records(self) -> dict[str, BeautifulSoup]:
        """The pages of records."""
        return {address: soup for address, soup in self.soups.items() if _is_record(address)}


def find_wrong_record_pages(site: BuiltSite) -> set[str]:
    """What is published has a page at its address, and a draft has none."""
    published = {
        f"{cls.folder}/{path.stem}/"
        for cls in RECORD_TYPES
        for path in _find_files(site.content, cls.folder)
        if _SHOWN.search(path.read_text(encoding="utf-8"))
    }
    return published ^ site.records.keys()


def find_lost_links(site: BuiltSite) -> list[str]:
    """Every internal link, style sheet, script and fragment exists."""
    return find_dead_links(site.folder, site.pages)


def find_outside_requests(site: BuiltSite) -> list[str]:
    """A reader's browser talks to the hub's own server only."""
    return [f"{page.address} asks {one}" for page in site.pages.values() for one in page.requests if "//" in one]


def find_repeated_ids(site: BuiltSite) -> list[str]:
    """A fragment leads to one place."""
    return [
        f"{page.address}#{name}"
        for page in site.pages.values()
        for name in sorted(set(page.ids))
        if page.ids.count(name) > 1
    ]


def find_nameless_pages(site: BuiltSite) -> Iterator[str]:
    """No page is called nothing or Untitled, and search engines get a sentence about each."""
    for address, soup in site.soups.items():
        title = soup.title.get_text(strip=True)
        if not title or title.startswith(("–", "Untitled", "None")):
            yield f"{address} has no title"
        if not soup.find("meta", attrs={"name": "description"})["content"].strip():
            yield f"{address} has no description"


def find_equal_titles(site: BuiltSite) -> list[str]:
    """Open tabs and results can be told from each other: no two records have one title."""
    titles = [soup.title.get_text(strip=True) for soup in site.records.values()]
    return [title for title in titles if titles.count(title) > 1]


def find_broken_outlines(site: BuiltSite) -> Iterator[str]:
    """There is one first heading, no level is skipped, and no heading or link is empty."""
    for address, soup in site.soups.items():
        levels = [int(heading.name[1]) for heading in soup.main.find_all(["h1", "h2", "h3", "h4", "h5", "h6"])]
        if levels.count(1) != 1:
            yield f"{address} has {levels.count(1)} first headings"
        yield from (f"{address} skips from {a} to {b}" for a, b in itertools.pairwise(levels) if b > a + 1)
        yield from (
            f"{address}: {tag}" for tag in soup.main.find_all(["h1", "h2", "h3", "h4", "a"]) if not _name_of(tag)
        )


def find_records_without_trust(site: BuiltSite) -> Iterator[str]:
    """Kind, evidence and review stand before the body of every record."""
    for address, soup in site.records.items():
        header = soup.select_one(".hub-record__header")
        labels = [label.get_text(strip=True) for label in header.find_all("dt")]
        if not (header.select_one(".hub-kind").get_text(strip=True) and "Evidence" in labels and header.find("time")):
            yield address


def find_lonely_records(site: BuiltSite) -> list[str]:
    """No record is a dead end: each is connected to another one, with a reason."""
    connected = ".hub-connections__reason, .hub-linked a, .hub-record .hub-card a, .hub-pathway__step a"
    return [address for address, soup in site.records.items() if not soup.select(connected)]


def find_machine_words(site: BuiltSite) -> list[str]:
    """Readers never meet what Python or a template writes for nothing."""
    return [
        f"{address} shows {word}"
        for address, soup in site.soups.items()
        for word in _MACHINE_WORDS.intersection(soup.main.stripped_strings)
    ]


def find_wrong_linked_data(site: BuiltSite) -> Iterator[str]:
    """Each page says what it is, in types and properties that schema.org knows."""
    for address in site.soups:
        if address != "404.html":
            yield from list_faults(site.pages[address])


def find_heavy_linked_data(site: BuiltSite) -> list[str]:
    """What is for machines costs readers less than 3 kB a page."""
    return [address for address in site.soups if is_heavy(site.pages[address])]


SITE_RULES = (
    find_wrong_record_pages,
    find_lost_links,
    find_outside_requests,
    find_repeated_ids,
    find_nameless_pages,
    find_equal_titles,
    find_broken_outlines,
    find_records_without_trust,
    find_lonely_records,
    find_machine_words,
    find_wrong_linked_data,
    find_heavy_linked_data,
)


def _leads_on(soup: BeautifulSoup) -> bool:
    return soup.find("meta", attrs={"http-equiv": "refresh"}) is not None


def _is_record(address: str) -> bool:
    folder, _, rest = address.partition("/")
    return folder in {cls.folder for cls in RECORD_TYPES} and rest.count("/") == 1


def _name_of(tag: Tag) -> str:
    return tag.get_text(strip=True) or str(tag.get("aria-label", ""))


def _find_files(content: Path, folder: str) -> list[Path]:
    if folder == Guide.folder:
        return sorted((content.parent / "docs" / folder).glob("*.md"))
    return sorted((content / folder).glob("*.yml"))
