"""A printable document as plain data: what every maker of PDF and Word files reads.

A block is a dictionary with a `kind` and finished texts; typst/document.typ and the writers of Word files
know how each kind looks. Texts are values there and never parsed as markup.
"""

import base64
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

Block = dict[str, Any]
Run = dict[str, Any]

_POINTS_PER_INCH, _WIDEST, _HIGHEST = 150, 6.2, 5.0


@dataclass(frozen=True, slots=True)
class Imprint:
    """What stands at the foot of every document: who publishes it, where, what may be done with it, whom to call.

    `reviewed` is a sentence, "" where nobody has reviewed it.
    """

    hub: str
    address: str
    licence: str
    reviewed: str
    help_question: str = ""
    help_offer: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """What a host's settings make of every document: its language, and the color of marks, links and quiet panels."""

    language: str = "en-US"
    primary: str = "#0b5563"
    link: str = "#0a5a82"
    tint: str = "#e6f0f1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document; `source` is the file that a contributor would mend, for messages."""

    kind: str
    title: str
    summary: str
    imprint: Imprint
    blocks: tuple[Block, ...]
    source: str
    author: str
    contents: bool = False
    look: Look = Look()

    def as_json(self) -> str:
        """Return everything that the makers read, the same text for the same document."""
        # Not asdict(), which would copy every block, and take longer than all the rest.
        data = {name: getattr(self, name) for name in self.__slots__}
        data |= {
            "imprint": {**asdict(self.imprint), "href": self.imprint.address},
            "look": asdict(self.look),
            "blocks": list(in_heading_order(self.blocks)),
        }
        return json.dumps(data, ensure_ascii=False, sort_keys=True)


def heading(title: str, level: int = 1) -> Block:
    """Return a heading; level 1 is just below the document's title."""
    return {"kind": "heading", "title": title, "level": level}


def run(text: str, **marks: Any) -> Run:
    """Return a piece of text with its marks: bold, italic, code, struck, raised, href."""
    return {"text": text, **{name: value for name, value in marks.items() if value}}


def paragraph(*runs: Run | str) -> Block:
    """Return a paragraph of text pieces."""
    return {"kind": "paragraph", "runs": [run(item) if isinstance(item, str) else item for item in runs]}


def bullet_list(items: Iterable[str], *, ordered: bool = False) -> Block:
    """Return a list of plain lines."""
    return {"kind": "list", "ordered": ordered, "items": [[paragraph(item)] for item in items]}


def facts(items: Iterable[tuple[str, str]]) -> Block:
    """Return label and text in pairs, as the decision strip of a page has them."""
    return {"kind": "facts", "items": [{"label": label, "text": text} for label, text in items if text]}


def pairs(items: Iterable[tuple[str, str]]) -> Block:
    """Return label and text in pairs without a frame, for use inside an entry."""
    return {**facts(items), "kind": "pairs"}


def table(columns: Sequence[str], rows: Iterable[Sequence[str]], *, widths: Sequence[int] = ()) -> Block:
    """Return a table with a header row; `widths` are shares of the page's width."""
    return {
        "kind": "table",
        "columns": [[run(column)] for column in columns],
        "rows": [[[run(cell)] for cell in row] for row in rows],
        "widths": list(widths) or [1] * len(columns),
    }


def band(text: str) -> Block:
    """Return a tinted note that stands out, such as what kind of evidence this is."""
    return {"kind": "band", "text": text}


def entry(title: str, note: str, blocks: Iterable[Block], *, level: int = 2, href: str = "") -> Block:
    """Return one item of a collection: its title, one quiet line about it, its text, and its page's web address."""
    address = href.partition("://")[2]
    words = {"title": title, "note": note, "href": href, "address": address}
    return {"kind": "entry", **words, "level": level, "blocks": list(blocks)}


def image(content: bytes, size: tuple[int, int], alt: str, credit: str) -> Block:
    """Return a picture (JPEG or PNG) with its words and credit; `size` is its width and height in points."""
    width, height = size
    return {
        "kind": "image",
        "type": "image/png" if content.startswith(b"\x89PNG") else "image/jpeg",
        "data": base64.b64encode(content).decode(),
        "size": [width, height],
        # Sharp on paper, no wider than the text, and never a whole page.
        "inches": round(min(width / _POINTS_PER_INCH, _WIDEST, _HIGHEST * width / height), 2),
        "alt": alt,
        "credit": credit,
    }


def in_heading_order(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks with no level of heading left out, which PDF/UA-1 (7.4.2) forbids."""
    yield from _clamped(blocks, [0])


def _clamped(blocks: Iterable[Block], last: list[int]) -> Iterator[Block]:
    for block in blocks:
        clamped = dict(block)
        if "level" in block:
            last[0] = min(block["level"], last[0] + 1)
            clamped["level"] = last[0]
        for name in ("blocks", "parts"):
            if name in block:
                clamped[name] = list(_clamped(block[name], last))
        if block["kind"] == "list":
            clamped["items"] = [list(_clamped(item, last)) for item in block["items"]]
        yield clamped
