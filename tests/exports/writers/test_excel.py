"""Measures and tables as Excel files."""

import io
import zipfile

import openpyxl
import pytest

from knowledge_hub.exports.documents.sheet import Column, Sheet
from knowledge_hub.exports.pack_files import Packs
from knowledge_hub.exports.writers.excel import create_workbook
from support.hostile_texts import FORMULAS

# What openpyxl gives back as it was written; it leaves a carriage return as its code.
READ_BACK = [text for text in FORMULAS if "\r" not in text]


def _open(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def test_a_community_s_measures(packs: Packs) -> None:
    """The plan has a row for each measure, the data a row for each point; small groups are left out."""
    workbook = _open(packs.files["communities/network/network-measures.xlsx"])
    assert workbook.sheetnames == ["Measurement plan", "Data sheet"]
    assert [cell.value for cell in workbook["Data sheet"][4]] == [
        *("Measure", "Date", "Value", "Size of the group", "Note"),
    ]
    assert [cell.value for cell in workbook["Data sheet"][5]] == ["Follow-up", "2026-01", 50, 30, None]
    assert [cell.value for cell in workbook["Data sheet"][6]] == [
        *("Follow-up", "2026-02", None, "fewer than 10", None),
    ]


def test_a_toolkit_s_tables(packs: Packs) -> None:
    """Each table of a worksheet is a sheet with its head and its choices."""
    sheet = _open(packs.files["toolkits/small-test/small-test-tables.xlsx"])["Tasks"]
    assert [cell.value for cell in sheet[4]] == ["What", "Kind", "By when"]
    (rule,) = sheet.data_validations.dataValidation
    assert (rule.type, rule.formula1) == ("list", '"First,Later"')
    assert sheet.freeze_panes == "B5"


@pytest.mark.parametrize("text", [*READ_BACK, "+1", "-1", "https://x.example"])
def test_text_is_text(text: str) -> None:
    """A text that looks like a formula or a link is neither."""
    sheet = _open(create_workbook("T", "A", [Sheet("S", "", (Column("A"),), ((text,),))])).active
    cell = sheet["A5"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_names_that_excel_refuses() -> None:
    """Sheets and columns with equal, long or forbidden names still make a file that opens."""
    long = "A [very] long: name / that * Excel ? refuses \\ to take"
    sheet = Sheet(long, "", (Column("Same"), Column("same")))
    workbook = _open(create_workbook("T", "A", [sheet, sheet]))
    assert workbook.sheetnames == ["A very long name that Excel ref", "A very long name that Excel r 2"]
    assert [cell.value for cell in workbook.active[4]] == ["Same", "same (2)"]


def test_no_time_is_written() -> None:
    """The same tables give the same bytes: no part of the file says when it was made."""
    sheets = [Sheet("S", "About", (Column("A"),))]
    content = create_workbook("T", "A", sheets)
    assert content == create_workbook("T", "A", sheets)
    properties = _open(content).properties
    assert {properties.created.year, properties.modified.year} == {1980}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
