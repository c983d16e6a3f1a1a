"""From values to places on a drawing, and the round values that its axes name."""

import itertools
import math
from collections.abc import Sequence
from typing import NamedTuple

from knowledge_hub.dates import month_words

# What a step on an axis may be: 1, 2 or 5 times a power of ten; or these numbers of months.
_ROUND_STEPS = (1, 2, 5, 10)
_MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)


class Scale(NamedTuple):
    """A straight line from `low`..`high` in the data to `start`..`end` on the drawing."""

    low: float
    high: float
    start: float
    end: float

    def place(self, value: float) -> float:
        """Return where a value lies on the drawing."""
        share = (value - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)


def coordinate(number: float) -> str:
    """Return a coordinate with at most one decimal, so that the same drawing has the same bytes everywhere."""
    text = f"{number:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def round_ticks(values: Sequence[float], most: int = 6) -> list[float]:
    """Return evenly spaced round values around all of `values`, from zero where they start near it."""
    low, high = min(values), max(values)
    if 0 <= low <= high / 2:
        low = 0.0
    if low == high:
        low, high = low - 1, high + 1
    step = _round_step((high - low) / (most - 1))
    first, last = math.floor(low / step), math.ceil(high / step)
    return [round(number * step, 10) for number in range(first, last + 1)]


def month_ticks(low: float, high: float, most: int = 6) -> list[tuple[int, str]]:
    """Return starts of months between two positions in time with their names, in steps that people count in.

    January is named by its year; so is the first tick, which else would have none.
    """
    # Beyond the longest step its multiples follow, so that there is one for any two dates.
    longer = (_MONTH_STEPS[-1] * times for times in itertools.count(2))
    step = next(step for step in itertools.chain(_MONTH_STEPS, longer) if (high - low) / step < most)
    months = [number * step for number in range(math.ceil(low / step), math.floor(high / step) + 1)]
    return [(month, _month_name(month, is_first=month == months[0])) for month in months]


def _month_name(month: int, *, is_first: bool) -> str:
    year, number = divmod(month, 12)
    if number == 0:
        return str(year)
    name = month_words(f"{year}-{number + 1:02}")
    return name if is_first else name.partition(" ")[0]


def _round_step(rough: float) -> float:
    power = 10.0 ** math.floor(math.log10(rough))
    return next(factor * power for factor in _ROUND_STEPS if factor * power >= rough * 0.999)
