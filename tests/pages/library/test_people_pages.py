"""Credit on pages: who made what, the page of each, the page of thanks, and nobody who opted out."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from knowledge_hub.pages import Site, create_pages
from knowledge_hub.pages.library.people_pages import create_people_pages
from knowledge_hub.pages.search.search_index import list_findable
from knowledge_hub.publishing.plan import Plan
from knowledge_hub.publishing.publication import create_publication
from support.fixed_day import TODAY
from support.shy_library import SHY, create_shy_library
from support.small_library import create_small_catalogue, write_content

LIBRARY: dict[str, Any] = {
    "contributors/one": {"name": "Zoe Sample", "kind": "person", "orcid": "0000-0002-1825-0097"},
    "contributors/angel": {"name": "Ángel <b>Invented</b>", "kind": "person", "affiliation": "River School District"},
    "contributors/board": {"name": "The Board", "kind": "organization", "ror": "03yrm5c26"},
    "contributors/tester": {"name": "Tess", "kind": "person", "helped_with": "Tried it with a screen reader."},
    "lessons/first": {"title": "First", "credit": {"authors": ["one", "angel"], "reviewers": ["board"]}},
    "lessons/second": {"title": "A second", "credit": {"authors": ["one"]}},
    "roles/nurse": {"title": "Nurse", "credit": {"authors": ["one"]}},
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return Site(create_small_catalogue(tmp_path_factory.mktemp("people"), LIBRARY), TODAY)


@pytest.fixture(scope="module")
def pages(site: Site) -> Mapping[str, BeautifulSoup]:
    return {page.address: BeautifulSoup(page.html, "html.parser") for page in create_pages(site)}


def _words(element: Any) -> str:
    return " ".join(element.get_text().split())


def test_a_record_names_who_made_it(pages: Mapping[str, BeautifulSoup]) -> None:
    """Each name leads to the page of whoever has it; names are text."""
    lines = pages["lessons/first/"].select(".hub-credit li")
    assert [_words(line) for line in lines] == [
        "Written by Zoe Sample, Ángel <b>Invented</b>",
        "Checked by The Board",
        "Looked after by Zoe Sample",
    ]
    assert [link["href"] for link in lines[0].select("a")] == ["../../people/one/", "../../people/angel/"]


def test_a_person_has_a_page_with_their_work(pages: Mapping[str, BeautifulSoup]) -> None:
    """By role, then by kind of page in the order of the menu, then by title; nothing is counted."""
    page = pages["people/one/"]
    assert [heading.get_text() for heading in page.select("h2")] == ["Wrote", "Looks after"]
    wrote = page.select_one("section[aria-labelledby=authors]")
    assert [summary.get_text() for summary in wrote.select("summary")] == ["Lessons learned", "Roles at the table"]
    assert [(link.get_text(), link["href"]) for link in wrote.select("a")] == [
        ("A second", "../../lessons/second/"),
        ("First", "../../lessons/first/"),
        ("Nurse", "../../roles/nurse/"),
    ]
    assert not any(digit in _words(section) for section in page.select("section") for digit in "0123456789")


def test_whoever_made_very_much_has_a_page_of_bounded_size(tmp_path: Path) -> None:
    """What was reviewed last is listed, and the list of all has the rest."""
    lessons = {f"lessons/number-{number}": {"credit": {"authors": ["one"]}} for number in range(201)}
    lessons["lessons/number-7"]["review"] = {"reviewed_on": "2020-01-15", "review_by": "2099-01-15", "owner": "one"}
    site = Site(create_small_catalogue(tmp_path, lessons), TODAY)
    page = next(page for page in create_people_pages(site) if page.address == "people/one/")
    wrote = BeautifulSoup(page.html, "html.parser").select_one("section[aria-labelledby=authors]")
    assert len(wrote.select("li")) == 200
    assert wrote.find("a", string="lessons/number-7") is None
    assert wrote.select_one("details p a")["href"] == "../../lessons/"


def test_identifiers_are_links(pages: Mapping[str, BeautifulSoup]) -> None:
    """As ORCID and ROR ask, an identifier is shown as its whole address."""
    shown = {"people/one/": "https://orcid.org/0000-0002-1825-0097", "people/board/": "https://ror.org/03yrm5c26"}
    for address, whole in shown.items():
        link = pages[address].select_one("dl a")
        assert (link["href"], link.get_text()) == (whole, whole)


def test_everyone_is_listed_by_name(pages: Mapping[str, BeautifulSoup]) -> None:
    """People and organizations apart, in alphabetical order, whatever marks a letter carries."""
    groups = {
        section.h2.get_text(): [link.get_text() for link in section.select("li > a")]
        for section in pages["people/"].select("section")
    }
    assert groups == {"People": ["Ángel <b>Invented</b>", "Tess", "Zoe Sample"], "Organizations": ["The Board"]}


def test_thanks_go_by_kind_of_help(pages: Mapping[str, BeautifulSoup]) -> None:
    """In alphabetical order and never counted; help that no record credits is told in its own words."""
    groups = {
        section.h2.get_text(): [_words(item) for item in section.select("li")]
        for section in pages["thanks/"].select("section")
    }
    assert groups == {
        "They wrote": ["Ángel <b>Invented</b>", "Zoe Sample"],
        "They checked what it says": ["The Board"],
        "They look after it": ["Zoe Sample"],
        "Other help": ["Tess Tried it with a screen reader."],
    }


def test_people_are_found_by_name_only(site: Site) -> None:
    """A search for where somebody works finds work, and no filter counts people."""
    found = [
        document
        for document in (one.make() for one in list_findable(site))
        if document.card.address.startswith("people/")
    ]
    assert {document.card.title for document in found} == {"Ángel <b>Invented</b>", "Tess", "The Board", "Zoe Sample"}
    assert all(document.texts == (("title", document.card.title),) for document in found)
    assert all(document.facets == () for document in found)


def test_a_library_that_credits_nobody_has_no_such_pages(tmp_path: Path) -> None:
    """Not even an empty list."""
    pages = create_pages(Site(create_small_catalogue(tmp_path, {}), TODAY))
    assert [page.address for page in pages if page.address.startswith(("people/", "thanks/"))] == []


def test_whoever_opted_out_is_on_no_page_and_in_no_file(tmp_path: Path) -> None:
    """Neither their name nor their id, wherever they are credited and even if nobody else is."""
    content = write_content(tmp_path, create_shy_library())
    owned = "---\nreview: {reviewed_on: 2025-01-15, review_by: 2026-01-15, owner: %s}\n---\n\n# Page\n"
    for name, owner in {"by-id": "qzshy-id", "by-name": "Qzshy Name"}.items():
        (tmp_path / "docs" / f"{name}.md").write_text(owned % owner, "utf-8")
    made = create_publication(content, content.parent / "docs" / "guides", Plan(today=TODAY))
    files = {**made.files, **made.program_files}
    texts = {page.address: repr(page) for page in made.pages} | {path: str(file) for path, file in files.items()}
    texts["search"] = repr([one.make() for one in list_findable(made.site)])
    assert "lessons/one/" in texts
    assert len(made.site.catalogue.own_pages) == 2
    assert [where for where, text in texts.items() if SHY in text.casefold()] == []
