"""The search page before a question."""

from pathlib import Path

from bs4 import BeautifulSoup, Tag

from knowledge_hub.pages import Site
from knowledge_hub.pages.library.search_page import create_search_page
from support.fixed_day import TODAY
from support.small_library import Fields, create_small_catalogue

_PATHWAY = {
    "title": "When nobody comes",
    "steps": [{"read": "case-study:river", "why": "See how they asked.", "minutes": 3}],
    "on_home": {"words": "Nobody comes", "text": "Chairs stay empty.", "order": 1},
}


def _create_start(folder: Path, records: dict[str, Fields]) -> Tag:
    html = create_search_page(Site(create_small_catalogue(folder, records), TODAY)).html
    start = BeautifulSoup(html, "html.parser").select_one("[data-hub-search-start]")
    assert start
    return start


def test_a_reader_without_a_question_finds_a_way_in(tmp_path: Path) -> None:
    """Examples, lists, situations and recent work stand beside the filters."""
    records = {"case-studies/river": {"title": "River", "domains": ["teaming"]}, "pathways/nobody": _PATHWAY}
    start = _create_start(tmp_path, records)
    assert [heading.text for heading in start.select("h3")] == [
        "Ask as you would ask a colleague",
        "Or start from a list",
        "Are you here?",
        "Recent work",
    ]
    assert start.select_one(".hub-search__situations a")["href"] == "../pathways/nobody/"
    assert [card.text for card in start.select(".hub-card__title")] == ["River"]


def test_an_empty_library_asks_for_the_first_record(tmp_path: Path) -> None:
    """There is nothing to start from, and no empty heading."""
    start = _create_start(tmp_path, {})
    assert start.select("h3") == []
    assert start.select_one("a")["href"] == "../contribute/"
