"""Entries of feeds: what happened and what is coming as texts, the same for every format."""

import datetime
import re
from typing import NamedTuple

from knowledge_hub.catalogue.catalogue import Catalogue
from knowledge_hub.dates import period_words
from knowledge_hub.feeds.coming_sessions import ComingSession
from knowledge_hub.feeds.news import ARCHIVED, News
from knowledge_hub.records import Record
from knowledge_hub.records.own_page import OwnPage
from knowledge_hub.visuals.session_times import time_span_words

# XML has no way to write these (XML 1.0, 2.2), and UTF-8 none for lone surrogates.
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Entry(NamedTuple):
    """One entry, as plain text; `identity` and `link` are whole addresses, `type` is that of its record."""

    identity: str
    link: str
    title: str
    text: str
    day: datetime.date
    type: str
    type_word: str


def clean(text: str) -> str:
    """Return a text without what no feed can hold."""
    # Nearly every text is of printable characters, which is known at once.
    return text if text.isprintable() else _UNWRITABLE.sub("", text)


def moment(day: datetime.date) -> str:
    """Return a day as RFC 3339 wants it: noon in UTC, which is on the same day by the clocks of nearly all readers."""
    return f"{day}T12:00:00Z"


def create_news_entry(news: News, catalogue: Catalogue, site_url: str) -> Entry:
    """Return the entry of a piece of news."""
    record = news.record
    kind = catalogue.words.text(f"news.{news.kind}")
    return _create(
        catalogue,
        record,
        identity=site_url + news.name,
        title=f"{kind}: {record.title}",
        lines=(news.note, _find_successor(news, catalogue), record.summary or "", _find_band(record, catalogue)),
        day=news.day,
        site_url=site_url,
    )


def create_session_entry(coming: ComingSession, catalogue: Catalogue, site_url: str) -> Entry:
    """Return the entry of a session; its own day may lie ahead, so it is dated by its community's review."""
    community, session = coming.community, coming.session
    text = catalogue.words.text
    review = community.review
    state = f"{text('community.cancelled')}: " if session.cancelled else ""
    return _create(
        catalogue,
        community,
        identity=site_url + coming.name,
        title=f"{text('news.session')}: {state}{session.title}",
        lines=(
            f"{period_words(session.date, session.end or session.date)}: {community.title}.",
            time_span_words(session, catalogue.vocabularies),
            community.summary,
        ),
        day=review.reviewed_on if review else datetime.date.fromisoformat(catalogue.newest_review),
        site_url=site_url,
    )


def _create(
    catalogue: Catalogue,
    record: Record | OwnPage,
    *,
    identity: str,
    title: str,
    lines: tuple[str, ...],
    day: datetime.date,
    site_url: str,
) -> Entry:
    return Entry(
        identity,
        site_url + record.address,
        clean(title),
        clean(" ".join(filter(None, lines))),
        day,
        record.type,
        clean(catalogue.words.text(f"types.{record.type}.one")),
    )


def _find_successor(news: News, catalogue: Catalogue) -> str:
    """Return what to read in place of an archived record, "" where nothing took its place."""
    record = news.record
    if news.kind != ARCHIVED or not isinstance(record, Record) or not record.replaced_by:
        return ""
    successor = catalogue.get(record.type, record.replaced_by)
    return f"{catalogue.words.text('record.read_instead')} {successor.title}." if successor else ""


def _find_band(record: Record | OwnPage, catalogue: Catalogue) -> str:
    """Return the sentence that says what a record rests on, "" for a documented one."""
    if not isinstance(record, Record) or record.evidence.status == "documented":
        return ""
    return catalogue.words.text(f"evidence.{record.evidence.status}")
