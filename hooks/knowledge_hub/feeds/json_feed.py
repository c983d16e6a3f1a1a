"""Feeds as JSON Feed 1.1 (jsonfeed.org/version/1.1)."""

import json
from collections.abc import Sequence

from knowledge_hub.data.json_text import write_text
from knowledge_hub.feeds.entries import Entry, clean, moment
from knowledge_hub.feeds.places import FeedPlace
from knowledge_hub.settings.settings import Settings

_VERSION = "https://jsonfeed.org/version/1.1"
_ENCODER = json.JSONEncoder(ensure_ascii=False)


def render_item(entry: Entry) -> str:
    """Return one item, to stand in any number of feeds."""
    when, write = moment(entry.day), write_text
    return (
        f'{{"id": {write(entry.identity)}, "url": {write(entry.link)}, "title": {write(entry.title)}, '
        f'"content_text": {write(entry.text)}, "date_published": "{when}", "date_modified": "{when}", '
        f'"tags": [{write(entry.type_word)}]}}'
    )


def render_feed(place: FeedPlace, items: Sequence[str], settings: Settings) -> str:
    """Return a whole feed; `items` are rendered already."""
    head = {
        "version": _VERSION,
        "title": clean(place.title),
        **({"description": clean(place.about)} if place.about else {}),
        "home_page_url": settings.site_url + place.address,
        "feed_url": settings.site_url + place.json,
        "language": settings.language,
        "authors": [{"name": clean(settings.host or settings.site_name)}],
    }
    listed = ",\n".join(items)
    return f'{_ENCODER.encode(head)[:-1]}, "items": [\n{listed}\n]}}\n'
