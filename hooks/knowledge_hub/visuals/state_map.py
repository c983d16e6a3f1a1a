"""The states and territories as tiles of one size, about where they lie."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from knowledge_hub.vocabulary import Term

TILE = 44
_STEP = 48
# Each state at the place where readers look for it; the layout is the one that newspapers made usual.
_ROWS = (
    "AK . . . . . . . . . . ME",
    ". . . . . . . . . . VT NH",
    ". WA ID MT ND MN IL WI MI NY RI MA",
    ". OR NV WY SD IA IN OH PA NJ CT .",
    ". CA UT CO NE MO KY WV VA MD DE .",
    ". . AZ NM KS AR TN NC SC DC . .",
    ". . . . OK LA MS AL GA . . .",
    "HI . . . TX . . . . FL . .",
    "GU MP AS . . . . . . . PR VI",
)
_PLACES = {
    code: (column * _STEP, row * _STEP)
    for row, line in enumerate(_ROWS)
    for column, code in enumerate(line.split())
    if code != "."
}
WIDTH = 12 * _STEP
HEIGHT = len(_ROWS) * _STEP


@dataclass(frozen=True, slots=True)
class Tile:
    """One state; without records it has no link and is only there to give the map its shape."""

    x: int
    y: int
    code: str
    name: str
    count: int = 0
    href: str = ""

    @property
    def label(self) -> str:
        """What a screen reader says; it starts with what is seen."""
        return f"{self.code} {self.count} {'record' if self.count == 1 else 'records'}, {self.name}"

    @property
    def middle(self) -> str:
        """Where the words stand, across."""
        return str(self.x + TILE // 2)

    @property
    def baselines(self) -> tuple[str, str]:
        """Where the two lines of words stand, down."""
        return str(self.y + 19), str(self.y + 38)


def create_state_map(places: Sequence[Term], used: Mapping[str, tuple[int, str]]) -> list[Tile]:
    """Return a tile for each place that has a code, with links and counts where `used` has its id.

    `used` gives the number of records and the address of their list by the place's id.
    """
    tiles = []
    for place in places:
        if place.code in _PLACES:
            x, y = _PLACES[place.code]
            count, href = used.get(place.id, (0, ""))
            tiles.append(Tile(x, y, place.code, place.label.text(), count, href))
    return sorted(tiles, key=lambda tile: (tile.y, tile.x))
