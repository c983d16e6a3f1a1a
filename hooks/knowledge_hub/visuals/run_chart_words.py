"""What a run chart shows, in words: the finding, the numbers behind it, what to know of the line.

The sentences stand in words.yml; run-chart-maker/ says the same ones in the browser.
"""

from knowledge_hub.dates import date_words
from knowledge_hub.records.parts.measure import Measure
from knowledge_hub.small_groups import SMALLEST_GROUP
from knowledge_hub.visuals.measure_series import Phase, Series, SeriesPoint
from knowledge_hub.visuals.run_chart_rules import FEWEST_POINTS, Analysis, Signal
from knowledge_hub.words.words import Words

_GOOD_SIDE = {"up-is-better": "above", "down-is-better": "below"}


def number_words(value: float, unit: str | None = None) -> str:
    """Return a value as readers see it, with its unit: "43.5 percent"; more than two decimals only near zero."""
    decimals = 2 if abs(value) >= 0.1 else 6
    number = f"{value:,.{decimals}f}".rstrip("0").rstrip(".")
    return f"{number} {unit}" if unit else number


def write_finding(series: Series, words: Words) -> str:
    """Return in one plain sentence what the chart shows, after the newest median."""
    phase = newest_phase(series)
    if phase is None or phase.analysis is None:
        return words.text("run_chart.nothing")
    analysis = phase.analysis
    if not analysis.has_enough_points:
        count = len(analysis.sides)
        return words.text(f"run_chart.too_early.{_number(count)}", number=count, fewest=FEWEST_POINTS)
    if analysis.shifts:
        return _write_shift(series.measure, phase, analysis, words)
    return _write_no_shift(series.measure, phase, analysis, words)


def write_facts(series: Series, words: Words) -> str:
    """Return the numbers behind the finding: how many points, the median and what it rests on, the latest value."""
    phase = newest_phase(series)
    if phase is None or phase.analysis is None:
        return ""
    unit = series.measure.unit
    count, span = len(series.shown), _span(series.shown, words)
    return words.text(
        "run_chart.facts",
        points=words.text(f"run_chart.points.{_number(count)}", number=count, span=span),
        median=_write_median(phase, phase.analysis, unit, words),
        value=number_words(series.shown[-1].value or 0, unit),
    )


def write_notes(series: Series, words: Words) -> list[str]:
    """Return what a reader must know of the line: gaps, points left out, new baselines."""
    notes = [
        words.text("run_chart.new_median", date=date_words(phase.points[0].date), reason=phase.reason)
        for phase in series.phases[1:]
    ]
    hidden = sum(point.is_hidden for point in series.points)
    if hidden:
        notes.append(words.text(f"run_chart.left_out.{_number(hidden)}", number=hidden, smallest=SMALLEST_GROUP))
    if any(point.starts_line and not point.is_hidden for point in series.points[1:]):
        notes.append(words.text("run_chart.broken"))
    return notes


def newest_phase(series: Series) -> Phase | None:
    """Return the last phase of which something can be seen, None where there is none."""
    return next((phase for phase in reversed(series.phases) if phase.shown), None)


def is_good(measure: Measure, shift: Signal) -> bool | None:
    """Tell whether a shift goes the way it should, None where the measure has no such way."""
    good = _GOOD_SIDE.get(measure.direction or "")
    return None if good is None else good == shift.direction


def _number(count: int) -> str:
    return "one" if count == 1 else "many"


def _span(points: tuple[SeriesPoint, ...], words: Words) -> str:
    start, end = date_words(points[0].date), date_words(points[-1].date)
    return start if start == end else words.text("run_chart.span", start=start, end=end)


def _write_median(phase: Phase, analysis: Analysis, unit: str | None, words: Words) -> str:
    value = number_words(analysis.median, unit)
    if analysis.baseline < len(analysis.sides):
        return words.text("run_chart.of_baseline", number=analysis.baseline, value=value)
    if phase.reason:
        return words.text("run_chart.of_all_since", date=date_words(phase.points[0].date), value=value)
    return words.text("run_chart.of_all", value=value)


def _median_name(analysis: Analysis, unit: str | None, words: Words) -> str:
    name = "run_chart.baseline_median" if analysis.baseline < len(analysis.sides) else "run_chart.median"
    return words.text(name, value=number_words(analysis.median, unit))


def _write_shift(measure: Measure, phase: Phase, analysis: Analysis, words: Words) -> str:
    latest, count = analysis.shifts[-1], len(analysis.shifts)
    points = phase.in_signal(latest)
    meaning = _shift_meaning(measure, latest)
    return words.text(
        f"run_chart.shift.{meaning}" if count == 1 else f"run_chart.shifts.{meaning}",
        count=count,
        number=len(points),
        span=_span(points, words),
        side=words.text(f"run_chart.{latest.direction}"),
        median=_median_name(analysis, measure.unit, words),
    )


def _shift_meaning(measure: Measure, shift: Signal) -> str:
    if measure.direction == "steady-is-better":
        return "unsteady"
    return {True: "good", False: "bad", None: "plain"}[is_good(measure, shift)]


def _write_no_shift(measure: Measure, phase: Phase, analysis: Analysis, words: Words) -> str:
    center = _median_name(analysis, measure.unit, words)
    test = analysis.runs_test
    if test and (test.has_too_few_runs or test.has_few_crossings):
        return words.text("run_chart.few_crossings", median=center)
    if test and test.has_too_many_runs:
        return words.text("run_chart.many_runs", median=center)
    if analysis.trends:
        trend = analysis.trends[-1]
        points, direction = phase.in_signal(trend), words.text(f"run_chart.{trend.direction}")
        return words.text("run_chart.weak", number=len(points), span=_span(points, words), direction=direction)
    return words.text("run_chart.chance", median=center)
