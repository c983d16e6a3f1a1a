"""The last step of every page."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from knowledge_hub.pages import Site
from knowledge_hub.pages.frame.finishing import create_page, finish_html
from support.fixed_day import TODAY
from support.small_library import create_small_catalogue

GLOSSARY = 'terms:\n  - {id: cop, term: CoP, expansion: "Community of Practice", definition: "People who learn."}\n'


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A library with a current and an archived lesson, and a glossary."""
    records = {
        "glossary": GLOSSARY,
        "lessons/ask": {"aliases": ["Listen"], "domains": ["teaming"]},
        "lessons/old": {"status": "archived"},
    }
    return Site(create_small_catalogue(tmp_path, records), TODAY)


def test_abbreviations_are_spelled_out(site: Site) -> None:
    """Whatever page uses one."""
    assert "(Community of Practice)" in finish_html(site, "<p>A CoP.</p>")


def test_search_is_told_of_current_records_only(site: Site) -> None:
    """What search needs beside the text stands hidden at the end of a record's page; an archived one has none."""
    assert finish_html(site, "<p>x</p>") == "<p>x</p>"
    assert finish_html(site, "<p>x</p>", site.catalogue.get("lesson", "old")) == "<p>x</p>"
    html = finish_html(site, "<p>x</p>", site.catalogue.get("lesson", "ask"))
    told = BeautifulSoup(html, "html.parser").find("div", hidden=True)
    assert told is not None
    assert "type:lesson" in [tag["data-pagefind-filter"] for tag in told.select("[data-pagefind-filter]")]
    assert "alias:Listen" in [tag["data-pagefind-meta"] for tag in told.select("[data-pagefind-meta]")]


@pytest.mark.parametrize(
    ("address", "section"), [("", ""), ("lessons/", "lessons/"), ("lessons/ask/", "lessons/"), ("a/b/c/", "a/")]
)
def test_a_page_belongs_to_its_section(site: Site, address: str, section: str) -> None:
    """The menu marks the section of a page, which is the first part of its address."""
    page = create_page(site, address, title="x", description="x", html="x")
    assert (page.section, page.reviewed) == (section, site.catalogue.newest_review)
