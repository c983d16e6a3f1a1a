"""Tests of change in order of time, with the number that stands for each in every picture and list."""

from collections.abc import Iterable
from typing import NamedTuple

from knowledge_hub.dates import month_position
from knowledge_hub.records.community import TestOfChange


class NumberedTest(NamedTuple):
    """One test of change, its number within the community, and the address of its page."""

    number: int
    test: TestOfChange
    href: str = ""

    @property
    def date(self) -> str:
        """When it started, or ended where only that is known; "" where neither is."""
        return self.test.date

    @property
    def start(self) -> float:
        """Its place in time, in months; it must have a date."""
        return month_position(self.date)


def number_tests(tests: Iterable[tuple[TestOfChange, str]]) -> tuple[NumberedTest, ...]:
    """Return tests and addresses in order of time, numbered from 1; those without a date come last."""
    ordered = sorted(tests, key=lambda pair: pair[0].time_order)
    return tuple(NumberedTest(number, test, href) for number, (test, href) in enumerate(ordered, start=1))
