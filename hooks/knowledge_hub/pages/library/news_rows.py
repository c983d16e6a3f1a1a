"""What happened and what is coming, as lines of a list."""

from collections.abc import Iterable
from typing import NamedTuple

from knowledge_hub.dates import date_words, period_words
from knowledge_hub.feeds.coming_sessions import ComingSession
from knowledge_hub.feeds.news import News
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.records.community import Session
from knowledge_hub.visuals.session_times import end_words, find_zones, time_span_words


class NewsRow(NamedTuple):
    """One thing that happened: the page, what happened to it, its day as ISO text and in words, an editor's note.

    `about` is its kind and its type in words.
    """

    href: str
    title: str
    about: str
    datetime: str
    day: str
    note: str


class SessionRow(NamedTuple):
    """One coming session, with the way to its community; `over` is the moment at which it is over, "" for none."""

    href: str
    title: str
    community: str
    kind: str
    datetime: str
    when: str
    is_cancelled: bool
    over: str


def create_news_rows(site: Site, news: Iterable[News], root: str, *, with_kinds: bool = True) -> list[NewsRow]:
    """Return the lines of some news, links from `root`; `with_kinds` each says what happened."""
    return [
        NewsRow(
            root + item.record.address,
            item.record.title,
            f"{site.text(f'news.{item.kind}')}: {word}" if with_kinds else word,
            item.day.isoformat(),
            date_words(item.day),
            item.note,
        )
        for item, word in ((item, site.type_word(item.record)) for item in news)
    ]


def create_session_rows(site: Site, coming: Iterable[ComingSession], root: str) -> list[SessionRow]:
    """Return the lines of some coming sessions, links from `root`."""
    zones = find_zones(site.catalogue.vocabularies)
    return [
        SessionRow(
            root + item.community.address,
            item.session.title,
            item.community.title,
            site.label("session-kinds", item.session.kind),
            item.session.date,
            _when(site, item.session),
            item.session.cancelled,
            end_words(item.session, zones),
        )
        for item in coming
    ]


def _when(site: Site, session: Session) -> str:
    days = period_words(session.date, session.end or session.date)
    return ", ".join(filter(None, (days, time_span_words(session, site.catalogue.vocabularies))))
