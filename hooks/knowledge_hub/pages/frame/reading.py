"""What helps to decide whether to read on: how fresh a page is, and how long it takes."""

import datetime
import html
import math
import re
from functools import lru_cache
from typing import NamedTuple

from knowledge_hub.dates import date_words
from knowledge_hub.records import Record
from knowledge_hub.words.words import Words

# Adults read about 240 words of English non-fiction a minute (Brysbaert 2019); this is for slower readers.
_WORDS_A_MINUTE = 200
# A tag, or all of what is looked at, opened when needed, filled in, or pressed. Most tags are told by a letter from
# those of such elements, before Python asks for each of their names.
_NOT_READ = re.compile(
    r"<(?:[^sdfb>][^>]*+|[sdfb](?!vg\b|etails\b|orm\b|utton\b)[^>]*+"
    r"|(svg|details|form|button)\b[^<]*+(?:<(?!/\1>)[^<]*+)*+</\1|[^>]*+)>"
)


class Freshness(NamedTuple):
    """When a record was last reviewed and when it is due again; dates in words and as ISO text."""

    reviewed: str
    reviewed_iso: str
    due: str
    due_iso: str
    is_overdue: bool


def find_freshness(record: Record, today: datetime.date) -> Freshness | None:
    """Return a record's review dates, None where it was never reviewed."""
    if record.review is None:
        return None
    return _describe_review(record.review.reviewed_on, record.review.review_by, today)


# Many records are reviewed on one day, and each is asked for more than once.
@lru_cache(maxsize=4096)
def _describe_review(reviewed: datetime.date, due: datetime.date, today: datetime.date) -> Freshness:
    return Freshness(date_words(reviewed), reviewed.isoformat(), date_words(due), due.isoformat(), due < today)


def duration_words(interface: Words, minutes: int) -> str:
    """Return a time in hours and minutes, such as "1 hour 5 minutes"."""
    hours, rest = divmod(minutes, 60)
    parts = (("counts.hour", hours), ("counts.minute", rest))
    return " ".join(interface.count(key, number) for key, number in parts if number)


def reading_time(interface: Words, page_html: str) -> str:
    """Return how long a text takes, such as "About 3 minutes to read"; never less than a minute."""
    words = len(html.unescape(_NOT_READ.sub(" ", page_html)).split())
    minutes = max(1, math.ceil(words / _WORDS_A_MINUTE))
    return interface.text("record.reading_time", minutes=interface.count("counts.minute", minutes))
