"""A measure's points in order of time, as they may be shown, and the signals among them."""

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from knowledge_hub.dates import month_position
from knowledge_hub.records.parts.measure import Measure, MeasurePoint
from knowledge_hub.visuals.run_chart_rules import Analysis, Signal, analyze

# A step is a gap when it is this much longer than a turn, so that months of 28 and 31 days are alike.
_LONG_STEP = 1.5
_DAY = 12 / 365.25
# How long a turn is, in months. A weekend and a holiday are no missed turn of a daily measure.
_TURNS = {
    "day": 3 * _DAY,
    "week": 7 * _DAY,
    "two-weeks": 14 * _DAY,
    "month": 1,
    "two-months": 2,
    "quarter": 3,
    "half-year": 6,
    "year": 12,
    "event": math.inf,
}
# Where the record doesn't say how often: steps this far from whole turns follow no calendar, and miss none.
_UNEVEN = 0.3


class SeriesPoint(NamedTuple):
    """One point; a hidden one tells of too few people, and carries neither value, group size nor note.

    `position` is its place in time, in months. `starts_line` says that nothing links it to the point
    before: it is the first, or one between them is missing or hidden.
    """

    date: str
    position: float
    value: float | None
    n: int | None
    note: str
    starts_line: bool

    @property
    def is_hidden(self) -> bool:
        """Whether the point is kept out of sight."""
        return self.value is None


class Phase(NamedTuple):
    """The points that are compared with one median; `reason` says why a later phase starts.

    `analysis` counts the shown points only; None where none is shown.
    """

    points: tuple[SeriesPoint, ...]
    analysis: Analysis | None
    reason: str = ""

    @property
    def shown(self) -> tuple[SeriesPoint, ...]:
        """The points that can be seen; the indices of the analysis belong to them."""
        return tuple(point for point in self.points if not point.is_hidden)

    def in_signal(self, signal: Signal) -> tuple[SeriesPoint, ...]:
        """Return the points that make up a signal."""
        shown = self.shown
        return tuple(shown[index] for index in signal.indices)


class Series(NamedTuple):
    """A measure and its phases, in order of time; one phase unless the baseline was set anew."""

    measure: Measure
    phases: tuple[Phase, ...]

    @property
    def points(self) -> tuple[SeriesPoint, ...]:
        """Every point, the hidden ones too."""
        return tuple(point for phase in self.phases for point in phase.points)

    @property
    def shown(self) -> tuple[SeriesPoint, ...]:
        """The points that can be seen."""
        return tuple(point for point in self.points if not point.is_hidden)


def create_series(measure: Measure) -> Series:
    """Return a measure's points with small groups hidden, split where a new baseline starts."""
    points = tuple(_create_points(measure))
    return Series(measure, tuple(_create_phases(measure, points)))


def _create_points(measure: Measure) -> Iterator[SeriesPoint]:
    ordered = sorted(measure.points, key=lambda point: month_position(point.date))
    longest = _LONG_STEP * (_TURNS[measure.every] if measure.every else _guess_turn(ordered))
    before: SeriesPoint | None = None
    for point in ordered:
        position = month_position(point.date)
        is_hidden = measure.is_hidden(point)
        before = SeriesPoint(
            date=point.date,
            position=position,
            value=None if is_hidden else point.value,
            n=None if is_hidden else point.n,
            note="" if is_hidden else point.note or "",
            starts_line=before is None or before.is_hidden or position - before.position > longest,
        )
        yield before


def _guess_turn(points: Sequence[MeasurePoint]) -> float:
    """Return the usual step in months, as far as all steps are whole numbers of it; else there are no turns.

    A quarter of the steps don't exceed the usual one: missing months make the others longer.
    """
    steps = sorted(month_position(after.date) - month_position(before.date) for before, after in pairwise(points))
    usual = steps[len(steps) // 4] if steps else 0
    turns = [step / usual for step in steps] if usual else []
    return usual if turns and all(abs(turn - max(round(turn), 1)) <= _UNEVEN for turn in turns) else math.inf


def _create_phases(measure: Measure, points: tuple[SeriesPoint, ...]) -> Iterator[Phase]:
    starts = sorted(measure.new_baselines, key=lambda new: month_position(new.from_))
    edges = [float("-inf"), *(month_position(new.from_) for new in starts), float("inf")]
    baselines = [(measure.baseline_points, ""), *((new.points, new.reason) for new in starts)]
    for (start, end), (baseline_points, reason) in zip(pairwise(edges), baselines, strict=True):
        inside = tuple(point for point in points if start <= point.position < end)
        if inside:
            yield Phase(inside, _analyze(inside, baseline_points), reason)


def _analyze(points: Sequence[SeriesPoint], baseline_points: int | None) -> Analysis | None:
    """Return the signals among the shown points; the baseline is the shown ones of its first points."""
    values = [point.value for point in points if point.value is not None]
    if not values:
        return None
    in_baseline = len([point for point in points[:baseline_points] if not point.is_hidden])
    return analyze(values, in_baseline or None)
