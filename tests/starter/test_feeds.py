"""The feeds of the starter library, each read by two readers, and its calendar."""

from pathlib import Path

import pytest
from ical.calendar_stream import IcsCalendarStream

from support.builds import SITE_URL
from support.feed_reader import read_atom, read_json_feed

pytestmark = pytest.mark.slow


def test_every_feed_leads_to_pages(starter_site: Path) -> None:
    """Both formats hold the same, valid by their rules, and each entry has a page."""
    feeds = sorted(starter_site.rglob("feed.xml"))
    assert len(feeds) > 50
    for path in feeds:
        entries = read_atom(path.read_text(encoding="utf-8"))
        assert read_json_feed(path.with_suffix(".json").read_text(encoding="utf-8")) == entries
        assert entries
        for entry in entries:
            assert (starter_site / entry.link.removeprefix(SITE_URL) / "index.html").is_file()


def test_every_record_has_come(starter_site: Path) -> None:
    """Its first day in the library is known, so what is new begins with it."""
    titles = [entry.title for entry in read_atom((starter_site / "feed.xml").read_text(encoding="utf-8"))]
    assert {title.partition(":")[0] for title in titles} >= {"New"}


def test_the_calendar_is_one(starter_site: Path) -> None:
    """Nobody meets in the illustrations, so there is no session in it."""
    text = (starter_site / "calendar.ics").read_text(encoding="utf-8")
    assert IcsCalendarStream.calendar_from_ics(text).events == []
