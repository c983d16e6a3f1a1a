"""Feeds in the eyes of two libraries that had no part in writing them, and of what the formats ask.

An entry is (id, link, title, text, moment), the same from every reader.
"""

import datetime
import json
import xml.etree.ElementTree as ET
from typing import Any, NamedTuple

import fastfeedparser
import feedparser
from jsonschema import Draft202012Validator, FormatChecker

_ATOM = "{http://www.w3.org/2005/Atom}"
_MOMENT = {"type": "string", "format": "date-time"}
_ADDRESS = {"type": "string", "pattern": "^https?://[^\\s]+$"}
_TEXT = {"type": "string", "minLength": 1}
# What jsonfeed.org/version/1.1 asks, and of what is optional that which the hub says; nothing else may be there.
_ITEM = {
    "type": "object",
    "required": ["id", "url", "title", "content_text", "date_published", "date_modified", "tags"],
    "additionalProperties": False,
    "properties": {
        "id": _ADDRESS,
        "url": _ADDRESS,
        "title": _TEXT,
        "content_text": {"type": "string"},
        "date_published": _MOMENT,
        "date_modified": _MOMENT,
        "tags": {"type": "array", "items": _TEXT},
    },
}
_AUTHOR = {"type": "object", "required": ["name"], "properties": {"name": _TEXT}}
_FEED = Draft202012Validator(
    {
        "type": "object",
        "required": ["version", "title", "items", "home_page_url", "feed_url", "language", "authors"],
        "additionalProperties": False,
        "properties": {
            "version": {"const": "https://jsonfeed.org/version/1.1"},
            "title": _TEXT,
            "description": _TEXT,
            "language": _TEXT,
            "home_page_url": _ADDRESS,
            "feed_url": _ADDRESS,
            "authors": {"type": "array", "items": _AUTHOR, "minItems": 1},
            "items": {"type": "array", "items": _ITEM},
        },
    },
    format_checker=FormatChecker(),
)


class Entry(NamedTuple):
    """What every reader should find of an entry."""

    identity: str
    link: str
    title: str
    text: str
    moment: str


def read_atom(text: str) -> list[Entry]:
    """Return the entries of an Atom feed that two readers and the rules of RFC 4287 agree on."""
    found = feedparser.parse(text.encode())
    assert not found.bozo, found.bozo_exception
    assert found.version == "atom10"
    entries = [Entry(item.id, item.link, item.title, item.summary, item.updated) for item in found.entries]
    strict = _read_strictly(ET.fromstring(text))  # noqa: S314 -- our own
    assert _without_markup(strict) == _without_markup(entries)
    other = fastfeedparser.parse(text).entries if strict else []
    assert [(item.id, item.link) for item in other] == [(item.identity, item.link) for item in strict]
    return strict


def read_json_feed(text: str) -> list[Entry]:
    """Return the entries of a JSON Feed that a reader and the rules of version 1.1 agree on."""
    feed = json.loads(text)
    assert [error.message for error in _FEED.iter_errors(feed)] == []
    items: list[dict[str, Any]] = feed["items"]
    other = fastfeedparser.parse(text).entries if items else []
    assert [(item.id, item.link, item.title) for item in other] == [(i["id"], i["url"], i["title"]) for i in items]
    assert len({item["id"] for item in items}) == len(items)
    return [Entry(i["id"], i["url"], i["title"], i["content_text"], i["date_modified"]) for i in items]


def _read_strictly(feed: ET.Element) -> list[Entry]:
    """Return the entries after the rules of RFC 4287, 4.1.1 and 4.1.2, for a feed and for each of its entries."""
    for element in (feed, *feed.iter(f"{_ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(element.findall(_ATOM + name)) == 1, name
        assert len([link for link in element.findall(f"{_ATOM}link") if link.get("rel") == "alternate"]) == 1
        assert _value(element, "id").startswith(("https://", "http://"))
    assert feed.tag == f"{_ATOM}feed"
    assert feed.find(f"{_ATOM}author/{_ATOM}name") is not None
    entries = [_read_entry(entry) for entry in feed.iter(f"{_ATOM}entry")]
    assert len({entry.identity for entry in entries}) == len(entries)
    assert all(datetime.datetime.fromisoformat(entry.moment).tzinfo for entry in entries)
    newest = max((entry.moment for entry in entries), default=_value(feed, "updated"))
    assert _value(feed, "updated") == newest
    return entries


def _read_entry(entry: ET.Element) -> Entry:
    link = entry.find(f"{_ATOM}link")
    assert link is not None
    texts = {name: _value(entry, name) for name in ("id", "title", "summary", "updated")}
    return Entry(texts["id"], link.get("href", ""), texts["title"], texts["summary"], texts["updated"])


def _value(element: ET.Element, name: str) -> str:
    return element.findtext(_ATOM + name, "")


def _without_markup(entries: list[Entry]) -> list[tuple[str, str, str]]:
    """Return what no reader takes for HTML and cleans."""
    return [(entry.identity, entry.link, entry.moment) for entry in entries]
