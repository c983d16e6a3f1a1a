"""The tables beside a run chart: each value with its signals, each rule with what it finds."""

from collections.abc import Iterator
from typing import NamedTuple

from knowledge_hub.dates import date_words
from knowledge_hub.small_groups import SMALLEST_GROUP
from knowledge_hub.visuals.measure_series import Phase, Series
from knowledge_hub.visuals.run_chart_rules import FEWEST_POINTS, SHIFT_LENGTH, TREND_LENGTH, Analysis, RunsTest
from knowledge_hub.visuals.run_chart_words import newest_phase, number_words
from knowledge_hub.words.words import Words

_SIDE_WORDS = {1: "run_chart.above", 0: "run_chart.on_median", -1: "run_chart.below"}


class PointRow(NamedTuple):
    """One line of the data table."""

    when: str
    value: str
    n: str
    side: str
    signal: str
    note: str


class RuleRow(NamedTuple):
    """What one rule looks for, and what it finds here."""

    name: str
    looks_for: str
    here: str
    verdict: str


def create_point_rows(series: Series, words: Words) -> list[PointRow]:
    """Return the data table, hidden points with the reason in place of their value."""
    return [row for phase in series.phases for row in _create_rows(phase, words)]


def create_rule_rows(series: Series, words: Words) -> list[RuleRow]:
    """Return what each rule finds in the newest phase, none where there are too few points."""
    phase = newest_phase(series)
    analysis = phase.analysis if phase else None
    if analysis is None or not analysis.has_enough_points:
        return []
    return [_shift_row(analysis, words), _trend_row(analysis, words), *_create_runs_rows(analysis.runs_test, words)]


def _create_rows(phase: Phase, words: Words) -> Iterator[PointRow]:
    sides = iter(phase.analysis.sides if phase.analysis else ())
    signals = iter(_signal_words(phase.analysis, words))
    for point in phase.points:
        if point.value is None:
            hidden = words.text("run_chart.hidden", smallest=SMALLEST_GROUP)
            yield PointRow(date_words(point.date), hidden, "", "", "", "")
            continue
        yield PointRow(
            when=date_words(point.date),
            value=number_words(point.value),
            n=f"{point.n:,}" if point.n is not None else "",
            side=words.text(_SIDE_WORDS[next(sides)]),
            signal=next(signals),
            note=point.note,
        )


def _signal_words(analysis: Analysis | None, words: Words) -> list[str]:
    """Return for each shown point of which signals it is a part, "" for none."""
    if analysis is None:
        return []
    shift, trend = words.text("run_chart.shift_name"), words.text("run_chart.weak_trend")
    shifts = {index for signal in analysis.shifts for index in signal.indices}
    trends = {index for signal in analysis.trends for index in signal.indices}
    told = ((index in shifts, index in trends) for index in range(len(analysis.sides)))
    return [", ".join([shift] * in_shift + [trend] * in_trend) for in_shift, in_trend in told]


def _shift_row(analysis: Analysis, words: Words) -> RuleRow:
    longest = max((len(run.indices) for run in analysis.shifts), default=0)
    return RuleRow(
        words.text("run_chart.shift_name"),
        words.text("run_chart.shift_rule", number=SHIFT_LENGTH),
        words.text("run_chart.in_a_row", number=longest)
        if longest
        else words.text("run_chart.fewer_in_a_row", number=SHIFT_LENGTH),
        words.text("run_chart.is_signal" if analysis.shifts else "run_chart.is_no_signal"),
    )


def _trend_row(analysis: Analysis, words: Words) -> RuleRow:
    longest = analysis.longest_trend
    return RuleRow(
        words.text("run_chart.trend_name"),
        words.text("run_chart.trend_rule", number=TREND_LENGTH),
        words.text("run_chart.in_a_row", number=longest) if longest else words.text("run_chart.no_trend"),
        words.text("run_chart.is_weak_signal" if analysis.trends else "run_chart.is_no_signal"),
    )


def _create_runs_rows(test: RunsTest | None, words: Words) -> Iterator[RuleRow]:
    """Yield the three rules that count runs, with one reason where there are too few points off the median."""
    if test is None:
        few, unused = words.text("run_chart.few_useful", number=FEWEST_POINTS), words.text("run_chart.not_used")
        for rule in ("runs", "longest", "crossings"):
            name = words.text(f"run_chart.{rule}_name")
            yield RuleRow(name, words.text(f"run_chart.{rule}_unused"), few, unused)
        return
    looks_for = {
        "runs": {"fewest": test.fewest_runs, "most": test.most_runs},
        "longest": {"number": test.longest_allowed},
        "crossings": {"number": test.fewest_crossings},
    }
    here = {"runs": test.runs, "longest": test.longest, "crossings": test.crossings}
    verdicts = {
        "runs": _runs_verdict(test),
        "longest": "is_signal" if test.has_long_run else "is_no_signal",
        "crossings": "is_signal" if test.has_few_crossings else "is_no_signal",
    }
    for rule, limits in looks_for.items():
        yield RuleRow(
            words.text(f"run_chart.{rule}_name"),
            words.text(f"run_chart.{rule}_rule", useful=test.useful, **limits),
            str(here[rule]),
            words.text(f"run_chart.{verdicts[rule]}"),
        )


def _runs_verdict(test: RunsTest) -> str:
    if test.has_too_few_runs:
        return "is_too_few"
    return "is_too_many" if test.has_too_many_runs else "is_no_signal"
