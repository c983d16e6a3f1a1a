"""The library in numbers."""

from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup

from knowledge_hub.pages import Site, create_pages
from knowledge_hub.settings.outside import Analytics, Outside
from knowledge_hub.settings.settings import Settings
from support.fixed_day import TODAY
from support.small_library import create_small_catalogue

LIBRARY: dict[str, Any] = {
    "lessons/first": {"domains": ["teaming"], "review": {"reviewed_on": "2026-01-15", "review_by": "2026-02-01"}},
    "lessons/second": {"domains": ["teaming"], "review": {"reviewed_on": "2026-03-15", "review_by": "2099-01-15"}},
    "roles/nurse": {"domains": ["teaming"], "review": {"reviewed_on": "2026-03-16", "review_by": "2099-01-15"}},
}
for fields in LIBRARY.values():
    fields["review"]["owner"] = "one"


def _create(folder: Path, records: dict[str, Any], settings: Settings | None = None) -> BeautifulSoup:
    site = Site(create_small_catalogue(folder, records), TODAY, settings=settings)
    pages = {page.address: page.html for page in create_pages(site)}
    return BeautifulSoup(pages["about/statistics/"], "html.parser")


def _rows(page: BeautifulSoup, section: str) -> list[list[str]]:
    rows = page.select(f"section[aria-labelledby={section}] tbody tr")
    return [[" ".join(cell.get_text().split()) for cell in row.find_all(["th", "td"])] for row in rows]


def test_every_number_is_in_a_table(tmp_path: Path) -> None:
    """Growth by month, kinds, domains, evidence and reviews, as they were counted by hand."""
    page = _create(tmp_path, LIBRARY)
    assert _rows(page, "growth") == [["January 2026", "1", "1"], ["March 2026", "2", "3"]]
    assert _rows(page, "types") == [["Lessons learned", "2"], ["Roles at the table", "1"]]
    assert _rows(page, "domains") == [["Teaming", "3"], ["Screening", "0"]]
    assert _rows(page, "evidence") == [["Documented", "0"], ["Composite", "0"], ["Editorial", "3"]]
    assert _rows(page, "review") == [["Checked, and not due yet", "2"], ["Overdue", "1"]]


def test_pictures_say_the_same(tmp_path: Path) -> None:
    """A bar beside each number, hidden from whoever hears the number, and growth as a picture with words."""
    page = _create(tmp_path, LIBRARY)
    bars = page.select("section[aria-labelledby=types] svg")
    assert [(bar.rect["width"], bar["aria-hidden"]) for bar in bars] == [("100", "true"), ("50", "true")]
    picture = page.select_one("figure svg[role=img]")
    assert picture["aria-labelledby"].split() == [picture.title["id"], picture.find("desc")["id"]]


def test_what_is_counted_can_be_seen(tmp_path: Path) -> None:
    """A kind and a domain lead to their records; what nobody has leads nowhere."""
    page = _create(tmp_path, LIBRARY)
    assert page.find("a", string="Lessons learned")["href"] == "../../lessons/"
    assert page.find("a", string="Teaming")["href"] == "../../browse/domain/teaming/"
    assert page.find("a", string="Screening") is None


def test_one_month_is_told_without_a_picture(tmp_path: Path) -> None:
    """The table stands in the open then."""
    page = _create(tmp_path, {"lessons/first": LIBRARY["lessons/first"]})
    growth = page.select_one("section[aria-labelledby=growth]")
    assert growth.figure is None
    assert growth.details is None
    assert _rows(page, "growth") == [["January 2026", "1", "1"]]


def test_an_empty_library_says_so(tmp_path: Path) -> None:
    """It has the page, and no table of noughts."""
    page = _create(tmp_path, {})
    assert page.table is None
    assert "no record yet, so there is nothing to count" in page.get_text()


def test_the_page_says_that_nobody_is_followed(tmp_path: Path) -> None:
    """Also where the host counts visits: then that these numbers have nothing to do with it."""
    assert "doesn’t follow who reads what" in _create(tmp_path / "a", LIBRARY).get_text()
    counting = Settings(outside=Outside(analytics=Analytics("https://count.example/c.js", "Counting", "May we?")))
    text = _create(tmp_path / "b", LIBRARY, counting).get_text()
    assert "doesn’t follow" not in text
    assert "only of readers who agreed" in text
