"""What other sites show of a link to a page."""

from pathlib import Path

import pytest

from knowledge_hub.linked_data.hub import LinkedHub
from knowledge_hub.linked_data.node import LinkedPage
from knowledge_hub.linked_data.open_graph import find_locale, find_open_graph
from knowledge_hub.settings.settings import Settings
from support.small_library import create_small_catalogue

SETTINGS = Settings(site_name="Our hub", site_url="https://hub.example/sub/", description="About us.", language="es")
REVIEW = {"reviewed_on": "2026-02-03", "review_by": "2027-02-03", "owner": "one"}


def _find(folder: Path, page: LinkedPage, settings: Settings = SETTINGS, card: str = "") -> dict[str, str]:
    catalogue = create_small_catalogue(folder, {"lessons/ask": {"review": REVIEW}})
    return {name: content for _, name, content in find_open_graph(LinkedHub(catalogue, settings), page, card)}


def test_a_record_is_an_article_with_its_card(tmp_path: Path) -> None:
    """Title, summary, day, address, site, language, and a large picture."""
    assert _find(tmp_path, LinkedPage("lessons/ask/", "Ask <first>", "Why."), card="cards/ask.png") == {
        "og:type": "article",
        "og:title": "Ask <first>",
        "og:site_name": "Our hub",
        "og:locale": "es",
        "og:description": "Why.",
        "article:modified_time": "2026-02-03",
        "og:url": "https://hub.example/sub/lessons/ask/",
        "twitter:card": "summary_large_image",
        "og:image": "https://hub.example/sub/cards/ask.png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "ask",
    }


def test_home_has_the_name_of_the_hub(tmp_path: Path) -> None:
    """Nobody would know whose “Home” it is."""
    found = _find(tmp_path, LinkedPage("", "Home", ""))
    assert (found["og:title"], found["og:type"], found["og:description"]) == ("Our hub", "website", "About us.")
    assert found["twitter:card"] == "summary"


def test_a_hub_without_an_address_says_none(tmp_path: Path) -> None:
    """Other sites need whole addresses; half ones would lead nowhere."""
    found = _find(tmp_path, LinkedPage("lessons/ask/", "Ask", "Why."), Settings(), card="cards/ask.png")
    assert not {"og:url", "og:image"} & found.keys()


@pytest.mark.parametrize(
    ("language", "locale"),
    [("en", "en_US"), ("en-GB", "en_GB"), ("es", "es"), ("pt-br", "pt_BR"), ("zh-Hant-TW", "zh_TW")],
)
def test_a_language_is_written_as_open_graph_does(language: str, locale: str) -> None:
    """With the region that its tag names; without one none is made up."""
    assert find_locale(language) == locale
