"""Long text fields as blocks of a document: the safe HTML of prose.py, read back as data."""

from collections.abc import Iterable
from typing import Any

from lxml import html

from knowledge_hub.exports.documents.document import Block, Run, heading, paragraph, run

_MARKS = {"strong": "bold", "em": "italic", "code": "code", "del": "struck"}
_HEADINGS = {"h3", "h4", "h5", "h6"}
_BLOCK_TAGS = {"p", "ul", "ol", "blockquote", "div", "pre", "table", "hr", *_HEADINGS}
_OUTSIDE = ("https://", "http://", "mailto:", "tel:")


def create_blocks(prose: str, *, level: int = 2) -> list[Block]:
    """Return the blocks of finished prose HTML; its highest heading gets `level`.

    A link that leads nowhere outside the site becomes plain words.
    """
    if not prose.strip():
        return []
    return _blocks(html.fragment_fromstring(prose, create_parent="div"), level)


def _blocks(elements: Iterable[Any], level: int) -> list[Block]:
    blocks: list[Block] = []
    for element in elements:
        match element.tag:
            case "ul" | "ol":
                items = [_item(item, level) for item in element]
                blocks.append({"kind": "list", "ordered": element.tag == "ol", "items": items})
            case "blockquote":
                blocks.append({"kind": "quote", "blocks": _blocks(element, level)})
            case "div":
                blocks += _blocks(element, level)
            case "table":
                blocks.append(_table(element))
            case "hr":
                continue
            case tag if tag in _HEADINGS:
                blocks.append(heading(element.text_content(), level + int(tag[1]) - 3))
            case _:
                blocks.append(paragraph(*_runs(element)))
    return blocks


def _item(item: Any, level: int) -> list[Block]:
    """Return a list item's blocks; a tight one has its text outside any paragraph."""
    runs = _runs(item)
    own = [paragraph(*runs)] if any(piece["text"].strip() for piece in runs) else []
    return [*own, *_blocks([child for child in item if child.tag in _BLOCK_TAGS], level)]


def _table(element: Any) -> Block:
    rows = [[_runs(cell) for cell in row] for row in element.iter("tr")]
    return {"kind": "table", "columns": rows[0], "rows": rows[1:], "widths": [1] * len(rows[0])}


def _runs(element: Any, marks: dict[str, Any] | None = None) -> list[Run]:
    """Return the text of an element without that of blocks inside it."""
    marks = marks or {}
    runs = _text_runs(element.text, marks)
    for child in element:
        if child.tag not in _BLOCK_TAGS:
            runs += _child_runs(child, marks)
            runs += _text_runs(child.tail, marks)
    return runs


def _child_runs(child: Any, marks: dict[str, Any]) -> list[Run]:
    if child.tag == "br":
        return [run("\n")]
    own = dict(marks)
    if child.tag in _MARKS:
        own[_MARKS[child.tag]] = True
    href = child.get("href") or ""
    if child.tag == "a" and href.startswith(_OUTSIDE):
        own["href"] = href
    return _runs(child, own)


def _text_runs(text: str | None, marks: dict[str, Any]) -> list[Run]:
    """Return the text as one run; line ends of the source are spaces."""
    return [run(text.replace("\n", " "), **marks)] if text else []
