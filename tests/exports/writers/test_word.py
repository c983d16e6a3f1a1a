"""Worksheets as Word files: to be filled in, read aloud, and made again."""

import io
import re
import zipfile

import docx
import pytest
from docx.oxml.ns import qn

from knowledge_hub.exports.documents.document import (
    Block,
    Document,
    Imprint,
    band,
    bullet_list,
    heading,
    paragraph,
    table,
)
from knowledge_hub.exports.pack_files import Packs
from knowledge_hub.exports.writers.word import create_word

_W14_CHECKBOX = "{http://schemas.microsoft.com/office/word/2010/wordml}checkbox"


@pytest.fixture(scope="module")
def content(packs: Packs) -> bytes:
    return packs.files["toolkits/small-test/small-test-sheet.docx"]


def test_title_and_language_are_set(content: bytes) -> None:
    """A reader's program knows what the file is called and in which language to speak."""
    properties = docx.Document(io.BytesIO(content)).core_properties
    assert (properties.title, properties.language) == ("Plan sheet", "en-US")


def test_every_field_is_a_control(content: bytes) -> None:
    """Each field and table cell can be filled in, with its own name and the right kind of control."""
    body = docx.Document(io.BytesIO(content)).element.body
    controls = [
        (next(iter(control.iter(qn("w:alias")))).get(qn("w:val")), _kind(control)) for control in body.iter(qn("w:sdt"))
    ]
    assert controls == [
        ("Short title", "text"),
        ("What happened?", "text"),
        ("Starts on", "date"),
        ("How many?", "text"),
        ("Our decision", "dropDownList"),
        ("Families", "checkbox"),
        ("Staff, all of them", "checkbox"),
        ("How sure are we?", "dropDownList"),
        ("What, row 1", "text"),
        ("Kind, row 1", "dropDownList"),
        ("By when, row 1", "date"),
        ("What, row 2", "text"),
        ("Kind, row 2", "dropDownList"),
        ("By when, row 2", "date"),
    ]


def test_ids_of_controls_differ(content: bytes) -> None:
    """Word repairs a file in which two controls share an id."""
    body = docx.Document(io.BytesIO(content)).element.body
    ids = [number.get(qn("w:val")) for number in body.iter(qn("w:id"))]
    assert len(ids) == len(set(ids)) == 14


def test_tables_have_a_header_row(content: bytes) -> None:
    """The head of a table is marked, so that it is read and repeated."""
    document = docx.Document(io.BytesIO(content))
    (table,) = document.tables
    assert [cell.text for cell in table.rows[0].cells] == ["What", "Kind", "By when"]
    (mark,) = document.element.body.iter(qn("w:tblHeader"))
    assert mark.getparent().getparent() is table.rows[0]._tr  # noqa: SLF001 -- python-docx has no other way


def test_no_row_is_split_over_two_pages(content: bytes) -> None:
    """Each row of a table stays whole, so that nobody writes into half a cell."""
    (table,) = docx.Document(io.BytesIO(content)).tables
    assert [len(list(row._tr.iter(qn("w:cantSplit")))) for row in table.rows] == [1, 1, 1]  # noqa: SLF001


def test_dates_are_in_words(content: bytes) -> None:
    """The day of the review, and what a date control writes."""
    document = docx.Document(io.BytesIO(content))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "Last reviewed January 15, 2026." in text
    assert re.findall(r"\d{4}-\d{2}", text) == []
    formats = {mark.get(qn("w:val")) for mark in document.element.body.iter(qn("w:dateFormat"))}
    assert formats == {"MMMM d, yyyy"}


@pytest.mark.parametrize(
    ("text", "is_turned"), [("مرحبا بكم", True), ("(שלום)", True), ("Hello مرحبا", False), ("12 – 3", False)]
)
def test_text_runs_as_it_is_read(text: str, is_turned: bool) -> None:
    """Arabic and Hebrew start at the right, in every kind of block; numbers and Latin stay."""
    field = {"type": "text", "label": text, "help": text, "options": [], "columns": [], "rows": 1}
    blocks = (
        paragraph(text),
        heading(text),
        bullet_list([text]),
        band(text),
        table([text], [[text]]),
        {"kind": "quote", "blocks": [paragraph(text)]},
        {"kind": "fields", "intro": text, "fields": [field]},
    )
    body = docx.Document(io.BytesIO(create_word(_document(*blocks, title=text)))).element.body
    with_text = [
        item for item in body.iter(qn("w:p")) if text in "".join(part.text or "" for part in item.iter(qn("w:t")))
    ]
    turned = [item for item in with_text if item.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None]
    # The imprint has the title between Latin words, but starts with it.
    assert len(with_text) == 12
    assert len(turned) == (12 if is_turned else 0)


def test_every_list_counts_for_itself() -> None:
    """A second list doesn't go on where the first ended, and one that starts at three does."""
    lists = [{**bullet_list(["x"], ordered=True), "start": start} for start in (1, 3)]
    document = docx.Document(io.BytesIO(create_word(_document(*lists))))
    numbers = [item._p.pPr.numPr.numId.val for item in document.paragraphs if item.style.name == "List Number"]  # noqa: SLF001
    assert len(set(numbers)) == 2
    numbering = document.part.numbering_part.element
    starts = [numbering.num_having_numId(number).lvlOverride_lst[0].find(qn("w:startOverride")) for number in numbers]
    assert [start.get(qn("w:val")) for start in starts] == ["1", "3"]


def _document(*blocks: Block, title: str = "T") -> Document:
    imprint = Imprint("Hub", "https://hub.example/", "Licensed.", "")
    return Document(kind="K", title=title, summary="", imprint=imprint, blocks=blocks, source="x", author="A")


def test_no_time_is_written(content: bytes) -> None:
    """No part of the file says when it was made."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert docx.Document(io.BytesIO(content)).core_properties.modified.year == 1980


def _kind(control: docx.oxml.xmlchemy.BaseOxmlElement) -> str:
    names = ("text", "date", "dropDownList")
    found = [name for name in names if control.find(f"{qn('w:sdtPr')}/{qn(f'w:{name}')}") is not None]
    return found[0] if found else "checkbox" * (next(control.iter(_W14_CHECKBOX), None) is not None)
