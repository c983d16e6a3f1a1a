"""What happened to the library, from the dates that records carry; the history of their files is never asked."""

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from knowledge_hub.catalogue.catalogue import Catalogue
from knowledge_hub.records import Record
from knowledge_hub.records.own_page import OwnPage

NEW, CHANGED, ARCHIVED, REVIEWED = "new", "changed", "archived", "reviewed"
# In the order in which readers see them.
KINDS = (NEW, CHANGED, ARCHIVED, REVIEWED)


class News(NamedTuple):
    """One thing that happened to a record on one day.

    `kind` is new, changed, reviewed or archived, `note` what an editor says of it, "" for nothing. `name` tells it
    from all other news, whatever becomes of the record's title.
    """

    kind: str
    day: datetime.date
    record: Record | OwnPage
    name: str
    note: str = ""


def find_news(catalogue: Catalogue) -> tuple[News, ...]:
    """Return everything that happened, the newest first; on one day in the order of titles."""
    news = [item for record in catalogue.records if record.status != "draft" for item in _of_record(record)]
    news += [
        News(REVIEWED, page.last_review, page, _name(page.address, REVIEWED, page.last_review))
        for page in catalogue.own_pages
        if page.has_card and page.last_review
    ]
    return tuple(sorted(news, key=_newest_first))


def _of_record(record: Record) -> Iterator[News]:
    """Yield what happened to a record; the review of the day on which it came or changed is no news of its own."""
    # A renamed record keeps the name that it had first.
    home = record.redirect_from[0] if record.redirect_from else record.address
    taken: dict[str, int] = {}
    for change in record.history:
        name = _name(home, change.what, change.date)
        taken[name] = taken.get(name, 0) + 1
        # Two changes of one day are two pieces of news.
        name = name if taken[name] == 1 else f"{name}-{taken[name]}"
        yield News(change.what, change.date, record, name, change.note or "")
    # What is archived is no longer looked after, so its last review says nothing any more.
    if record.review and record.status != ARCHIVED:
        day = record.review.reviewed_on
        if all(change.date != day for change in record.history):
            yield News(REVIEWED, day, record, _name(home, REVIEWED, day))


def _name(home: str, kind: str, day: datetime.date) -> str:
    return f"{home}#{kind}-{day}"


def _newest_first(news: News) -> tuple[int, str, str]:
    return -news.day.toordinal(), news.record.title.casefold(), news.name
