"""The page of what is new: the same as the feed of the whole hub, for people, and how to follow it."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from knowledge_hub.dates import date_words
from knowledge_hub.feeds.news import KINDS, News
from knowledge_hub.feeds.places import WHATS_NEW
from knowledge_hub.pages.frame.finishing import create_page
from knowledge_hub.pages.frame.page import Page, root_from
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.pages.library.news_rows import create_news_rows, create_session_rows
from knowledge_hub.pages.sections.follow import render_follow, subscribe_address
from knowledge_hub.records.community import HUB_CALENDAR, kind_calendar_path

_MOST = 60
_MOST_SESSIONS = 10


def create_whats_new_page(site: Site) -> Page:
    """Return the page: coming sessions, then what happened by month, then feeds and calendars."""
    root = root_from(WHATS_NEW)
    news = site.news[:_MOST]
    html = site.render(
        "whats-new",
        coming=create_session_rows(site, site.coming_sessions[:_MOST_SESSIONS], root),
        months=_list_months(site, root, news),
        has_more=len(site.news) > _MOST,
        browse=f"{root}browse/",
        follow=render_follow(site, WHATS_NEW, root, is_open=True),
        calendars=_list_calendars(site, root),
    )
    title, description = site.text("news.title"), site.text("news.lead")
    scripts = ("sessions",) if site.coming_sessions else ()
    return create_page(site, WHATS_NEW, title=title, description=description, html=html, scripts=scripts)


def _list_months(site: Site, root: str, news: Sequence[News]) -> list[dict[str, Any]]:
    """Return the news by month, and within it by what happened, what most readers come for first."""
    months = []
    for month, items in groupby(news, key=lambda item: item.day.isoformat()[:7]):
        # An id with "_" is no lasting address: a month leaves the page some day.
        name, of_month = f"in_{month}", tuple(items)
        kinds = [_create_kind(site, root, name, kind, of_month) for kind in KINDS]
        months.append({"id": name, "title": date_words(month), "kinds": [kind for kind in kinds if kind["news"]]})
    return months


def _create_kind(site: Site, root: str, month: str, kind: str, news: Sequence[News]) -> dict[str, Any]:
    rows = create_news_rows(site, (item for item in news if item.kind == kind), root, with_kinds=False)
    return {"id": f"{month}_{kind}", "title": site.text(f"news.{kind}"), "news": rows}


def _list_calendars(site: Site, root: str) -> list[dict[str, Any]]:
    """Return the calendar of all sessions, and one for each kind that is coming."""
    kinds = dict.fromkeys(item.session.kind for item in site.coming_sessions if item.is_in_calendar)
    named = [(HUB_CALENDAR, site.text("calendars.all"))]
    named += [(kind_calendar_path(kind), site.label("session-kinds", kind)) for kind in kinds]
    return [{"title": title, "href": root + path, "subscribe": subscribe_address(site, path)} for path, title in named]
