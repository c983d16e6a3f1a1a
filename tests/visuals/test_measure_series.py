"""From a measure to its points: order, gaps, small groups, new baselines."""

import typing
from typing import Any

import pytest

from knowledge_hub.records.parts.measure import Every, Measure
from knowledge_hub.visuals.measure_series import create_series
from support.measures import create_measure


def _starts(measure: Measure) -> list[int]:
    return [number for number, point in enumerate(create_series(measure).points) if point.starts_line]


def test_points_come_in_order_of_time() -> None:
    """The order in the file doesn't matter."""
    points = [{"date": date, "value": 1} for date in ("2024-03", "2023-12-31", "2024-01")]
    measure = Measure.model_validate({"id": "x", "name": "x", "kind": "process", "points": points})
    assert [point.date for point in create_series(measure).points] == ["2023-12-31", "2024-01", "2024-03"]


def test_a_missing_month_leaves_a_gap() -> None:
    """The line starts anew after a month without a value; the rules go on counting."""
    series = create_series(create_measure([5, 5, 5, 5, 6, 6, 6, None, 6, 6, 6], baseline_points=4))
    assert [number for number, point in enumerate(series.points) if point.starts_line] == [0, 7]
    assert series.phases[0].analysis is not None
    assert [shift.indices for shift in series.phases[0].analysis.shifts] == [(4, 5, 6, 7, 8, 9)]


def test_what_is_usual_decides_what_is_a_gap() -> None:
    """In a series of quarters three months are no gap; days of months with 28 and 31 days aren't either."""
    assert _starts(create_measure([1, None, None, 2, None, None, 3, None, None, 4])) == [0]
    days = [{"date": f"2024-{month:02}-01", "value": 1} for month in (1, 2, 3, 4, 6)]
    assert _starts(Measure.model_validate({"id": "x", "name": "x", "kind": "process", "points": days})) == [0, 4]


def test_a_summer_is_a_gap() -> None:
    """School months only: the line is broken between June and September."""
    assert _starts(create_measure([1, 2, 3, None, None, 4, 5], first="2024-04")) == [0, 3]


def _dated(*dates: str, **fields: Any) -> Measure:
    points = [{"date": date, "value": 50} for date in dates]
    return Measure.model_validate({"id": "x", "name": "x", "kind": "process", "points": points, **fields})


EVENTS = ("2024-01-10", "2024-01-17", "2024-03-20", "2024-03-22", "2024-09-05")


def test_events_follow_no_calendar() -> None:
    """Sessions lie weeks or months apart, and nothing is missing between them, said or not."""
    assert _starts(_dated(*EVENTS, every="event")) == [0]
    assert _starts(_dated(*EVENTS)) == [0]


@pytest.mark.parametrize(
    ("every", "dates", "starts"),
    [
        ("month", ("2024-01-31", "2024-02-01", "2024-03-15", "2024-05-15"), [0, 3]),
        ("quarter", ("2024-01", "2024-02", "2024-05", "2024-11"), [0, 3]),
        ("week", ("2024-01-01", "2024-01-08", "2024-01-22", "2024-01-30"), [0, 2]),
        ("day", ("2024-01-05", "2024-01-08", "2024-01-09", "2024-01-15"), [0, 3]),
        ("year", ("2020", "2021", "2023"), [0, 2]),
    ],
)
def test_only_a_missed_turn_breaks_the_line(every: str, dates: tuple[str, ...], starts: list[int]) -> None:
    """What the record says of its turns decides, not how its dates happen to lie."""
    assert _starts(_dated(*dates, every=every)) == starts


def test_every_turn_has_a_length_and_words() -> None:
    """A turn that is added to the type is drawn and told."""
    for every in typing.get_args(Every):
        measure = _dated("2024-01", "2025-01", every=every)
        assert measure.how_often
        assert _starts(measure) in ([0], [0, 1])


def test_small_groups_are_hidden_with_all_they_carry() -> None:
    """Under ten people: no value, no number, no note, no part in the rules, and a gap in the line."""
    series = create_series(create_measure([1, 2, 3, 4], sizes=[10, 9, 0, 12]))
    hidden = [(point.value, point.n, point.note) for point in series.points if point.is_hidden]
    assert hidden == [(None, None, ""), (None, None, "")]
    assert [point.value for point in series.shown] == [1, 4]
    assert [point.starts_line for point in series.points] == [True, False, True, True]
    assert series.phases[0].analysis is not None
    assert series.phases[0].analysis.median == 2.5


def test_counts_of_people_are_small_groups_themselves() -> None:
    """Nine students are hidden; nine school days are not."""
    assert [point.value for point in create_series(create_measure([9, 10], unit="students")).points] == [None, 10]
    assert [point.value for point in create_series(create_measure([9, 10], unit="school days")).points] == [9, 10]


def test_hidden_points_count_toward_the_baseline_but_not_the_median() -> None:
    """Of three baseline points one is hidden: the median rests on the two others."""
    measure = create_measure([2, 90, 4, 50, 60], sizes=[20, 3, 20, 20, 20], baseline_points=3)
    analysis = create_series(measure).phases[0].analysis
    assert analysis is not None
    assert (analysis.median, analysis.baseline) == (3, 2)


def test_all_points_hidden() -> None:
    """There is nothing to analyze, and nothing breaks."""
    series = create_series(create_measure([1, 2], sizes=[1, 1]))
    assert (series.shown, series.phases[0].analysis) == ((), None)


def test_no_points_at_all() -> None:
    """A measure that is only planned has no phases."""
    assert create_series(create_measure([])).phases == ()


def test_a_new_baseline_starts_a_phase_of_its_own() -> None:
    """Before and after have a median each, and a shift never reaches across."""
    values = [5, 5, 6, 6, 6, 6, 6, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9]
    new = [{"from": "2024-08", "points": 3, "reason": "Counted anew."}]
    series = create_series(create_measure(values, baseline_points=2, new_baselines=new))
    first, second = series.phases
    assert first.analysis is not None
    assert second.analysis is not None
    assert (first.analysis.median, len(first.points), first.reason) == (5, 7, "")
    assert (second.analysis.median, second.analysis.baseline, second.reason) == (9, 3, "Counted anew.")
    assert (first.analysis.shifts, second.analysis.shifts) == ((), ())


def test_a_new_baseline_after_the_last_point_changes_nothing() -> None:
    """There is no phase without points."""
    new = [{"from": "2030", "reason": "Planned."}]
    assert len(create_series(create_measure([1, 2, 3], new_baselines=new)).phases) == 1
