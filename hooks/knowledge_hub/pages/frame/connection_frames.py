"""The picture of connections but for what one record says: those of a library have few frames."""

from collections.abc import Callable, Collection, Sequence
from typing import Any, NamedTuple

from markupsafe import Markup

from knowledge_hub.pages.frame.abbreviations import Abbreviations, Piece
from knowledge_hub.visuals.connections import create_connections, draw_node
from knowledge_hub.words.words import Words

# Stands for what a record says. No text has it: the reader refuses it in a file.
_BLANK = Markup("\x00")
_KEY_PLACE = (8.0, 8.0)


class ConnectionFrame(NamedTuple):
    """The HTML between the blanks of a picture; `names` are the abbreviations that it may have."""

    parts: Sequence[str]
    names: Collection[bytes]

    def fill(self, texts: Sequence[str]) -> Piece:
        """Return the picture with a finished text in each blank, in their order in the template."""
        pieces = [*self.parts, *texts]
        pieces[::2], pieces[1::2] = self.parts, texts
        return Piece("".join(pieces).encode(), self.names)


class ConnectionFrames:
    """The frames of one build; `render` fills a template."""

    def __init__(self, render: Callable[..., Markup], words: Words, abbreviations: Abbreviations) -> None:
        self._render = render
        self._words = words
        self._abbreviations = abbreviations
        self._made: dict[tuple[int, tuple[str, ...], bool], ConnectionFrame] = {}

    def find(self, count: int, types: tuple[str, ...], *, has_cross_links: bool) -> ConnectionFrame:
        """Return the frame for so many neighbors of these types, with or without lines between them."""
        key = (count, types, has_cross_links)
        if key not in self._made:
            self._made[key] = self._make(*key)
        return self._made[key]

    def _make(self, count: int, types: Sequence[str], has_cross_links: bool) -> ConnectionFrame:
        html = self._render(
            "connections-picture",
            picture=create_connections(count),
            blank=_BLANK,
            title=f"What is connected to “{_BLANK}”",
            description=f"{count} connections, as in the list above. {_BLANK} connected to each other too.",
            has_cross_links=has_cross_links,
            key=[self._explain(name) for name in types],
        )
        return ConnectionFrame(str(html).split(_BLANK), self._abbreviations.find(html.encode()))

    def _explain(self, type_name: str) -> dict[str, Any]:
        return {"path": draw_node(type_name, _KEY_PLACE), "word": self._words.text(f"types.{type_name}.many")}
