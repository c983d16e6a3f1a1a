"""The rules that find signals in a run chart: numbers in, findings out.

Shift, trend and number of runs are the rules that health teams cite after Perla, Provost and Murray
(2011); longest run and crossings are those of Anhøj and Olesen (2014), who also found the trend rule of
almost no use. The limits for the number of runs are computed here from the exact null distribution
(Swed and Eisenhart 1943); they are not the table printed in any article.
"""

import math
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import groupby, pairwise
from statistics import median
from typing import Literal, NamedTuple

FEWEST_POINTS = 10
SHIFT_LENGTH = 6
TREND_LENGTH = 5

Direction = Literal["above", "below", "rising", "falling"]


class Signal(NamedTuple):
    """Points in a row that chance would seldom put there; `indices` are the points that count."""

    direction: Direction
    indices: tuple[int, ...]


class RunsTest(NamedTuple):
    """What the points off the median say together; each limit is the last value that is no signal."""

    useful: int
    runs: int
    fewest_runs: int
    most_runs: int
    longest: int
    longest_allowed: int
    crossings: int
    fewest_crossings: int

    @property
    def has_too_few_runs(self) -> bool:
        """Whether the line crosses the median less often than chance would have it."""
        return self.runs < self.fewest_runs

    @property
    def has_too_many_runs(self) -> bool:
        """Whether the line crosses the median more often than chance would have it."""
        return self.runs > self.most_runs

    @property
    def has_long_run(self) -> bool:
        """Whether one run is longer than chance would have it."""
        return self.longest > self.longest_allowed

    @property
    def has_few_crossings(self) -> bool:
        """Whether there are fewer crossings than chance would have."""
        return self.crossings < self.fewest_crossings


class Analysis(NamedTuple):
    """The signals in one series.

    `sides` says for each point whether it lies above (1), on (0) or below (-1) the median, which is
    that of the first `baseline` points. Under ten points there are no signals; under ten points off
    the median `runs_test` is None.
    """

    median: float
    baseline: int
    sides: tuple[int, ...]
    shifts: tuple[Signal, ...] = ()
    trends: tuple[Signal, ...] = ()
    longest_trend: int = 0
    runs_test: RunsTest | None = None

    @property
    def has_enough_points(self) -> bool:
        """Whether there are enough points to look for signals at all."""
        return len(self.sides) >= FEWEST_POINTS


def analyze(values: Sequence[float], baseline_points: int | None = None) -> Analysis:
    """Return the signals in `values`, which are in order of time.

    The median is frozen on the first `baseline_points` values; it is that of all values where the
    number is None. ValueError where there are no values.
    """
    if not values:
        raise ValueError("A series without values has no median.")
    # As written, so that 0.15 is on the median of 0.1 and 0.2; in binary it would lie beside it.
    numbers = [Decimal(str(value)) for value in values]
    baseline = min(baseline_points or len(numbers), len(numbers))
    center = median(numbers[:baseline])
    sides = tuple((number > center) - (number < center) for number in numbers)
    if len(numbers) < FEWEST_POINTS:
        return Analysis(float(center), baseline, sides)
    stretches = list(_find_stretches(numbers))
    return Analysis(
        median=float(center),
        baseline=baseline,
        sides=sides,
        shifts=tuple(run for run in _find_runs(sides) if len(run.indices) >= SHIFT_LENGTH),
        trends=tuple(stretch for stretch in stretches if len(stretch.indices) >= TREND_LENGTH),
        longest_trend=max((len(stretch.indices) for stretch in stretches), default=0),
        runs_test=_test_runs(sides),
    )


@cache
def runs_limits(useful: int) -> tuple[int, int]:
    """Return the fewest and the most runs that are no signal, each tail at most 2.5 percent.

    The distribution is that of `useful` points, half of them on each side of the median (Swed and
    Eisenhart 1943); where the number is odd, one side has one more. ValueError under two points.
    """
    if useful < 2:
        raise ValueError("Runs need at least two points.")
    ways = _count_ways(useful // 2, useful - useful // 2)
    total = sum(ways.values())

    def first_likely(runs: list[int]) -> int:
        seen = 0
        for number in runs:
            seen += ways[number]
            if seen * 40 > total:
                return number
        raise AssertionError("All ways together are more than 2.5 percent of themselves.")

    return first_likely(sorted(ways)), first_likely(sorted(ways, reverse=True))


def longest_run_limit(useful: int) -> int:
    """Return the longest run that is no signal: log2(n) + 3, rounded (Anhøj and Olesen 2014)."""
    return round(math.log2(useful) + 3)


@cache
def crossings_limit(useful: int) -> int:
    """Return the fewest crossings that are no signal: the 5 percent point of a fair coin thrown n - 1 times.

    After Anhøj and Olesen (2014): the smallest k with P(crossings <= k) >= 0.05.
    """
    throws = useful - 1
    seen = 0
    for crossings in range(throws + 1):
        seen += math.comb(throws, crossings)
        if seen * 20 >= 2**throws:
            return crossings
    return throws


def _count_ways(first: int, second: int) -> dict[int, int]:
    """Return in how many orders `first` points above and `second` points below make each number of runs."""
    ways: dict[int, int] = {}
    for runs in range(2, first + second + 1):
        half, is_odd = divmod(runs, 2)
        if is_odd:
            count = _split(first, half + 1) * _split(second, half) + _split(first, half) * _split(second, half + 1)
        else:
            count = 2 * _split(first, half) * _split(second, half)
        if count:
            ways[runs] = count
    return ways


def _split(points: int, runs: int) -> int:
    """Return in how many ways points fall into so many runs, none of them empty."""
    return math.comb(points - 1, runs - 1)


def _find_runs(sides: Sequence[int]) -> Iterator[Signal]:
    """Yield the runs on one side of the median; points on it neither count nor break a run."""
    off_median = [(index, side) for index, side in enumerate(sides) if side]
    for side, group in groupby(off_median, key=lambda pair: pair[1]):
        yield Signal("above" if side > 0 else "below", tuple(index for index, _ in group))


def _find_stretches(numbers: Sequence[Decimal]) -> Iterator[Signal]:
    """Yield the longest stretches that only rise or only fall; a value like the one before isn't counted."""
    kept = [index for index, number in enumerate(numbers) if index == 0 or number != numbers[index - 1]]
    moves = [(numbers[after] > numbers[before], before, after) for before, after in pairwise(kept)]
    for rises, group in groupby(moves, key=lambda move: move[0]):
        pairs = list(group)
        yield Signal("rising" if rises else "falling", (pairs[0][1], *(after for _, _, after in pairs)))


def _test_runs(sides: Sequence[int]) -> RunsTest | None:
    lengths = [len(run.indices) for run in _find_runs(sides)]
    useful = sum(lengths)
    if useful < FEWEST_POINTS:
        return None
    fewest, most = runs_limits(useful)
    return RunsTest(
        useful=useful,
        runs=len(lengths),
        fewest_runs=fewest,
        most_runs=most,
        longest=max(lengths),
        longest_allowed=longest_run_limit(useful),
        crossings=len(lengths) - 1,
        fewest_crossings=crossings_limit(useful),
    )
