"""The picture of a run chart: what is drawn, where."""

import pytest

from knowledge_hub.records.community import TestOfChange as Cycle
from knowledge_hub.visuals.measure_series import Phase, SeriesPoint, create_series
from knowledge_hub.visuals.numbered_tests import number_tests
from knowledge_hub.visuals.run_chart import RunChart, create_run_chart
from knowledge_hub.visuals.run_chart_rules import Signal
from support.measures import create_measure


def _chart(values: list[float | None], tests: tuple[str, ...] = (), **fields: object) -> RunChart:
    cycles = [
        Cycle.model_validate({"id": f"t{number}", "title": f"T{number}", "change_idea": "x", "started": date})
        for number, date in enumerate(tests)
    ]
    chart = create_run_chart(create_series(create_measure(values, **fields)), number_tests((c, "") for c in cycles))
    assert chart is not None
    return chart


def test_nothing_to_show_is_no_picture() -> None:
    """No points, or none that may be shown."""
    assert create_run_chart(create_series(create_measure([]))) is None
    assert create_run_chart(create_series(create_measure([1, 2], sizes=[3, 3]))) is None


def test_the_line_breaks_at_gaps_and_hidden_points() -> None:
    """A point alone has a mark and no line."""
    chart = _chart([1, 2, None, 3, None, 4, 5])
    assert [len(line.split()) for line in chart.lines] == [2, 2]
    assert len(chart.marks) == 5


def test_shapes_tell_signals_apart() -> None:
    """Squares in a shift, with the way it goes; rings in a trend; points on the median are no part of a shift."""
    chart = _chart([5, 5, 4, 6, 7, 8, 5, 9, 10, 11], baseline_points=2, direction="up-is-better")
    assert [mark.shape for mark in chart.marks] == [
        *["circle"] * 3, *["square"] * 3, "circle", *["square"] * 3,
    ]  # fmt: skip
    assert {mark.kind for mark in chart.marks if mark.shape == "square"} == {"good"}
    assert [mark.has_ring for mark in _chart([3, 1, 2, 3, 4, 5, 1, 5, 1, 5]).marks] == [
        False,
        *[True] * 5,
        *[False] * 4,
    ]


def test_signals_are_looked_up_once_each(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the number of points: the work is that of the signals, also where marks are asked for twice."""
    looked_up: list[Signal] = []
    look_up = Phase.in_signal

    def count(phase: Phase, signal: Signal) -> tuple[SeriesPoint, ...]:
        looked_up.append(signal)
        return look_up(phase, signal)

    monkeypatch.setattr(Phase, "in_signal", count)
    chart = _chart([5, 5, *range(10, 60)], baseline_points=2)
    assert len(chart.marks) == len(chart.marks) == 52
    (analysis,) = (phase.analysis for phase in chart.series.phases)
    assert analysis is not None
    assert looked_up == [*analysis.shifts, *analysis.trends]


def test_the_median_is_whole_over_its_baseline_and_carried_on_after() -> None:
    """Each phase has a median of its own."""
    chart = _chart([1, 2, 3, 9, 9, 9], baseline_points=2, new_baselines=[{"from": "2024-04", "reason": "x"}])
    first, second = chart.medians
    marks = [mark.x for mark in chart.marks]
    assert (first.x1, first.x2, first.x3) == (marks[0], marks[1], marks[2])
    assert (second.x1, second.x2, second.x3) == (marks[3], marks[5], marks[5])


def test_median_and_goal_are_named_apart() -> None:
    """Two close lines have names that don't lie on each other."""
    close = _chart([50, 51, 50, 51], goal=51).labels
    assert [label.name for label in close] == ["goal_label", "median_label"]
    assert float(close[1].y) - float(close[0].y) >= 60


def test_tests_stand_at_their_dates_without_hiding_each_other() -> None:
    """Two in one week are on two levels; the number is that of the list, in order of time."""
    marks = _chart([1, 2, 3, 4], tests=("2024-03-10", "2024-02-01", "2024-03-12")).test_marks
    assert [mark.number for mark in marks] == [1, 2, 3]
    assert float(marks[0].x) < float(marks[1].x) < float(marks[2].x)
    assert marks[1].y != marks[2].y


@pytest.mark.parametrize("values", [[7], [7, 7], [0, 0, 0], [-5, 5], [1e9, -1e9, 3], [0.001, 0.002]])
def test_everything_lies_on_the_drawing(values: list[float | None]) -> None:
    """One point, equal points, negative and huge ones: no mark leaves the picture."""
    chart = _chart(values, tests=("2023-06", "2026-01-05"), goal=3)
    assert len(chart.marks) == len(values)
    assert chart.time_ticks
    assert all(0 <= float(mark.x) <= chart.width and 0 <= float(mark.y) <= chart.height for mark in chart.marks)
    assert all(0 <= float(tick.place) <= chart.width for tick in chart.time_ticks)
