"""A hand-written page that is no guide: its text with its dates and contents."""

import datetime
import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from knowledge_hub.dates import date_words
from knowledge_hub.pages.frame.page import Heading
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.records.own_page import OwnPage

_FIRST_HEADING = re.compile(r"<h1\b[^>]*>(.*?)</h1>\s*", re.DOTALL)
_FIRST_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
# A shorter page is seen at a glance.
_FEWEST_HEADINGS = 3
_LONGEST_SUMMARY = 200


class PageDate(NamedTuple):
    """One date in a page's head, in words and as ISO text."""

    label: str
    words: str
    iso: str


def render_own_page(
    site: Site,
    page: OwnPage,
    body_html: str,
    contents: tuple[Heading, ...],
    *,
    changed: PageDate | None = None,
) -> str:
    """Return the finished article for a page whose Markdown became `body_html`.

    `changed` is a date that a plugin knows.
    """
    heading = _FIRST_HEADING.search(body_html)
    main = _FIRST_HEADING.sub("", body_html, count=1)
    return site.render(
        "own-page",
        title=Markup(heading[1]) if heading else page.title,  # noqa: S704 -- a maintainer's page
        lead=page.summary or "",
        dates=[*_find_dates(site, page), *filter(None, [changed])],
        overdue_since=_describe_overdue(site, page),
        contents=contents if len(contents) >= _FEWEST_HEADINGS else (),
        main=Markup(main),  # noqa: S704 -- a maintainer's page
    )


def create_change(site: Site, day: datetime.date, *, is_post: bool) -> PageDate:
    """Return when a page was last changed, or a post was published, as the page's head shows it."""
    return _create_date(site.text("record.published") if is_post else site.text("record.changed"), day)


def _create_date(label: str, day: datetime.date) -> PageDate:
    return PageDate(label, date_words(day), day.isoformat())


def _find_dates(site: Site, page: OwnPage) -> Iterator[PageDate]:
    if page.last_review:
        yield _create_date(site.text("record.reviewed"), page.last_review)
    if page.review and page.review.review_by:
        yield _create_date(site.text("record.due"), page.review.review_by)


def _describe_overdue(site: Site, page: OwnPage) -> str:
    """Return since when nobody has checked a page whose review is due, "" for a current one."""
    review = page.review
    if review is None or review.review_by is None or review.review_by >= site.today:
        return ""
    return site.text("record.overdue_since", date=date_words(review.reviewed_on))


def shorten_first_paragraph(main: str) -> str:
    """Return the beginning of a text, for a card of a page without a summary."""
    found = _FIRST_PARAGRAPH.search(main)
    words = html.unescape(_TAG.sub("", found[1])).split() if found else []
    text = " ".join(words)
    return text if len(text) <= _LONGEST_SUMMARY else f"{text[:_LONGEST_SUMMARY].rpartition(' ')[0]} …"
