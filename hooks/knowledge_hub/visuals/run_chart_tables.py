"""The tables beside a run chart: each value with its signals, each rule with what it finds."""

from collections.abc import Iterator
from dataclasses import dataclass

from knowledge_hub.dates import date_words
from knowledge_hub.small_groups import SMALLEST_GROUP
from knowledge_hub.visuals.measure_series import Phase, Series
from knowledge_hub.visuals.run_chart_rules import FEWEST_POINTS, SHIFT_LENGTH, TREND_LENGTH, Analysis, RunsTest
from knowledge_hub.visuals.run_chart_words import newest_phase, number_words

_SIDE_WORDS = {1: "above", 0: "on it", -1: "below"}
_HIDDEN = f"Left out: fewer than {SMALLEST_GROUP} people"


@dataclass(frozen=True, slots=True)
class PointRow:
    """One line of the data table."""

    when: str
    value: str
    n: str
    side: str
    signal: str
    note: str


@dataclass(frozen=True, slots=True)
class RuleRow:
    """What one rule looks for, and what it finds here."""

    name: str
    looks_for: str
    here: str
    verdict: str


def create_point_rows(series: Series) -> list[PointRow]:
    """Return the data table, hidden points with the reason in place of their value."""
    return [row for phase in series.phases for row in _create_rows(phase)]


def create_rule_rows(series: Series) -> list[RuleRow]:
    """Return what each rule finds in the newest phase, none where there are too few points."""
    phase = newest_phase(series)
    analysis = phase.analysis if phase else None
    if analysis is None or not analysis.has_enough_points:
        return []
    longest = max((len(run.indices) for run in analysis.shifts), default=0)
    rows = [
        RuleRow(
            "Shift",
            f"{SHIFT_LENGTH} or more points in a row on one side of the median; points on it neither count nor break",
            f"{longest} in a row" if longest else f"fewer than {SHIFT_LENGTH}",
            "Signal" if analysis.shifts else "No signal",
        ),
        RuleRow(
            "Trend",
            f"{TREND_LENGTH} or more points in a row, all rising or all falling; a repeated value counts once",
            f"{analysis.longest_trend} in a row" if analysis.longest_trend else "none",
            "Weak signal" if analysis.trends else "No signal",
        ),
    ]
    return rows + list(_create_runs_rows(analysis.runs_test))


def _create_rows(phase: Phase) -> Iterator[PointRow]:
    sides = iter(phase.analysis.sides if phase.analysis else ())
    signals = iter(_signal_words(phase.analysis))
    for point in phase.points:
        if point.value is None:
            yield PointRow(date_words(point.date), _HIDDEN, "", "", "", "")
            continue
        yield PointRow(
            when=date_words(point.date),
            value=number_words(point.value),
            n=f"{point.n:,}" if point.n is not None else "",
            side=_SIDE_WORDS[next(sides)],
            signal=next(signals),
            note=point.note,
        )


def _signal_words(analysis: Analysis | None) -> list[str]:
    """Return for each shown point of which signals it is a part, "" for none."""
    if analysis is None:
        return []
    shifts = {index for shift in analysis.shifts for index in shift.indices}
    trends = {index for trend in analysis.trends for index in trend.indices}
    told = ((index in shifts, index in trends) for index in range(len(analysis.sides)))
    return [", ".join(["Shift"] * in_shift + ["Trend (weak)"] * in_trend) for in_shift, in_trend in told]


def _create_runs_rows(test: RunsTest | None) -> Iterator[RuleRow]:
    """Yield the three rules that count runs, with one reason where there are too few points off the median."""
    if test is None:
        few = f"fewer than {FEWEST_POINTS} points lie off the median"
        yield RuleRow("Number of runs", "Too few or too many runs for chance", few, "Not used")
        yield RuleRow("Longest run", "A run too long for chance", few, "Not used")
        yield RuleRow("Crossings", "Too few crossings for chance", few, "Not used")
        return
    runs_verdict = "No signal"
    if test.has_too_few_runs or test.has_too_many_runs:
        runs_verdict = "Signal: too few" if test.has_too_few_runs else "Signal: too many"
    off = f"{test.useful} points off the median"
    between = f"Fewer than {test.fewest_runs} or more than {test.most_runs} runs, for {off}"
    long_verdict = "Signal" if test.has_long_run else "No signal"
    few_verdict = "Signal" if test.has_few_crossings else "No signal"
    yield RuleRow("Number of runs", between, str(test.runs), runs_verdict)
    longest = f"More than {test.longest_allowed} points in a row on one side, for {off}"
    yield RuleRow("Longest run", longest, str(test.longest), long_verdict)
    fewest = f"Fewer than {test.fewest_crossings} crossings of the median, for {off}"
    yield RuleRow("Crossings", fewest, str(test.crossings), few_verdict)
