"""The last step of every page."""

from pathlib import Path

import pytest

from knowledge_hub.pages import Site
from knowledge_hub.pages.frame.finishing import create_page, finish_html
from support.fixed_day import TODAY
from support.small_library import create_small_catalogue

GLOSSARY = 'terms:\n  - {id: cop, term: CoP, expansion: "Community of Practice", definition: "People who learn."}\n'


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A library with a lesson and a glossary."""
    return Site(create_small_catalogue(tmp_path, {"glossary": GLOSSARY, "lessons/ask": {}}), TODAY)


def test_abbreviations_are_spelled_out(site: Site) -> None:
    """Whatever page uses one."""
    assert "(Community of Practice)" in finish_html(site, "<p>A CoP.</p>").decode()


@pytest.mark.parametrize(
    ("address", "section"), [("", ""), ("lessons/", "lessons/"), ("lessons/ask/", "lessons/"), ("a/b/c/", "a/")]
)
def test_a_page_belongs_to_its_section(site: Site, address: str, section: str) -> None:
    """The menu marks the section of a page, which is the first part of its address."""
    page = create_page(site, address, title="x", description="x", html="x")
    assert (page.section, page.reviewed) == (section, "")
