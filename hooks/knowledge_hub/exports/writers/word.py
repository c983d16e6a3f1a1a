"""Worksheets to Word files that can be filled in: content controls, header rows, language and title."""

import datetime
import io
import itertools
from collections.abc import Iterable

import docx
from docx.document import Document as WordFile
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Inches, Pt, RGBColor
from docx.text.paragraph import Paragraph

from knowledge_hub.exports.documents.document import Block, Document, in_heading_order
from knowledge_hub.exports.writers.word_controls import create_check_control, create_control
from knowledge_hub.exports.writers.word_direction import follow_script
from knowledge_hub.exports.writers.word_prose import add_prose, keep_rows_whole, shading, soften
from knowledge_hub.exports.writers.zip import with_fixed_dates
from knowledge_hub.sentences import end_sentence

_CREATED = datetime.datetime(1980, 1, 1)  # noqa: DTZ001 -- the format has no time zone
_FONT = "Arial"  # on every computer; Word shows a font that is missing as it likes
_INK = RGBColor(0x1B, 0x26, 0x2C)
_BORDER = 'w:val="single" w:sz="6" w:space="4" w:color="7C888E"'
_SIZES = {"Title": 24, "Heading 1": 15, "Heading 2": 12, "Heading 3": 11}


def create_word(document: Document) -> bytes:
    """Return a worksheet as an Office Open XML file, the same bytes for the same document.

    It knows the kinds of block that a worksheet has, and all that a long text may have; KeyError for any other.
    """
    writer = _Writer(document)
    for block in in_heading_order(document.blocks):
        writer.add(block)
    writer.add_imprint()
    buffer = io.BytesIO()
    writer.word.save(buffer)
    return with_fixed_dates(buffer.getvalue())


class _Writer:
    """Adds blocks to one Word file."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._ids = itertools.count(1)
        self.word = docx.Document()
        _set_up(self.word, document)
        self.word.add_paragraph(document.kind).runs[0].font.color.rgb = _to_rgb(document.look.primary)
        follow_script(self.word.add_paragraph(document.title, style="Title"))

    def add(self, block: Block) -> None:
        """Add one block."""
        match block["kind"]:
            case "band":
                _shade(follow_script(self.word.add_paragraph(block["text"])))
            case "fields":
                if block["intro"]:
                    follow_script(self.word.add_paragraph(block["intro"])).paragraph_format.keep_with_next = True
                for field in block["fields"]:
                    self._add_field(field)
            case _:
                add_prose(self.word, block)

    def add_imprint(self) -> None:
        """Add who made it, where it is from, and what may be done with it."""
        imprint = self._document.imprint
        named = f"{end_sentence(self._document.title)} {end_sentence(imprint.hub)}"
        texts = (
            f"{imprint.help_question} {imprint.help_offer}".strip(),
            " ".join(filter(None, (named, imprint.address, imprint.reviewed, imprint.licence))),
        )
        for text in filter(None, texts):
            soften(self.word.add_paragraph(text))

    def _add_field(self, field: Block) -> None:
        label = self.word.add_paragraph()
        label.add_run(field["label"]).bold = True
        follow_script(label)
        label.paragraph_format.keep_with_next = True
        label.paragraph_format.space_before = Pt(12)
        if hint := _hint(field):
            soften(self.word.add_paragraph(hint)).paragraph_format.keep_with_next = True
        match field["type"]:
            case "choices":
                for option in field["options"]:
                    self._add_check(option)
            case "table":
                self._add_table(field)
            case _:
                self._add_answer(field)

    def _add_check(self, option: str) -> None:
        paragraph = self.word.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(2)
        paragraph._p.append(create_check_control(option, next(self._ids)))  # noqa: SLF001 -- the way to raw XML
        paragraph.add_run(f" {option}")
        follow_script(paragraph)

    def _add_answer(self, field: Block) -> None:
        paragraph = self.word.add_paragraph()
        _frame(paragraph)
        options = _scale_words(field["options"]) if field["type"] == "scale" else field["options"]
        control = create_control(field["type"], field["label"], next(self._ids), options)
        paragraph._p.append(control)  # noqa: SLF001

    def _add_table(self, field: Block) -> None:
        columns = field["columns"]
        table = self.word.add_table(rows=1, cols=len(columns), style="Table Grid")
        for cell, column in zip(table.rows[0].cells, columns, strict=True):
            cell.paragraphs[0].add_run(column["label"]).bold = True
            follow_script(cell.paragraphs[0])
            cell._tc.get_or_add_tcPr().append(shading())  # noqa: SLF001
        for number in range(1, field["rows"] + 1):
            for cell, column in zip(table.add_row().cells, columns, strict=True):
                name = f"{column['label']}, row {number}"
                control = create_control(column["type"], name, next(self._ids), column["options"])
                cell.paragraphs[0]._p.append(control)  # noqa: SLF001
        keep_rows_whole(table)


def _to_rgb(color: str) -> RGBColor:
    return RGBColor.from_string(color.removeprefix("#").upper())


def _set_up(word: WordFile, document: Document) -> None:
    """Set title, author, language, dates, paper and type."""
    core = word.core_properties
    core.title, core.author, core.language = document.title, document.author, document.look.language
    core.comments, core.subject = "", document.kind
    core.created = core.modified = _CREATED
    core.last_modified_by = document.author
    section = word.sections[0]
    section.left_margin = section.right_margin = Inches(0.9)
    section.top_margin = section.bottom_margin = Inches(0.8)
    for name in ("Normal", *_SIZES):
        style = word.styles[name]
        style.font.name, style.font.color.rgb = _FONT, _INK
        style.font.size, style.font.bold = Pt(_SIZES.get(name, 11)), name in _SIZES
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        # The template's theme fonts would win over the name.
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
    title = word.styles["Title"].element.get_or_add_pPr()
    for border in title.findall(qn("w:pBdr")):
        title.remove(border)


def _hint(field: Block) -> str:
    """Return the help of a field and, where the choices hide in a list, what they are."""
    parts = [field["help"]]
    if field["type"] == "scale":
        parts.append(f"Choose one: {'; '.join(_scale_words(field['options']))}.")
    elif field["type"] == "choice":
        parts.append(f"Choose one: {'; '.join(field['options'])}.")
    parts += [f"{column['label']}: {', '.join(column['options'])}." for column in field["columns"] if column["options"]]
    return " ".join(filter(None, parts))


def _scale_words(options: Iterable[str]) -> list[str]:
    return [f"{number} {option}" for number, option in enumerate(options, start=1)]


def _frame(paragraph: Paragraph) -> None:
    sides = "".join(f"<w:{side} {_BORDER}/>" for side in ("top", "left", "bottom", "right"))
    paragraph._p.get_or_add_pPr().append(parse_xml(f"<w:pBdr {nsdecls('w')}>{sides}</w:pBdr>"))  # noqa: SLF001


def _shade(paragraph: Paragraph) -> None:
    paragraph._p.get_or_add_pPr().append(shading())  # noqa: SLF001
