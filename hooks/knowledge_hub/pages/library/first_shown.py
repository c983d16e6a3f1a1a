"""What the home page shows first of all that came or was checked on one day, as most of a library often does."""

import datetime
from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from knowledge_hub.feeds.news import News
from knowledge_hub.records import CaseStudy, Record
from knowledge_hub.records.own_page import OwnPage
from knowledge_hub.vocabulary import Vocabularies

Rank = tuple[int, int]


class EvidenceRanks:
    """How well founded a record is, in the order of the vocabularies: the best has the lowest rank."""

    def __init__(self, vocabularies: Vocabularies) -> None:
        self._statuses = vocabularies.ids("evidence-status")
        self._strengths = vocabularies.ids("evidence-strength")

    def of(self, item: Record | OwnPage) -> Rank:
        """Return the rank of a record; a hand-written page, which says nothing of evidence, comes last."""
        if isinstance(item, OwnPage):
            return len(self._statuses), len(self._strengths)
        return _place(self._statuses, item.evidence.status), _place(self._strengths, item.evidence.strength)


def _place(ids: tuple[str, ...], one: str | None) -> int:
    return ids.index(one) if one in ids else len(ids)


def choose_recent(records: Sequence[CaseStudy], ranks: EvidenceRanks, most: int) -> list[CaseStudy]:
    """Return the first of records that come by the day of their last review; on one day the best founded come first."""

    def place(record: CaseStudy) -> tuple[int, Rank, str]:
        return -_find_day(record), ranks.of(record), record.title.casefold()

    last_day = _find_day(records[most - 1]) if len(records) > most else 0
    return sorted(takewhile(lambda record: _find_day(record) >= last_day, records), key=place)[:most]


def _find_day(record: Record) -> int:
    return record.review.reviewed_on.toordinal() if record.review else 0


def take_turns(news: Sequence[News], ranks: EvidenceRanks, most: int) -> list[News]:
    """Return the first of news that come by day; on one day the types take turns, each with its best founded first.

    So the first few show what a library has, rather than titles that begin with A.
    """

    def place(item: News) -> tuple[int, Rank, str]:
        return -item.day.toordinal(), ranks.of(item.record), item.record.title.casefold()

    turns: Counter[tuple[int, str]] = Counter()
    placed: list[tuple[tuple[int, int], News]] = []
    last_day = news[most - 1].day if len(news) > most else datetime.date.min
    for item in sorted(takewhile(lambda item: item.day >= last_day, news), key=place):
        day = -item.day.toordinal()
        group = (day, _type_of(item.record))
        placed.append(((day, turns[group]), item))
        turns[group] += 1
    # The order within a turn stays that of the evidence.
    return [item for _, item in sorted(placed, key=lambda pair: pair[0])][:most]


def _type_of(item: Record | OwnPage) -> str:
    return "" if isinstance(item, OwnPage) else item.type
