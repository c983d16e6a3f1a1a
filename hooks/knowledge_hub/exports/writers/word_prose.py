"""Long texts in Word files: every block that documents/prose_blocks.py makes."""

import base64
import io
from collections.abc import Iterable
from typing import Any

from docx.document import Document as WordFile
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Inches, Pt, RGBColor
from docx.table import Table
from docx.text.paragraph import Paragraph

from knowledge_hub.exports.documents.document import Block, Run
from knowledge_hub.exports.writers.word_direction import follow_script

_SOFT = RGBColor(0x4A, 0x58, 0x60)
_TINT = "E6F0F1"
_CODE_FONT = "Courier New"  # on every computer
_INDENT = Inches(0.3)
_DEEPEST_STYLE = 3  # Word's template has "List Bullet 3", and no style for what is deeper
_LOWEST_HEADING = 9


def add_prose(word: WordFile, block: Block, depth: int = 0) -> None:
    """Add one block of a long text; `depth` counts the lists and quotations around it. KeyError for any other kind."""
    match block["kind"]:
        case "heading":
            _indent(follow_script(word.add_heading(block["title"], level=min(block["level"], _LOWEST_HEADING))), depth)
        case "paragraph":
            _indent(add_runs(word.add_paragraph(), block["runs"]), depth)
        case "list":
            _add_list(word, block, depth)
        case "quote":
            for part in block["blocks"]:
                add_prose(word, part, depth + 1)
        case "table":
            _add_table(word, block)
        case "image":
            _add_image(word, block)
        case "rule":
            _underline(word.add_paragraph())
        case kind:
            raise KeyError(kind)


def add_runs(paragraph: Paragraph, runs: Iterable[Run]) -> Paragraph:
    """Add pieces of text with their marks to a paragraph and return it; an address stands behind its link."""
    for piece in runs:
        added = paragraph.add_run(piece["text"])
        added.bold, added.italic = piece.get("bold"), piece.get("italic")
        added.font.strike, added.font.superscript = piece.get("struck"), piece.get("raised")
        if piece.get("code"):
            added.font.name = _CODE_FONT
        if "href" in piece:
            paragraph.add_run(f" ({piece['href']})")
    return follow_script(paragraph)


def keep_rows_whole(table: Table) -> None:
    """Mark the first row as head, read with each cell and repeated on each page; no row is split over two pages."""
    for row in table.rows:
        properties = row._tr.get_or_add_trPr()  # noqa: SLF001 -- the way to raw XML
        # Before the mark of the head, as the schema wants it.
        properties.append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))
    head = table.rows[0]._tr.get_or_add_trPr()  # noqa: SLF001
    head.append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))


def shading() -> Any:
    """Return a tinted ground for a cell or a paragraph."""
    return parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{_TINT}"/>')


def soften(paragraph: Paragraph) -> Paragraph:
    """Make a paragraph small and quiet, and return it."""
    for piece in paragraph.runs:
        piece.font.size, piece.font.color.rgb = Pt(9.5), _SOFT
    paragraph.paragraph_format.space_after = Pt(4)
    return follow_script(paragraph)


def _add_list(word: WordFile, block: Block, depth: int) -> None:
    """Add a list; only what an item starts with has its number or sign."""
    level = min(depth + 1, _DEEPEST_STYLE)
    style = f"List {'Number' if block['ordered'] else 'Bullet'}{f' {level}' if level > 1 else ''}"
    number = _start_numbering(word, style, block.get("start", 1)) if block["ordered"] else None
    for item in block["items"]:
        first, *others = item or [{"kind": "paragraph", "runs": []}]
        marked = word.add_paragraph(style=style)
        if number is not None:
            marked._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = number  # noqa: SLF001
        if first["kind"] == "paragraph":
            add_runs(marked, first["runs"])
        else:
            others = item
        for part in others:
            add_prose(word, part, depth + 1)


def _start_numbering(word: WordFile, style: str, start: int) -> int:
    """Return the number of a count of its own, without which a second list goes on where the first ended."""
    numbering = word.part.numbering_part.element
    of_style = word.styles[style].element.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}").val
    count = numbering.add_num(numbering.num_having_numId(of_style).abstractNumId.val)
    count.add_lvlOverride(ilvl=0).add_startOverride(start)
    return int(count.numId)


def _add_table(word: WordFile, block: Block) -> None:
    table = word.add_table(rows=1, cols=len(block["columns"]), style="Table Grid")
    for cell, runs in zip(table.rows[0].cells, block["columns"], strict=True):
        add_runs(cell.paragraphs[0], ({**piece, "bold": True} for piece in runs))
        cell._tc.get_or_add_tcPr().append(shading())  # noqa: SLF001
    for row in block["rows"]:
        for cell, runs in zip(table.add_row().cells, row, strict=True):
            add_runs(cell.paragraphs[0], runs)
    keep_rows_whole(table)
    word.add_paragraph()


def _add_image(word: WordFile, block: Block) -> None:
    picture = word.add_picture(io.BytesIO(base64.b64decode(block["data"])), width=Inches(block["inches"]))
    # What screen readers say of it (ECMA-376 part 1, 20.4.2.5).
    picture._inline.docPr.set("descr", block["alt"])  # noqa: SLF001 -- the library has no name for it
    if block["credit"]:
        soften(word.add_paragraph(block["credit"]))


def _indent(paragraph: Paragraph, depth: int) -> None:
    if depth:
        paragraph.paragraph_format.left_indent = _INDENT * depth


def _underline(paragraph: Paragraph) -> None:
    line = '<w:bottom w:val="single" w:sz="6" w:space="1" w:color="7C888E"/>'
    paragraph._p.get_or_add_pPr().append(parse_xml(f"<w:pBdr {nsdecls('w')}>{line}</w:pBdr>"))  # noqa: SLF001
