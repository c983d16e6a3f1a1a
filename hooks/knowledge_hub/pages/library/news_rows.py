"""What happened and what is coming, as lines of a list."""

from collections.abc import Iterable
from dataclasses import dataclass

from knowledge_hub.dates import date_words, period_words
from knowledge_hub.feeds.coming_sessions import ComingSession
from knowledge_hub.feeds.news import News
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.visuals.session_times import end_words, find_zones, time_span_words


@dataclass(frozen=True, slots=True)
class NewsRow:
    """One thing that happened: the page, what happened to it, its day as ISO text and in words, an editor's note.

    `about` is its kind and its type in words.
    """

    href: str
    title: str
    about: str
    datetime: str
    day: str
    note: str


@dataclass(frozen=True, slots=True)
class SessionRow:
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
            f"{site.text(f'news.{item.kind}')}: {site.type_word(item.record)}"
            if with_kinds
            else site.type_word(item.record),
            item.day.isoformat(),
            date_words(item.day),
            item.note,
        )
        for item in news
    ]


def create_session_rows(site: Site, coming: Iterable[ComingSession], root: str) -> list[SessionRow]:
    """Return the lines of some coming sessions, links from `root`."""
    vocabularies = site.catalogue.vocabularies
    zones = find_zones(vocabularies)
    return [
        SessionRow(
            root + item.community.address,
            item.session.title,
            item.community.title,
            site.label("session-kinds", item.session.kind),
            item.session.date,
            ", ".join(
                filter(
                    None,
                    (
                        period_words(item.session.date, item.session.end or item.session.date),
                        time_span_words(item.session, vocabularies),
                    ),
                )
            ),
            item.session.cancelled,
            end_words(item.session, zones),
        )
        for item in coming
    ]
