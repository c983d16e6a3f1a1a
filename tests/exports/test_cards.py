"""The pictures that other sites show with a link."""

import io
from collections import UserDict
from collections.abc import MutableMapping
from pathlib import Path

import pytest
from PIL import Image

from knowledge_hub.exports.cards import create_cards
from knowledge_hub.exports.documents.card import Card, create_hub_card, create_record_card
from knowledge_hub.exports.pack_files import Cards
from knowledge_hub.exports.writers.card import create_card
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.settings.color import Color
from knowledge_hub.settings.palette import create_palette
from knowledge_hub.settings.settings import Settings
from support.fixed_day import TODAY
from support.small_library import Fields, create_small_catalogue

SETTINGS = Settings(site_name="Our hub", site_url="https://hub.example/")
MADE_UP = {"form": "snapshot", "place": {"state": "oh"}, "places": [], "evidence": {"status": "composite"}}


def _open(folder: Path, records: dict[str, Fields], settings: Settings = SETTINGS) -> Site:
    return Site(create_small_catalogue(folder, records), TODAY, settings=settings)


def _make(
    folder: Path, title: str, settings: Settings = SETTINGS, cache: MutableMapping[str, bytes] | None = None
) -> Cards:
    site = _open(folder, {"lessons/ask": {"title": title}}, settings)
    return create_cards(site, {} if cache is None else cache)


def test_a_card_says_what_kind_of_thing_it_is(tmp_path: Path) -> None:
    """Kind, title, place and hub; an illustration is called one, and a place that nobody states isn't named."""
    stated = {"title": "Ask", **MADE_UP}
    site = _open(tmp_path, {"case-studies/a": stated, "case-studies/b": {"place": {"state": "not-stated"}}})
    a, b = (create_record_card(site, site.catalogue.get("case-study", name)) for name in "ab")
    assert (a.kind, a.title, a.place, a.hub) == ("Case study · Composite", "Ask", "Oh", "Our hub")
    assert "Not stated" not in b.place


def test_a_card_has_the_colors_of_the_hub(tmp_path: Path) -> None:
    """The host's, where the host has chosen some."""
    settings = Settings(palette=create_palette(Color(0x7A, 0x00, 0x3C)))
    assert create_hub_card(_open(tmp_path, {}, settings)).primary == "#7a003c"


@pytest.mark.parametrize(
    "title", ["Ask", "W" * 120, "A long title of many words " * 4, "👩‍🏫 كيف עברית 日本 </svg> #x"]
)
def test_a_card_is_a_small_picture(title: str) -> None:
    """It has the size that other sites ask for, loads quickly, and is the same for the same words."""
    card = Card(
        kind=title[:40],
        title=title,
        place="Ohio",
        hub=title * 3,
        language="ar",
        primary="#0b5563",
        on_primary="#ffffff",
        mark="#ffc53d",
    )
    content = create_card(card)
    with Image.open(io.BytesIO(content)) as image:
        assert (image.size, image.format) == ((1200, 630), "PNG")
        assert image.convert("RGB").getpixel((0, 0)) == (0x0B, 0x55, 0x63)
    assert len(content) < 30_000
    assert create_card(card) == content


def test_each_record_has_a_card_and_all_other_pages_have_one(tmp_path: Path) -> None:
    """A part of a record has that of the record."""
    cards = _make(tmp_path, "Ask")
    assert cards.addresses == {"": "cards/hub.png", "lessons/ask/": "cards/lessons/ask.png"}
    assert sorted(cards.files) == ["cards/hub.png", "cards/lessons/ask.png"]
    site = Site(_open(tmp_path / "x", {"lessons/ask": {}}).catalogue, TODAY, social_cards=cards.addresses)
    found = [site.find_card(address) for address in ("lessons/ask/", "lessons/ask/part/", "lessons/", "")]
    assert found == ["cards/lessons/ask.png", "cards/lessons/ask.png", "cards/hub.png", "cards/hub.png"]


def test_only_what_shows_something_else_is_made_again(tmp_path: Path) -> None:
    """A card is looked up by what it shows."""
    cache: UserDict[str, bytes] = UserDict()
    _make(tmp_path / "first", "Ask", cache=cache)
    kept = dict(cache)
    _make(tmp_path / "same", "Ask", cache=cache)
    assert dict(cache) == kept
    _make(tmp_path / "other", "Ask again", cache=cache)
    assert len(cache) == len(kept) + 1


@pytest.mark.parametrize("settings", [Settings(site_url="https://hub.example/", has_cards=False), Settings()])
def test_a_hub_may_have_none(tmp_path: Path, settings: Settings) -> None:
    """The host says so, or the hub has no address: other sites could not find them."""
    assert _make(tmp_path, "Ask", settings) == Cards()
