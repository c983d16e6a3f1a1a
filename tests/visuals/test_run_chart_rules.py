"""The run chart rules: hand-worked cases, the published limits, and a slow second opinion."""

import itertools
import random
from fractions import Fraction

import pytest

from knowledge_hub.visuals.run_chart_rules import (
    Analysis,
    analyze,
    crossings_limit,
    longest_run_limit,
    runs_limits,
)

# Worked out beforehand from the exact null distribution; each tail is at most 2.5 percent.
EXACT_LIMITS = {
    10: (3, 9), 11: (4, 9), 12: (4, 10), 13: (4, 11), 14: (4, 12), 15: (5, 12), 16: (5, 13), 17: (6, 13),
    18: (6, 14), 19: (6, 15), 20: (7, 15), 21: (7, 16), 22: (8, 16), 23: (8, 17), 24: (8, 18), 25: (9, 18),
    26: (9, 19), 27: (10, 19), 28: (10, 20), 29: (10, 21), 30: (11, 21), 31: (11, 22), 32: (12, 22),
    33: (12, 23), 34: (12, 24), 35: (13, 24), 36: (13, 25), 37: (14, 25), 38: (14, 26), 39: (14, 26), 40: (15, 27),
}  # fmt: skip
FLAT = [5, 5, 5, 5]


def _indices(signals: object) -> list[tuple[int, ...]]:
    return [signal.indices for signal in signals]


def test_limits_are_the_exact_ones() -> None:
    """For 10 to 40 points the limits of runs are those of the exact distribution."""
    assert {number: runs_limits(number) for number in EXACT_LIMITS} == EXACT_LIMITS


@pytest.mark.parametrize("useful", [10, 11, 12, 13])
def test_limits_agree_with_counting_every_order(useful: int) -> None:
    """Writing down every order of points above and below gives the same limits."""
    counts: dict[int, int] = {}
    for above in itertools.combinations(range(useful), useful // 2):
        sides = [place in above for place in range(useful)]
        runs = 1 + sum(a != b for a, b in itertools.pairwise(sides))
        counts[runs] = counts.get(runs, 0) + 1
    total = sum(counts.values())
    low = min(r for r in counts if Fraction(sum(c for k, c in counts.items() if k <= r), total) > Fraction(1, 40))
    high = max(r for r in counts if Fraction(sum(c for k, c in counts.items() if k >= r), total) > Fraction(1, 40))
    assert runs_limits(useful) == (low, high)


def test_limits_of_longest_run_and_crossings() -> None:
    """Hand-worked: log2(16) + 3 = 7; of 19 throws of a coin, 6 heads is the 5 percent point."""
    assert [longest_run_limit(n) for n in (10, 16, 20, 24, 32)] == [6, 7, 7, 8, 8]
    assert [crossings_limit(n) for n in (10, 12, 16, 20, 24)] == [2, 3, 4, 6, 8]


def test_nine_points_give_no_signals() -> None:
    """Under ten points nothing is called a signal, however clear it looks."""
    nine = analyze([1, 2, 3, 4, 5, 6, 7, 8, 9])
    assert (nine.has_enough_points, nine.shifts, nine.trends, nine.runs_test) == (False, (), (), None)
    assert nine.median == 5


def test_ten_points_are_enough() -> None:
    """With one point more the same rise is a trend."""
    ten = analyze([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    assert _indices(ten.trends) == [tuple(range(10))]
    assert ten.has_enough_points


def test_six_in_a_row_are_a_shift_and_five_are_not() -> None:
    """The median is frozen at 5 on the first four points."""
    assert _indices(analyze([*FLAT, 6, 6, 6, 6, 6, 4, 4], 4).shifts) == []
    assert _indices(analyze([*FLAT, 6, 6, 6, 6, 6, 6, 4], 4).shifts) == [(4, 5, 6, 7, 8, 9)]


def test_points_on_the_median_neither_count_nor_break() -> None:
    """A point on the median inside a shift is passed over."""
    with_tie = analyze([*FLAT, 6, 6, 6, 5, 6, 6, 4], 4)
    assert _indices(with_tie.shifts) == []
    longer = analyze([*FLAT, 6, 6, 6, 5, 6, 6, 6, 4], 4)
    assert _indices(longer.shifts) == [(4, 5, 6, 8, 9, 10)]
    assert longer.shifts[0].direction == "above"


def test_a_tie_is_found_in_decimals() -> None:
    """0.15 lies on the median of 0.1 and 0.2, although it doesn't in binary."""
    assert analyze([0.1, 0.2, 0.15], 2).sides == (-1, 1, 0)


def test_the_median_is_frozen_on_the_baseline() -> None:
    """Later points don't move the median, so a change shows as a shift."""
    values = [4, 6, 4, 6, 4, 6, 9, 9, 9, 9, 9, 9]
    frozen = analyze(values, 6)
    assert (frozen.median, frozen.baseline) == (5, 6)
    assert _indices(frozen.shifts) == [(5, 6, 7, 8, 9, 10, 11)]
    assert analyze(values).median == 7.5


def test_a_baseline_longer_than_the_series_is_all_of_it() -> None:
    """A plan for twelve baseline points, ten of them there."""
    assert analyze([1] * 5 + [3] * 5, 12).baseline == 10


def test_five_rising_points_are_a_trend_and_four_are_not() -> None:
    """The first point of the rise counts: five points are four moves."""
    assert _indices(analyze([5, 1, 2, 3, 4, 3, 4, 3, 4, 3]).trends) == []
    five = analyze([5, 1, 2, 3, 4, 5, 4, 5, 4, 5])
    assert _indices(five.trends) == [(1, 2, 3, 4, 5)]
    assert (five.trends[0].direction, five.longest_trend) == ("rising", 5)


def test_equal_neighbors_count_once_in_a_trend() -> None:
    """A value like the one before neither counts nor breaks."""
    assert _indices(analyze([9, 7, 7, 6, 5, 5, 4, 5, 4, 5]).trends) == [(0, 1, 3, 4, 6)]
    assert _indices(analyze([9, 7, 7, 6, 6, 5, 6, 5, 6, 5]).trends) == []


def test_a_constant_series_has_no_signal() -> None:
    """All points on the median: nothing to count."""
    constant = analyze([3] * 12)
    assert (constant.shifts, constant.trends, constant.runs_test, constant.longest_trend) == ((), (), None, 0)


def test_too_few_runs() -> None:
    """Two runs in ten points are fewer than the three that chance allows."""
    test = analyze([1, 1, 1, 1, 1, 9, 9, 9, 9, 9]).runs_test
    assert test is not None
    assert (test.useful, test.runs, test.longest, test.crossings) == (10, 2, 5, 1)
    assert (test.has_too_few_runs, test.has_too_many_runs) == (True, False)
    assert (test.has_long_run, test.has_few_crossings) == (False, True)


def test_too_many_runs() -> None:
    """A saw-tooth of ten points has ten runs, one more than chance allows."""
    test = analyze([1, 9] * 5).runs_test
    assert test is not None
    assert (test.runs, test.has_too_many_runs, test.has_few_crossings) == (10, True, False)


def test_runs_need_ten_points_off_the_median() -> None:
    """Twelve points of which four lie on the median: shift and trend are looked for, runs aren't."""
    assert analyze([5, 5, 5, 5, 1, 9, 1, 9, 1, 9, 1, 9]).runs_test is None


def test_no_values_is_a_mistake_of_the_caller() -> None:
    """A series without values has no median."""
    with pytest.raises(ValueError, match="median"):
        analyze([])


def _made_up_series() -> list[tuple[list[float], int | None]]:
    chance = random.Random(20261124)  # noqa: S311 -- the same made-up series every time
    series = []
    for _ in range(1000):
        spread = chance.choice([3, 6, 20])
        values = [float(chance.randint(0, spread)) / chance.choice([1, 2, 10]) for _ in range(chance.randint(1, 32))]
        if chance.random() < 0.4:
            start = chance.randrange(len(values))
            values[start:] = [value + chance.choice([1, 2, spread]) for value in values[start:]]
        if chance.random() < 0.3:
            values.sort(reverse=chance.random() < 0.5)
        series.append((values, chance.choice([None, 1, 6, 10, 12])))
    return series


@pytest.mark.parametrize("part", range(10))
def test_a_slow_second_opinion_agrees(part: int) -> None:
    """A thousand made-up series: rules written down word by word find the same."""
    for values, baseline in _made_up_series()[part::10]:
        assert _plain(analyze(values, baseline)) == _second_opinion(values, baseline), (values, baseline)


def _plain(found: Analysis) -> dict[str, object]:
    test = found.runs_test
    return {
        "median": Fraction(found.median).limit_denominator(10_000),
        "shifts": [list(signal.indices) for signal in found.shifts],
        "trends": [list(signal.indices) for signal in found.trends],
        "runs": test and (test.runs, test.longest, test.crossings),
        "signals": test and (test.has_too_few_runs, test.has_too_many_runs, test.has_long_run, test.has_few_crossings),
    }


def _second_opinion(written: list[float], baseline: int | None) -> dict[str, object]:
    """The rules as a person with pencil and paper applies them; slow, and sharing no code."""
    values = [Fraction(str(value)) for value in written]
    first = sorted(values[: baseline or len(values)])
    middle = (first[(len(first) - 1) // 2] + first[len(first) // 2]) / 2
    if len(values) < 10:
        return {"median": middle, "shifts": [], "trends": [], "runs": None, "signals": None}
    shifts, trends = [], []
    for start, stop in itertools.combinations(range(len(values) + 1), 2):
        if _is_shift(values, middle, start, stop):
            shifts.append([i for i in range(start, stop) if values[i] != middle])
        if _is_trend(values, start, stop):
            trends.append([i for i in range(start, stop) if i == start or values[i] != values[i - 1]])
    letters = "".join("a" if value > middle else "b" for value in values if value != middle)
    if len(letters) < 10:
        return {"median": middle, "shifts": shifts, "trends": trends, "runs": None, "signals": None}
    crossings = letters.count("ab") + letters.count("ba")
    longest = next(n for n in range(len(letters), 0, -1) if "a" * n in letters or "b" * n in letters)
    return {
        "median": middle,
        "shifts": shifts,
        "trends": trends,
        "runs": (crossings + 1, longest, crossings),
        "signals": _pencil_signals(len(letters), crossings, longest),
    }


def _is_shift(values: list[Fraction], middle: Fraction, start: int, stop: int) -> bool:
    """Tell whether this piece is one side only, at least six points, and can't be made longer."""
    inside = [value for value in values[start:stop] if value != middle]
    if len(inside) < 6 or middle in (values[start], values[stop - 1]):
        return False
    if not (all(value > middle for value in inside) or all(value < middle for value in inside)):
        return False
    is_above = inside[0] > middle
    before = [value for value in values[:start] if value != middle]
    after = [value for value in values[stop:] if value != middle]
    return not (before and (before[-1] > middle) == is_above) and not (after and (after[0] > middle) == is_above)


def _is_trend(values: list[Fraction], start: int, stop: int) -> bool:
    """Tell whether this piece only rises or only falls over five different values, and can't be made longer."""
    piece = values[start:stop]
    if len(set(piece)) < 5 or values[start - 1 : start] == piece[:1] or piece[-1] == piece[-2]:
        return False
    if piece not in (sorted(piece), sorted(piece, reverse=True)):
        return False
    is_rising = piece[0] < piece[-1]
    after = [value for value in values[stop:] if value != piece[-1]]
    could_start_earlier = start > 0 and (values[start - 1] < piece[0]) == is_rising
    could_end_later = after and (after[0] > piece[-1]) == is_rising
    return not could_start_earlier and not could_end_later


def _pencil_signals(useful: int, crossings: int, longest: int) -> tuple[bool, ...]:
    low, high = EXACT_LIMITS.get(useful) or runs_limits(useful)
    allowed = next(k for k in range(100) if 2 ** (2 * k + 1) > useful**2) + 3
    chances = [1]
    for _ in range(useful - 1):
        chances = [a + b for a, b in zip([0, *chances], [*chances, 0], strict=True)]
    tails = [Fraction(sum(chances[: k + 1]), 2 ** (useful - 1)) for k in range(useful)]
    fewest = next(k for k, tail in enumerate(tails) if tail >= Fraction(1, 20))
    runs = crossings + 1
    return runs < low, runs > high, longest > allowed, crossings < fewest
