"""What surrounds a record, as a small picture; the list of connections is always the primary form."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from knowledge_hub.visuals.scales import coordinate

FEWEST_NODES = 3
# Eight labels on each side are what a reader takes in at a glance beside a page.
MOST_NODES = 16
# More lines between the neighbors themselves would hide everything else.
_MOST_CROSS_LINKS = 24
WIDTH = 480
_STEP = 30
_MARGIN = 24
_INSET = 172
_LONGEST_LABEL = 20
# One shape for each record type, drawn from its middle.
_SHAPES = {
    "community": "m-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0z",
    "case-study": "m-6-6h12v12h-12z",
    "lesson": "m0-8l8 8-8 8-8-8z",
    "toolkit": "m0-7l7.5 13h-15z",
    "role": "m0 7l-7.5-13h15z",
    "pathway": "m-8-6h6l7 6-7 6h-6l7-6z",
    "guide": "m-7 0l3.5-6.5h7l3.5 6.5-3.5 6.5h-7z",
}
# Of types that a host has added: a square on its point, with the corners cut.
_OTHER_SHAPE = "m-3-7h6l4 4v6l-4 4h-6l-4-4v-6z"

Place = tuple[float, float]


class LabelPlace(NamedTuple):
    """Where the title of a connected record begins, or ends on the left side."""

    x: str
    y: str


class Connections(NamedTuple):
    """Where everything lies on a picture of so many neighbors; `links` is the data of one SVG path.

    A picture stands on nearly every page, and an element for each line would double its size.
    """

    height: int
    links: str
    right: tuple[LabelPlace, ...]
    left: tuple[LabelPlace, ...]
    middle_x: int = WIDTH // 2
    width: int = WIDTH

    @property
    def middle_y(self) -> str:
        """The height of the record itself."""
        return coordinate(self.height / 2)


def can_be_drawn(neighbors: int) -> bool:
    """Tell whether a picture of so many connections says anything, and can still be read."""
    return FEWEST_NODES <= neighbors <= MOST_NODES


def create_connections(count: int) -> Connections:
    """Return the picture of so many neighbors without what tells one picture from another."""
    half = (count + 1) // 2
    labels = _find_label_places(count)
    return Connections(_find_height(count), _draw_links(count), labels[:half], labels[half:])


# Thousands of records have as many neighbors of the same types.
@lru_cache(maxsize=4096)
def draw_nodes(types: tuple[str, ...]) -> str:
    """Return the marks of neighbors of these types as the data of one path."""
    return "".join([draw_node(name, place) for name, place in zip(types, _find_places(len(types)), strict=True)])


def draw_cross_links(count: int, pairs: Sequence[tuple[int, int]]) -> str:
    """Return the lines between some of so many neighbors as path data, "" where they are too many.

    `pairs` has the places of those that are connected to each other, too.
    """
    drawn = pairs if len(pairs) <= _MOST_CROSS_LINKS else ()
    return "".join([_draw_cross_link(count, first, second) for first, second in drawn])


# There are few places, and few types: what is drawn once is known from then on.
@lru_cache(maxsize=1024)
def draw_node(type_name: str, place: Place) -> str:
    """Return the shape of a record type around a place, as path data."""
    return f"M{coordinate(place[0])} {coordinate(place[1])}{_SHAPES.get(type_name, _OTHER_SHAPE)}"


def cut_short(text: str, longest: int = _LONGEST_LABEL) -> str:
    """Return a text at most `longest` characters long, cut at a word where that leaves enough of it."""
    if len(text) <= longest:
        return text
    kept = text[: longest - 1]
    at_word = kept.rpartition(" ")[0]
    return f"{(at_word if len(at_word) > longest / 2 else kept).rstrip(' ,:;')}…"


@lru_cache
def _find_places(count: int) -> tuple[Place, ...]:
    """Return where so many neighbors lie: down the right side and up the left one, so that types stay together."""
    half = (count + 1) // 2
    middle = _find_height(count) / 2
    right = [(float(WIDTH - _INSET), _down(number, half, middle)) for number in range(half)]
    left = [(float(_INSET), _down(number, count - half, middle)) for number in range(count - half)]
    return (*right, *reversed(left))


def _down(number: int, count: int, middle: float) -> float:
    return middle + (number - (count - 1) / 2) * _STEP


def _find_height(count: int) -> int:
    return (count + 1) // 2 * _STEP + 2 * _MARGIN


def _find_label_places(count: int) -> tuple[LabelPlace, ...]:
    places = _find_places(count)
    return tuple(LabelPlace(coordinate(x + 14 if x > WIDTH / 2 else x - 14), coordinate(y)) for x, y in places)


def _draw_links(count: int) -> str:
    """Return the lines from the middle to so many neighbors."""
    middle = (WIDTH / 2, _find_height(count) / 2)
    return "".join(_curve(middle, place) for place in _find_places(count))


@lru_cache(maxsize=2048)
def _draw_cross_link(count: int, first: int, second: int) -> str:
    """Return the line between two of so many neighbors."""
    places = _find_places(count)
    return _curve(places[first], places[second])


def _curve(start: Place, end: Place) -> str:
    """Return a path that leaves and arrives level; on one side of the picture it bends to the middle."""
    (x1, y1), (x2, y2) = start, end
    bend = (x1 + x2) / 2 if x1 != x2 else x1 + (WIDTH / 2 - x1) * 0.6
    numbers = [coordinate(number) for number in (x1, y1, bend, y1, bend, y2, x2, y2)]
    return f"M{numbers[0]} {numbers[1]}C{' '.join(numbers[2:])}"
