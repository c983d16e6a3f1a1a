"""Long text fields as blocks of a document: the safe HTML of prose.py, read back as data."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from lxml import html

from knowledge_hub.exports.documents.document import Block, Run, heading, image, paragraph, run
from knowledge_hub.prose import TOP_LEVEL
from knowledge_hub.record_files.shelf import PictureCopy

_MARKS = {"strong": "bold", "em": "italic", "code": "code", "del": "struck", "sup": "raised"}
_HEADINGS = {"h3", "h4", "h5", "h6"}
_BLOCK_TAGS = {"p", "ul", "ol", "blockquote", "div", "pre", "table", "hr", "figure", *_HEADINGS}
_PICTURE_FRAME = "hub-picture"
_OUTSIDE = ("https://", "http://", "mailto:", "tel:")


def create_blocks(prose: str, *, level: int = 2, pictures: Mapping[str, PictureCopy] | None = None) -> list[Block]:
    """Return the blocks of finished prose HTML; its highest heading gets `level`.

    A link that leads nowhere outside the site becomes plain words. `pictures` has those that the
    prose shows, by the address that it has for each.
    """
    if not prose.strip():
        return []
    blocks = _blocks(html.fragment_fromstring(prose, create_parent="div"), level)
    return list(_with_pictures(blocks, pictures or {}))


def _with_pictures(blocks: Iterable[Block], pictures: Mapping[str, PictureCopy]) -> Iterator[Block]:
    """Yield the blocks, with each picture itself in place of its address."""
    for block in blocks:
        if block["kind"] == "image":
            copy = pictures[block["address"]]
            yield image(copy.content, (copy.width, copy.height), block["alt"], block["credit"])
        elif block["kind"] == "list":
            yield {**block, "items": [list(_with_pictures(item, pictures)) for item in block["items"]]}
        elif block["kind"] == "quote":
            yield {**block, "blocks": list(_with_pictures(block["blocks"], pictures))}
        else:
            yield block


def _blocks(elements: Iterable[Any], level: int) -> list[Block]:
    blocks: list[Block] = []
    for element in elements:
        match element.tag:
            case "ul" | "ol":
                blocks.append(_list(element, level))
            case "blockquote":
                blocks.append({"kind": "quote", "blocks": _blocks(element, level)})
            case "div":
                blocks += _blocks(element, level)
            case "table":
                blocks.append(_table(element))
            case "hr":
                blocks.append({"kind": "rule"})
            case "pre":
                blocks.append(_code(element))
            case "figure":
                blocks.append(_image(element))
            case tag if tag in _HEADINGS:
                blocks.append(heading(element.text_content(), level + int(tag[1]) - TOP_LEVEL))
            case _:
                blocks += _paragraph(element)
    return blocks


def _list(element: Any, level: int) -> Block:
    ordered = element.tag == "ol"
    items = [_item(item, level) for item in element]
    return {"kind": "list", "ordered": ordered, "start": int(element.get("start", 1)), "items": items}


def _code(element: Any) -> Block:
    """Return lines of code as one paragraph that keeps its lines and their indents."""
    runs: list[Run] = []
    for line in element.text_content().rstrip("\n").split("\n"):
        text = line.lstrip(" ")
        indent = "\N{NO-BREAK SPACE}" * (len(line) - len(text))
        runs += [run("\n")] * bool(runs) + ([run(indent + text, code=True)] if line else [])
    return paragraph(*runs)


def _paragraph(element: Any) -> list[Block]:
    """Return the text of an element as a paragraph, and then the pictures that stood between its words."""
    runs = _runs(element)
    own = [paragraph(*runs)] if any(piece["text"].strip() for piece in runs) else []
    return [*own, *(_image(frame) for frame in element.iter("span") if frame.get("class") == _PICTURE_FRAME)]


def _image(frame: Any) -> Block:
    """Return a picture by its address, with its words and credit."""
    (picture,) = frame.iter("img")
    credit = "".join(part.text_content() for part in frame if part.tag != "img")
    return {"kind": "image", "address": picture.get("src"), "alt": picture.get("alt"), "credit": credit}


def _item(item: Any, level: int) -> list[Block]:
    """Return a list item's blocks; a tight one has its text outside any paragraph."""
    nested = [child for child in item if child.tag in _BLOCK_TAGS]
    for child in nested:
        item.remove(child)
    return [*_paragraph(item), *_blocks(nested, level)]


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
    if child.get("class") == _PICTURE_FRAME:
        return []
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
