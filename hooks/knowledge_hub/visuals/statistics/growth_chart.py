"""The picture of a number that grows from month to month, as steps."""

from collections.abc import Sequence
from typing import NamedTuple

from knowledge_hub.dates import month_position
from knowledge_hub.visuals.run_chart import Tick
from knowledge_hub.visuals.scales import Scale, coordinate, month_ticks, round_ticks

WIDTH = 640
HEIGHT = 360
_LEFT, _RIGHT, _TOP, _BOTTOM = 84, 604, 16, 312


class GrowthChart(NamedTuple):
    """Everything on the picture, in coordinates of a drawing that is `width` by `height`.

    `line` goes from the first month to the last as SVG points, `area` from there back along the bottom.
    """

    line: str
    area: str
    value_ticks: tuple[Tick, ...]
    time_ticks: tuple[Tick, ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = _LEFT
    right: int = _RIGHT
    bottom: int = _BOTTOM
    # Where the words of the two axes begin.
    value_x: int = _LEFT - 8
    time_y: int = _BOTTOM + 8


def create_growth_chart(totals: Sequence[tuple[str, int]]) -> GrowthChart | None:
    """Return the picture of totals at the end of months such as "2026-11", in order of time.

    None where there are fewer than two months: a sentence says that better.
    """
    if len(totals) < 2:
        return None
    months = [int(month_position(month)) for month, _ in totals]
    values = round_ticks([0, *(total for _, total in totals)])
    # A month's total is reached at its end.
    x = Scale(months[0], months[-1] + 1, _LEFT, _RIGHT)
    y = Scale(values[0], values[-1], _BOTTOM, _TOP)
    line = " ".join(_find_steps(x, y, months, [total for _, total in totals]))
    return GrowthChart(
        line=line,
        area=f"{line} {_RIGHT},{_BOTTOM} {_LEFT},{_BOTTOM}",
        # Half a record is none.
        value_ticks=tuple(Tick(coordinate(y.place(value)), f"{value:,.0f}") for value in values if value % 1 == 0),
        time_ticks=tuple(Tick(coordinate(x.place(month)), name) for month, name in month_ticks(x.low, x.high)),
    )


def _find_steps(x: Scale, y: Scale, months: Sequence[int], totals: Sequence[int]) -> list[str]:
    """Return the points of the line: level until a month is over, then up to its total."""
    points = []
    before = 0
    for month, total in zip(months, totals, strict=True):
        end = coordinate(x.place(month + 1))
        points += [f"{end},{coordinate(y.place(before))}", f"{end},{coordinate(y.place(total))}"]
        before = total
    return [f"{_LEFT},{_BOTTOM}", *points]
