"""Every feed of the hub as files: each entry is rendered once, and joined to the feeds that hold it."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from knowledge_hub.catalogue.catalogue import Catalogue
from knowledge_hub.feeds import atom, json_feed
from knowledge_hub.feeds.coming_sessions import ComingSession
from knowledge_hub.feeds.entries import Entry, create_news_entry, create_session_entry
from knowledge_hub.feeds.news import News
from knowledge_hub.feeds.places import FeedPlace, group_by_record
from knowledge_hub.settings.settings import Settings

# Whoever looks once in a while misses nothing, and sessions leave room for news.
MOST_ENTRIES = 50
MOST_SESSIONS = 10


class _Rendered(NamedTuple):
    """One entry in both formats, and its day."""

    atom: str
    json: str
    day: datetime.date


def create_feeds(
    catalogue: Catalogue,
    settings: Settings,
    places: Mapping[str, FeedPlace],
    news: Sequence[News],
    coming: Sequence[ComingSession],
) -> Iterator[tuple[str, str]]:
    """Yield the path and text of every feed, as Atom and as JSON Feed: what is coming, then what happened."""
    if not places:
        return
    held: dict[str, list[_Rendered]] = {address: [] for address in places}
    belongs = group_by_record(catalogue, places)
    for session in coming:
        if having_room := _find_room(held, belongs[session.community.address], MOST_SESSIONS):
            entry = _render(create_session_entry(session, catalogue, settings.site_url))
            for feed in having_room:
                feed.append(entry)
    for item in news:
        if having_room := _find_room(held, belongs[item.record.address], MOST_ENTRIES):
            entry = _render(create_news_entry(item, catalogue, settings.site_url))
            for feed in having_room:
                feed.append(entry)
    oldest = datetime.date.fromisoformat(catalogue.newest_review)
    for address, place in places.items():
        entries = held[address]
        updated = max((entry.day for entry in entries), default=oldest)
        yield place.atom, atom.render_feed(place, [entry.atom for entry in entries], updated, settings)
        yield place.json, json_feed.render_feed(place, [entry.json for entry in entries], settings)


def _find_room(held: Mapping[str, list[_Rendered]], addresses: Sequence[str], most: int) -> list[list[_Rendered]]:
    """Return the feeds among these that hold less than they may."""
    return [held[address] for address in addresses if len(held[address]) < most]


def _render(entry: Entry) -> _Rendered:
    return _Rendered(atom.render_entry(entry), json_feed.render_item(entry), entry.day)
