"""The run chart rules against what others published; run_charts.yml has the figures and where each was read."""

import math
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from knowledge_hub.visuals.run_chart_rules import (
    FEWEST_POINTS,
    Analysis,
    RunsTest,
    Signal,
    analyze,
    crossings_limit,
    longest_run_limit,
    runs_limits,
)

PUBLISHED: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "run_charts.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("series", PUBLISHED["series"], ids=lambda series: series["name"])
def test_a_published_series(series: dict[str, Any]) -> None:
    """Its median, the points on each side of it, its runs, and whether these are a signal are what was published."""
    analysis = analyze(series["values"])
    assert analysis.runs_test
    found = {
        "median": analysis.median,
        "above": analysis.sides.count(1),
        "below": analysis.sides.count(-1),
        "runs": analysis.runs_test.runs,
        "is_signal": analysis.runs_test.has_too_few_runs or analysis.runs_test.has_too_many_runs,
    }
    assert {name: value for name, value in found.items() if name in series}.items() <= series.items()
    if published := series.get("statistic"):
        assert _normalize(analysis.runs_test) == pytest.approx(published, abs=_precision(published))


def _precision(published: float) -> float:
    """Return half of the last digit that is given, or what a computer can tell apart."""
    return max(0.5 * 10.0 ** -len(str(published).partition(".")[2]), 1e-12)


def _normalize(test: RunsTest) -> float:
    """Return Wald and Wolfowitz's statistic where as many points lie above the median as below."""
    half = test.useful / 2
    return (test.runs - (half + 1)) / math.sqrt(half * (half - 1) / (2 * half - 1))


@pytest.mark.parametrize("case", PUBLISHED["shifts"], ids=lambda case: str(case["values"]))
def test_a_published_shift(case: dict[str, Any]) -> None:
    """Another program finds the same shifts; points on the line before the series make it ten."""
    before = [case["line"]] * max(1, FEWEST_POINTS - len(case["values"]))
    values = [*before, *case["values"]]
    found = analyze(values, len(before))
    assert [value for shift in found.shifts for value in _take(values, shift)] == case["found"]


@pytest.mark.parametrize("case", PUBLISHED["trends"], ids=lambda case: str(case["values"]))
def test_a_published_trend(case: dict[str, Any]) -> None:
    """Another program finds the same trends: equal neighbors count once, a turning point belongs to both."""
    found: Analysis = analyze(case["values"])
    assert [_take(case["values"], trend) for trend in found.trends] == case["found"]


def _take(values: list[int], signal: Signal) -> list[int]:
    return [values[index] for index in signal.indices]


def test_a_published_table_of_runs() -> None:
    """What the table calls too few and too many is just outside of the limits, and nothing else is."""
    outside = {points: [limits[0] - 1, limits[1] + 1] for points in range(10, 24) if (limits := runs_limits(points))}
    assert outside == PUBLISHED["runs"]["limits"]


def test_a_published_table_of_longest_runs_and_crossings() -> None:
    """For 10 to 100 points both limits are those of the table."""
    table = PUBLISHED["longest_run_and_crossings"]
    longest = {points: longest_run_limit(points) for points in range(10, 101)}
    starts = {points: limit for points, limit in longest.items() if limit != longest.get(points - 1)}
    assert starts == table["longest_run"]
    assert [crossings_limit(points) for points in range(10, 101)] == table["crossings"]


@pytest.mark.parametrize("points", range(10, 41))
def test_the_limits_of_runs_counted_point_by_point(points: int) -> None:
    """Laying one point after the other, above or below, gives the limits that the closed formula gives."""
    ways = _count_orders(points // 2, points - points // 2)
    total = sum(ways.values())
    likely = [runs for runs in ways if 40 * min(_tails(ways, runs)) > total]
    assert runs_limits(points) == (min(likely), max(likely))


def _tails(ways: Counter[int], runs: int) -> tuple[int, int]:
    """Return how many orders have at most and at least so many runs."""
    at_most = sum(count for number, count in ways.items() if number <= runs)
    return at_most, ways.total() - at_most + ways[runs]


def _count_orders(above: int, below: int) -> Counter[int]:
    """Return in how many orders so many points above and below make each number of runs."""
    # By points used above, used below, the side of the last one, and the runs so far.
    states: Counter[tuple[int, int, int, int]] = Counter({(1, 0, 1, 1): 1, (0, 1, -1, 1): 1})
    for _ in range(above + below - 1):
        longer: Counter[tuple[int, int, int, int]] = Counter()
        for (up, down, side, runs), count in states.items():
            longer[up + 1, down, 1, runs + (side < 0)] += count if up < above else 0
            longer[up, down + 1, -1, runs + (side > 0)] += count if down < below else 0
        states = +longer
    orders: Counter[int] = Counter()
    for (*_, runs), count in states.items():
        orders[runs] += count
    return orders
