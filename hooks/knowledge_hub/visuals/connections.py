"""What surrounds a record, as a small picture; the list of connections is always the primary form."""

from collections.abc import Sequence
from dataclasses import dataclass

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
NODE_SHAPES = {
    "community": "m-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0z",
    "case-study": "m-6-6h12v12h-12z",
    "lesson": "m0-8l8 8-8 8-8-8z",
    "toolkit": "m0-7l7.5 13h-15z",
    "role": "m0 7l-7.5-13h15z",
    "guide": "m-7 0l3.5-6.5h7l3.5 6.5-3.5 6.5h-7z",
}


@dataclass(frozen=True, slots=True)
class Node:
    """A connected record, right or left of the middle; `label` is cut short where it is long."""

    x: str
    y: str
    type: str
    label: str
    label_x: str
    side: str


@dataclass(frozen=True, slots=True)
class Connections:
    """Everything on the picture; `links` and `cross_links` (between neighbors, where they are few) are SVG paths."""

    height: int
    nodes: tuple[Node, ...]
    links: tuple[str, ...]
    cross_links: tuple[str, ...]
    types: tuple[str, ...]
    middle_x: int = WIDTH // 2
    width: int = WIDTH

    @property
    def middle_y(self) -> str:
        """The height of the record itself."""
        return coordinate(self.height / 2)


def can_be_drawn(neighbors: int) -> bool:
    """Tell whether a picture of so many connections says anything, and can still be read."""
    return FEWEST_NODES <= neighbors <= MOST_NODES


def create_connections(neighbors: Sequence[tuple[str, str]], pairs: Sequence[tuple[int, int]]) -> Connections:
    """Return the picture of a record's neighbors.

    `neighbors` gives type and title, in the order of the types; `pairs` the places, in that list, of
    those that are connected to each other too.
    """
    half = (len(neighbors) + 1) // 2
    height = half * _STEP + 2 * _MARGIN
    right = [(float(WIDTH - _INSET), _down(number, half, height)) for number in range(half)]
    left = [(float(_INSET), _down(number, len(neighbors) - half, height)) for number in range(len(neighbors) - half)]
    # Down the right side and up the left one, so that the types follow each other around.
    places = [*right, *reversed(left)]
    drawn = pairs if len(pairs) <= _MOST_CROSS_LINKS else ()
    return Connections(
        height=height,
        nodes=tuple(_create_node(*neighbor, place) for neighbor, place in zip(neighbors, places, strict=True)),
        links=tuple(_curve((WIDTH / 2, height / 2), place) for place in places),
        cross_links=tuple(_curve(places[first], places[second]) for first, second in drawn),
        types=tuple(dict.fromkeys(type_name for type_name, _ in neighbors)),
    )


def cut_short(text: str, longest: int = _LONGEST_LABEL) -> str:
    """Return a text at most `longest` characters long, cut at a word where that leaves enough of it."""
    if len(text) <= longest:
        return text
    kept = text[: longest - 1]
    at_word = kept.rpartition(" ")[0]
    return f"{(at_word if len(at_word) > longest / 2 else kept).rstrip(' ,:;')}…"


def _down(number: int, count: int, height: int) -> float:
    return height / 2 + (number - (count - 1) / 2) * _STEP


def _create_node(type_name: str, title: str, place: tuple[float, float]) -> Node:
    x, y = place
    side = "right" if x > WIDTH / 2 else "left"
    label_x = x + 14 if side == "right" else x - 14
    return Node(coordinate(x), coordinate(y), type_name, cut_short(title), coordinate(label_x), side)


def _curve(start: tuple[float, float], end: tuple[float, float]) -> str:
    """Return a path that leaves and arrives level; on one side of the picture it bends to the middle."""
    (x1, y1), (x2, y2) = start, end
    bend = (x1 + x2) / 2 if x1 != x2 else x1 + (WIDTH / 2 - x1) * 0.6
    numbers = [coordinate(number) for number in (x1, y1, bend, y1, bend, y2, x2, y2)]
    return f"M{numbers[0]} {numbers[1]}C{' '.join(numbers[2:])}"
