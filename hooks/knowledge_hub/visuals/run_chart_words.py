"""What a run chart shows, in words: the finding, the table of points, the table of rules."""

from collections.abc import Iterator
from dataclasses import dataclass

from knowledge_hub.dates import date_words, period_words
from knowledge_hub.records.common import SMALLEST_GROUP, Measure
from knowledge_hub.visuals.measure_series import Phase, Series, SeriesPoint
from knowledge_hub.visuals.run_chart_rules import (
    FEWEST_POINTS,
    SHIFT_LENGTH,
    TREND_LENGTH,
    Analysis,
    RunsTest,
    Signal,
)

SHIFT_SOURCE = "perla-2011"
RUNS_SOURCE = "anhoej-2014"
_GOOD_SIDE = {"up-is-better": "above", "down-is-better": "below"}
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
    """What one rule looks for, and what it finds here; `source` is the id of the source it comes from."""

    name: str
    looks_for: str
    here: str
    verdict: str
    source: str


def number_words(value: float, unit: str | None = None) -> str:
    """Return a value as readers see it, at most two decimals, with its unit: "43.5 percent"."""
    number = f"{value:,.2f}".rstrip("0").rstrip(".")
    return f"{number} {unit}" if unit else number


def write_finding(series: Series) -> str:
    """Return in one plain sentence what the chart shows, after the newest median."""
    phase = _newest(series)
    if phase is None or phase.analysis is None:
        return "There is nothing to show yet."
    analysis = phase.analysis
    if not analysis.has_enough_points:
        count = len(analysis.sides)
        points = "1 point" if count == 1 else f"{count} points"
        return (
            f"It is too early to tell signals from chance: there {'is' if count == 1 else 'are'} {points}, "
            f"and the rules need at least {FEWEST_POINTS}."
        )
    if analysis.shifts:
        return _write_shift(series.measure, phase, analysis)
    return _write_no_shift(series.measure, phase, analysis)


def write_facts(series: Series) -> str:
    """Return the numbers behind the finding: how many points, the median and what it rests on, the latest value."""
    phase = _newest(series)
    if phase is None or phase.analysis is None:
        return ""
    unit = series.measure.unit
    first, latest = series.shown[0], series.shown[-1]
    span = period_words(first.date, latest.date)
    count = len(series.shown)
    points = "1 point" if count == 1 else f"{count} points, {span}"
    value = number_words(latest.value or 0, unit)
    return f"{points}. {_write_median(phase, phase.analysis, unit)} The latest value is {value}."


def write_notes(series: Series) -> list[str]:
    """Return what a reader must know of the line: gaps, points left out, new baselines."""
    notes = [
        f"From {date_words(phase.points[0].date)} on, the values have a median of their own. {phase.reason}"
        for phase in series.phases[1:]
    ]
    hidden = sum(point.is_hidden for point in series.points)
    if hidden:
        points, stand = ("point is", "it stands") if hidden == 1 else ("points are", "they stand")
        notes.append(f"{hidden} {points} left out, because {stand} for fewer than {SMALLEST_GROUP} people.")
    if any(point.starts_line and not point.is_hidden for point in series.points[1:]):
        notes.append("The line is broken where there is no value. Missing values neither count nor break a signal.")
    return notes


def create_point_rows(series: Series) -> list[PointRow]:
    """Return the data table, hidden points with the reason in place of their value."""
    return [row for phase in series.phases for row in _create_rows(series.measure, phase)]


def create_rule_rows(series: Series) -> list[RuleRow]:
    """Return what each rule finds in the newest phase, none where there are too few points."""
    phase = _newest(series)
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
            SHIFT_SOURCE,
        ),
        RuleRow(
            "Trend",
            f"{TREND_LENGTH} or more points in a row, all rising or all falling; a repeated value counts once",
            f"{analysis.longest_trend} in a row" if analysis.longest_trend else "none",
            "Weak signal" if analysis.trends else "No signal",
            SHIFT_SOURCE,
        ),
    ]
    return rows + list(_create_runs_rows(analysis.runs_test))


def _newest(series: Series) -> Phase | None:
    return next((phase for phase in reversed(series.phases) if phase.shown), None)


def _write_median(phase: Phase, analysis: Analysis, unit: str | None) -> str:
    center = number_words(analysis.median, unit)
    if analysis.baseline < len(analysis.sides):
        return f"The median of the baseline, its first {analysis.baseline} points, is {center}."
    since = f" since {date_words(phase.points[0].date)}" if phase.reason else ""
    return f"The median of all points{since} is {center}; no baseline is set apart."


def _median_name(analysis: Analysis, unit: str | None) -> str:
    name = "baseline median" if analysis.baseline < len(analysis.sides) else "median"
    return f"the {name} of {number_words(analysis.median, unit)}"


def _write_shift(measure: Measure, phase: Phase, analysis: Analysis) -> str:
    latest = analysis.shifts[-1]
    points = phase.in_signal(latest)
    count = len(analysis.shifts)
    meaning = _shift_meaning(measure, latest)
    if count == 1:
        lead = f"There is a shift, {meaning}" if meaning else "There is a shift"
    else:
        lead = f"There are {count} shifts, the latest {meaning}".rstrip()
    span = period_words(points[0].date, points[-1].date)
    return (
        f"{lead}: {len(points)} points in a row, {span}, "
        f"lie {latest.direction} {_median_name(analysis, measure.unit)}."
    )


def _shift_meaning(measure: Measure, shift: Signal) -> str:
    if measure.direction == "steady-is-better":
        return "although this measure should stay steady"
    return {True: "for the better", False: "for the worse", None: ""}[is_good(measure, shift)]


def is_good(measure: Measure, shift: Signal) -> bool | None:
    """Tell whether a shift goes the way it should, None where the measure has no such way."""
    good = _GOOD_SIDE.get(measure.direction or "")
    return None if good is None else good == shift.direction


def _write_no_shift(measure: Measure, phase: Phase, analysis: Analysis) -> str:
    center = _median_name(analysis, measure.unit)
    test = analysis.runs_test
    if test and (test.has_too_few_runs or test.has_few_crossings or test.has_long_run):
        return f"There is a signal: the line crosses {center} less often than it would by chance alone."
    if test and test.has_too_many_runs:
        return (
            f"There is a signal: the line crosses {center} more often than it would by chance alone, "
            "as it does when two groups or two ways to count are mixed."
        )
    if analysis.trends:
        points = phase.in_signal(analysis.trends[-1])
        span = period_words(points[0].date, points[-1].date)
        return (
            f"There is a weak signal only: {len(points)} points in a row, {span}, are "
            f"{analysis.trends[-1].direction}, which happens by chance more often than one would think."
        )
    return f"There is no signal: the points lie around {center} as they would by chance alone."


def _create_rows(measure: Measure, phase: Phase) -> Iterator[PointRow]:
    sides = iter(phase.analysis.sides if phase.analysis else ())
    for point in phase.points:
        if point.value is None:
            yield PointRow(date_words(point.date), _HIDDEN, "", "", "", "")
            continue
        yield PointRow(
            when=date_words(point.date),
            value=number_words(point.value),
            n=f"{point.n:,}" if point.n is not None else "",
            side=_SIDE_WORDS[next(sides)],
            signal=_signal_words(phase, point),
            note=point.note,
        )


def _signal_words(phase: Phase, point: SeriesPoint) -> str:
    analysis = phase.analysis
    if analysis is None:
        return ""
    words = []
    if any(point in phase.in_signal(shift) for shift in analysis.shifts):
        words.append("Shift")
    if any(point in phase.in_signal(trend) for trend in analysis.trends):
        words.append("Trend (weak)")
    return ", ".join(words)


def _create_runs_rows(test: RunsTest | None) -> Iterator[RuleRow]:
    """Yield the three rules that count runs, with one reason where there are too few points off the median."""
    if test is None:
        few = f"fewer than {FEWEST_POINTS} points lie off the median"
        yield RuleRow("Number of runs", "Too few or too many runs for chance", few, "Not used", SHIFT_SOURCE)
        yield RuleRow("Longest run", "A run too long for chance", few, "Not used", RUNS_SOURCE)
        yield RuleRow("Crossings", "Too few crossings for chance", few, "Not used", RUNS_SOURCE)
        return
    runs_verdict = "No signal"
    if test.has_too_few_runs or test.has_too_many_runs:
        runs_verdict = "Signal: too few" if test.has_too_few_runs else "Signal: too many"
    off = f"{test.useful} points off the median"
    between = f"Fewer than {test.fewest_runs} or more than {test.most_runs} runs, for {off}"
    long_verdict = "Signal" if test.has_long_run else "No signal"
    few_verdict = "Signal" if test.has_few_crossings else "No signal"
    yield RuleRow("Number of runs", between, str(test.runs), runs_verdict, SHIFT_SOURCE)
    longest = f"More than {test.longest_allowed} points in a row on one side, for {off}"
    yield RuleRow("Longest run", longest, str(test.longest), long_verdict, RUNS_SOURCE)
    fewest = f"Fewer than {test.fewest_crossings} crossings of the median, for {off}"
    yield RuleRow("Crossings", fewest, str(test.crossings), few_verdict, RUNS_SOURCE)
