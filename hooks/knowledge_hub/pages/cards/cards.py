"""The cards that stand for records in lists: each is made once, in however many lists it stands."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from markupsafe import Markup

from knowledge_hub.pages.frame.abbreviations import Abbreviations, Piece
from knowledge_hub.records import Record
from knowledge_hub.records.own_page import OwnPage

# Stand for what differs where a card is shown, and for a card in a page. No text has them: the reader refuses them in
# a file.
ROOT = "\x00"
_LEVEL = "\x01"
CARD = Markup("\x02")

Item = Record | OwnPage


class _Card(NamedTuple):
    """A card's HTML in parts, between which its level stands, each in parts between which the root stands.

    `names` are the abbreviations that it may have.
    """

    parts: list[list[str]]
    names: frozenset[bytes]

    def show(self, root: str, level: int) -> str:
        """Return the HTML where `root` leads to the site's root."""
        return str(level).join([root.join(part) for part in self.parts])


class Cards:
    """The cards of one build; `render` makes one whose links begin with ROOT, its heading of the level it is given."""

    def __init__(self, render: Callable[[Item, str], str], abbreviations: Abbreviations) -> None:
        self._render = render
        self._abbreviations = abbreviations
        self._made: dict[str, _Card] = {}
        # By the identity of an item, which is at hand where its address would have to be looked up.
        self._shown: dict[int, tuple[Item, tuple[str, int], Piece]] = {}

    def show(self, item: Item, root: str, level: int) -> Markup:
        """Return a card as it stands where `root` leads to the site's root."""
        return Markup(self._find(item).show(root, level))  # noqa: S704 -- a root is steps back, or the site's own address

    def take(self, items: Iterable[Item], root: str, level: int) -> list[Piece]:
        """Return cards as pieces of a page, with their abbreviations as they are."""
        place, pieces = (root, level), []
        for item in items:
            last = self._shown.get(id(item))
            # Nearly all pages of lists are at one depth.
            if last is None or last[1] != place:
                card = self._find(item)
                last = self._shown[id(item)] = item, place, Piece(card.show(root, level).encode(), card.names)
            pieces.append(last[2])
        return pieces

    def forget(self) -> None:
        """Let go of the cards once all lists are made: those of a big library take as much room as its records."""
        self._made.clear()
        self._shown.clear()

    def _find(self, item: Item) -> _Card:
        return self._made.get(item.address) or self._make(item)

    def _make(self, item: Item) -> _Card:
        html = str(self._render(item, _LEVEL))
        parts = [part.split(ROOT) for part in html.split(_LEVEL)]
        self._made[item.address] = card = _Card(parts, self._abbreviations.find(html.encode()))
        return card
