"""Worksheets as Word files: to be filled in, read aloud, and made again."""

import io
import zipfile

import docx
import pytest
from docx.oxml.ns import qn

from knowledge_hub.exports.pack_files import Packs

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


def test_no_time_is_written(content: bytes) -> None:
    """No part of the file says when it was made."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert docx.Document(io.BytesIO(content)).core_properties.modified.year == 1980


def _kind(control: docx.oxml.xmlchemy.BaseOxmlElement) -> str:
    names = ("text", "date", "dropDownList")
    found = [name for name in names if control.find(f"{qn('w:sdtPr')}/{qn(f'w:{name}')}") is not None]
    return found[0] if found else "checkbox" * (next(control.iter(_W14_CHECKBOX), None) is not None)
