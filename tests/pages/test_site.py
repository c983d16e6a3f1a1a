"""What page makers share: made once a build, and gone with it."""

import gc
import weakref
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from knowledge_hub.pages import Site, create_pages
from support.fixed_day import TODAY
from support.small_library import create_small_catalogue

TEXT = "See [the lesson](lesson:ask) and [the report](source:report)."
RECORDS = {"toolkits/kit": {"purpose": TEXT}, "lessons/ask": {}, "sources/report": {}}


def test_nothing_outlives_the_build(tmp_path: Path) -> None:
    """A server that builds again and again keeps no earlier site: neither its records nor what was made of them."""
    site = Site(create_small_catalogue(tmp_path, RECORDS), TODAY)
    assert list(create_pages(site))
    gone = [weakref.ref(site), weakref.ref(site.catalogue)]
    del site
    gc.collect()
    assert [kept() for kept in gone] == [None, None]


@pytest.mark.parametrize("root", ["", "../", "https://hub.example/"])
def test_links_in_prose_start_where_the_text_stands(tmp_path: Path, root: str) -> None:
    """The same text leads to the same records from every depth and from outside; a link to nothing is plain words."""
    site = Site(create_small_catalogue(tmp_path, RECORDS), TODAY)
    for _ in range(2):
        html = site.prose(f"{TEXT} [Nothing](lesson:gone).", root, site.catalogue.records[0])
        links = [link["href"] for link in BeautifulSoup(html, "html.parser").select("a")]
        assert links == [f"{root}lessons/ask/", f"{root}sources/#report"]


def test_a_card_is_made_once_for_all_lists(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lists share the card of a record, each with the way from where it stands."""
    site = Site(create_small_catalogue(tmp_path, {"lessons/ask": {}}), TODAY)
    (lesson,) = site.catalogue.records
    made: list[str] = []
    render = site.render
    monkeypatch.setattr(site, "render", lambda name, **values: made.append(name) or render(name, **values))
    cards = {root: site.card(lesson, root) for root in ("", "../", "../../", "https://example.org/hub/")}
    assert [f'href="{root}lessons/ask/"' in card for root, card in cards.items()] == [True] * 4
    assert made == ["card"]
    assert "<h2" in site.card(lesson, "", level=2)
    assert made == ["card"]
