"""What a run chart shows, in words: the finding, the numbers behind it, what to know of the line."""

from knowledge_hub.dates import date_words, period_words
from knowledge_hub.records.parts.measure import Measure
from knowledge_hub.small_groups import SMALLEST_GROUP
from knowledge_hub.visuals.measure_series import Phase, Series
from knowledge_hub.visuals.run_chart_rules import FEWEST_POINTS, Analysis, Signal

_GOOD_SIDE = {"up-is-better": "above", "down-is-better": "below"}


def number_words(value: float, unit: str | None = None) -> str:
    """Return a value as readers see it, with its unit: "43.5 percent"; more than two decimals only near zero."""
    decimals = 2 if abs(value) >= 0.1 else 6
    number = f"{value:,.{decimals}f}".rstrip("0").rstrip(".")
    return f"{number} {unit}" if unit else number


def write_finding(series: Series) -> str:
    """Return in one plain sentence what the chart shows, after the newest median."""
    phase = newest_phase(series)
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
    phase = newest_phase(series)
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


def newest_phase(series: Series) -> Phase | None:
    """Return the last phase of which something can be seen, None where there is none."""
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
        f"{lead}: {len(points)} points in a row, {span}, lie {latest.direction} {_median_name(analysis, measure.unit)}."
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
    if test and (test.has_too_few_runs or test.has_few_crossings):
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
