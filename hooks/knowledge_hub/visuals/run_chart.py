"""The picture of a run chart: line, median, goal, tests of change, signals, as places on a drawing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from knowledge_hub.visuals.measure_series import Phase, Series, SeriesPoint
from knowledge_hub.visuals.numbered_tests import NumberedTest
from knowledge_hub.visuals.run_chart_words import is_good, number_words
from knowledge_hub.visuals.scales import Scale, coordinate, month_ticks, round_ticks

WIDTH = 640
HEIGHT = 420
_LEFT, _RIGHT, _TOP, _BOTTOM = 64, 528, 16, 372
# The words beside the lines are large on a phone; this keeps two of them apart.
_LABEL_GAP = 60
_LANE = 34
_LANES = 3
_BADGE = 32


class Mark(NamedTuple):
    """A data point: a square in a shift (`kind` tells which way it goes), else a circle; a ring marks a trend."""

    x: str
    y: str
    shape: str
    kind: str
    has_ring: bool


class Tick(NamedTuple):
    """A named place on an axis."""

    place: str
    text: str


class MedianLine(NamedTuple):
    """A median: drawn whole over its baseline, broken where it is only carried on."""

    y: str
    x1: str
    x2: str
    x3: str


class LineLabel(NamedTuple):
    """The name, as a key of words, and the value of the median or the goal, beside its line."""

    name: str
    value: str
    y: str


class TestMark(NamedTuple):
    """A test of change at its start; numbers are those of the list below the picture."""

    number: int
    x: str
    y: str
    line_top: str


@dataclass(frozen=True)
class RunChart:
    """Everything on the picture, in coordinates of a drawing that is WIDTH by HEIGHT."""

    series: Series
    tests: tuple[NumberedTest, ...]

    width = WIDTH
    height = HEIGHT
    left = str(_LEFT)
    right = str(_RIGHT)
    bottom = str(_BOTTOM)
    label_x = str(_RIGHT + 8)

    @property
    def lines(self) -> list[str]:
        """The pieces of the line, as SVG points; a piece of one point is left out."""
        pieces: list[list[SeriesPoint]] = []
        for point in self.series.points:
            if point.is_hidden:
                continue
            if point.starts_line or not pieces:
                pieces.append([])
            pieces[-1].append(point)
        return [" ".join(",".join(self._place(point)) for point in piece) for piece in pieces if len(piece) > 1]

    @cached_property
    def marks(self) -> list[Mark]:
        """The shown points."""
        return [mark for phase in self.series.phases for mark in self._phase_marks(phase)]

    @property
    def medians(self) -> list[MedianLine]:
        """The median of each phase, from its first to its last point."""
        return [
            MedianLine(
                y=coordinate(self._y.place(phase.analysis.median)),
                x1=coordinate(self._x.place(phase.shown[0].position)),
                x2=coordinate(self._x.place(phase.shown[phase.analysis.baseline - 1].position)),
                x3=coordinate(self._x.place(phase.shown[-1].position)),
            )
            for phase in self._drawn_phases
            if phase.analysis
        ]

    @property
    def goal(self) -> str:
        """The height of the goal line, "" where there is no goal."""
        goal = self.series.measure.goal
        return "" if goal is None else coordinate(self._y.place(goal))

    @property
    def labels(self) -> list[LineLabel]:
        """The newest median and the goal, kept apart from each other; `name` is a key of the words of a run chart."""
        named = [("median_label", self._newest_median)]
        if self.series.measure.goal is not None:
            named.append(("goal_label", self.series.measure.goal))
        named.sort(key=lambda pair: -pair[1])
        places = _keep_apart([self._y.place(value) for _, value in named])
        return [
            LineLabel(name, number_words(value), coordinate(place))
            for (name, value), place in zip(named, places, strict=True)
        ]

    @property
    def value_ticks(self) -> list[Tick]:
        """The round values on the upright axis."""
        return [Tick(coordinate(self._y.place(value)), number_words(value)) for value in self._values]

    @property
    def time_ticks(self) -> list[Tick]:
        """The months on the level axis, at their first days."""
        return [Tick(coordinate(self._x.place(month)), name) for month, name in month_ticks(self._x.low, self._x.high)]

    @cached_property
    def test_marks(self) -> list[TestMark]:
        """The tests of change at their starts, on as many levels as keep their numbers apart."""
        return list(_create_test_marks([(test.number, self._x.place(test.start)) for test in self.tests]))

    @cached_property
    def _drawn_phases(self) -> list[Phase]:
        return [phase for phase in self.series.phases if phase.shown]

    @property
    def _newest_median(self) -> float:
        analysis = self._drawn_phases[-1].analysis
        assert analysis is not None  # noqa: S101 -- a phase with shown points has one
        return analysis.median

    @cached_property
    def _values(self) -> list[float]:
        measure = self.series.measure
        values = [point.value for point in self.series.shown if point.value is not None]
        if measure.goal is not None:
            values.append(measure.goal)
        return round_ticks(values)

    @cached_property
    def _x(self) -> Scale:
        positions = [point.position for point in self.series.shown] + [test.start for test in self.tests]
        margin = max((max(positions) - min(positions)) * 0.02, 0.5)
        return Scale(min(positions) - margin, max(positions) + margin, _LEFT, _RIGHT)

    @cached_property
    def _y(self) -> Scale:
        lanes = {mark.y for mark in self.test_marks}
        top = _TOP + (len(lanes) * _LANE + 8 if lanes else 0)
        return Scale(self._values[0], self._values[-1], _BOTTOM, top)

    def _place(self, point: SeriesPoint) -> tuple[str, str]:
        return coordinate(self._x.place(point.position)), coordinate(self._y.place(point.value or 0))

    def _phase_marks(self, phase: Phase) -> Iterator[Mark]:
        if phase.analysis is None:
            return
        shifts = {id(point): shift for shift in phase.analysis.shifts for point in phase.in_signal(shift)}
        trends = {id(point) for trend in phase.analysis.trends for point in phase.in_signal(trend)}
        for point in phase.shown:
            x, y = self._place(point)
            shift = shifts.get(id(point))
            shape = "square" if shift else "circle"
            kind = {True: "good", False: "bad", None: "plain"}[is_good(self.series.measure, shift) if shift else None]
            yield Mark(x, y, shape, kind, id(point) in trends)


def create_run_chart(series: Series, tests: Sequence[NumberedTest] = ()) -> RunChart | None:
    """Return the picture, None where no point may be shown; tests without a date stay off it."""
    if not series.shown:
        return None
    return RunChart(series, tuple(test for test in tests if test.date))


def _keep_apart(places: list[float]) -> list[float]:
    """Move two labels apart where they would lie on each other; the first is the upper one."""
    if len(places) < 2 or places[1] - places[0] >= _LABEL_GAP:
        return places
    middle = (places[0] + places[1]) / 2
    return [middle - _LABEL_GAP / 2, middle + _LABEL_GAP / 2]


def _create_test_marks(places: Sequence[tuple[int, float]]) -> Iterator[TestMark]:
    """Yield each mark on the first level where the one before on that level leaves it room."""
    ends = [float("-inf")] * _LANES
    for number, place in places:
        lane = next((lane for lane, end in enumerate(ends) if place - end >= _BADGE), _LANES - 1)
        ends[lane] = place
        y = _TOP + _BADGE / 2 + lane * _LANE
        yield TestMark(number, coordinate(place), coordinate(y), coordinate(y + _BADGE / 2 - 2))
