"""The places of a library as tiles of one size, about where they lie: where, the vocabulary of places says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from knowledge_hub.vocabulary import Term
from knowledge_hub.words.words import Words

TILE = 44
_STEP = 48
# Around the tiles, so that the lines of those at the edge are whole, also when they are drawn thicker.
_EDGE = 2


@dataclass(frozen=True, slots=True)
class Tile:
    """One state; without records it has no link and is only there to give the map its shape."""

    x: int
    y: int
    code: str
    count: int
    href: str
    # What a screen reader says; it starts with what is seen.
    label: str

    @property
    def middle(self) -> str:
        """Where the words stand, across."""
        return str(self.x + TILE // 2)

    @property
    def baselines(self) -> tuple[str, str]:
        """Where the two lines of words stand, down."""
        return str(self.y + 19), str(self.y + 38)


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A place with records that has no tile: another country, several states, the whole nation."""

    label: str
    count: str
    href: str


class StateMap(NamedTuple):
    """The tiles in the order in which they are read, the part of the drawing that is shown, and what isn't on it."""

    tiles: tuple[Tile, ...]
    view_box: str
    elsewhere: tuple[Elsewhere, ...] = ()


def create_state_map(places: Sequence[Term], used: Mapping[str, tuple[int, str]], words: Words) -> StateMap | None:
    """Return the tiles of the places that have one; None where no tile would lead anywhere.

    `used` gives the number of records and the address of their list by the place's id. Without
    records a tile is only there to give the map its shape.
    """
    tiles = [_create_tile(place, *used.get(place.id, (0, "")), words) for place in places if place.tile]
    if not any(tile.href for tile in tiles):
        return None
    width = max(tile.x for tile in tiles) + TILE + 2 * _EDGE
    height = max(tile.y for tile in tiles) + TILE + 2 * _EDGE
    elsewhere = (
        _create_elsewhere(place, *used[place.id], words) for place in places if not place.tile and place.id in used
    )
    view_box = f"-{_EDGE} -{_EDGE} {width} {height}"
    return StateMap(tuple(sorted(tiles, key=lambda tile: (tile.y, tile.x))), view_box, tuple(elsewhere))


def _create_elsewhere(place: Term, count: int, href: str, words: Words) -> Elsewhere:
    return Elsewhere(place.label.text(), words.count("counts.record", count), href)


def _create_tile(place: Term, count: int, href: str, words: Words) -> Tile:
    row, column = place.tile or (1, 1)
    code = place.code or place.id[:4].upper()
    label = f"{code} {words.count('counts.record', count)}, {place.label.text()}"
    return Tile((column - 1) * _STEP, (row - 1) * _STEP, code, count, href, label)
