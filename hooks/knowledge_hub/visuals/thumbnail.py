"""A record at a glance, small enough for a card: how a measure ran, where it was, or who sits at the table."""

from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from knowledge_hub.visuals.measure_series import Series
from knowledge_hub.visuals.scales import Scale, coordinate
from knowledge_hub.vocabulary import Term

_FEWEST_POINTS = 3
_CHART_WIDTH, _CHART_HEIGHT, _EDGE = 96, 56, 4
_TILE, _STEP = 6, 7
_SEAT, _SEAT_STEP = 12, 15

Place = tuple[str, str]
# Row and column.
Tile = tuple[int, ...]


class Thumbnail(NamedTuple):
    """A drawing of two paths, each the data of one SVG path: what gives it its shape, and what stands out."""

    kind: str
    width: int
    height: int
    quiet: str
    strong: str


def draw_chart(series: Series) -> Thumbnail | None:
    """Return the line of a measure over its first median; None with fewer than three points that may be shown."""
    shown = [(point.position, point.value) for point in series.shown if point.value is not None]
    values = [value for _, value in shown]
    if len(shown) < _FEWEST_POINTS or min(values) == max(values):
        return None
    across = Scale(shown[0][0], shown[-1][0], _EDGE, _CHART_WIDTH - _EDGE)
    down = Scale(min(values), max(values), _CHART_HEIGHT - _EDGE, _EDGE)
    line = "L".join(f"{coordinate(across.place(x))} {coordinate(down.place(y))}" for x, y in shown)
    base = f"M0 {_CHART_HEIGHT - 1}H{_CHART_WIDTH}"
    return Thumbnail("chart", _CHART_WIDTH, _CHART_HEIGHT, base, f"M{line}")


class TileMap:
    """The small map of all places that have a tile, which is the same on every card but for what stands out."""

    def __init__(self, places: Iterable[Term]) -> None:
        tiles: dict[str, Tile] = {place.id: place.tile for place in places if place.tile}
        self._squares = {name: _square(tile, _STEP, _TILE) for name, tile in tiles.items()}
        self._height = max((row for row, _ in tiles.values()), default=0) * _STEP
        self._width = max((column for _, column in tiles.values()), default=0) * _STEP

    def draw(self, here: Collection[str]) -> Thumbnail | None:
        """Return the map with the places `here` standing out; None where none of these has a tile."""
        strong = "".join([square for name, square in self._squares.items() if name in here])
        if not strong:
            return None
        quiet = "".join([square for name, square in self._squares.items() if name not in here])
        return Thumbnail("map", self._width, self._height, quiet, strong)


def draw_seats(disciplines: Sequence[Term], levels: Sequence[Term], taken: Iterable[Place]) -> Thumbnail | None:
    """Return disciplines down and levels across, with the places that are `taken` standing out; None for none."""
    rows = {term.id: number for number, term in enumerate(disciplines, start=1)}
    columns = {term.id: number for number, term in enumerate(levels, start=1)}
    strong = {(rows[one], columns[other]) for one, other in taken if one in rows and other in columns}
    if not strong:
        return None
    quiet = [(row, column) for row in rows.values() for column in columns.values() if (row, column) not in strong]
    return Thumbnail(
        "seats",
        len(columns) * _SEAT_STEP,
        len(rows) * _SEAT_STEP,
        _squares(quiet, _SEAT_STEP, _SEAT),
        _squares(sorted(strong), _SEAT_STEP, _SEAT),
    )


def _squares(tiles: Iterable[Tile], step: int, size: int) -> str:
    return "".join([_square(tile, step, size) for tile in tiles])


@lru_cache(maxsize=1024)
def _square(tile: Tile, step: int, size: int) -> str:
    row, column = tile
    return f"M{(column - 1) * step + 1} {(row - 1) * step + 1}h{size}v{size}h-{size}z"
