"""Measures and tables as Excel files."""

import io
import zipfile
from collections.abc import Iterator

import openpyxl
import pytest
from lxml import etree
from openpyxl.formula import Tokenizer
from openpyxl.formula.tokenizer import Token

from knowledge_hub.exports.documents.sheet import Chart, Column, Sheet
from knowledge_hub.exports.pack_files import Packs
from knowledge_hub.exports.writers.excel import create_workbook
from support.hostile_texts import FORMULAS

# Where the parts of a workbook have formulas: cells and charts, rules of cells and of their look, names.
FORMULA_ELEMENTS = ("f", "formula1", "formula2", "formula", "definedName")
# What openpyxl gives back as it was written; it leaves a carriage return as its code.
READ_BACK = [text for text in FORMULAS if "\r" not in text]


def _open(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def test_a_community_s_measures(packs: Packs) -> None:
    """The plan has a row for each measure, the data a row for each point; small groups are left out."""
    workbook = _open(packs.files["communities/network/network-measures.xlsx"])
    assert [sheet.title for sheet in workbook if sheet.sheet_state == "visible"] == [
        *("Measurement plan", "Data sheet", "Run charts"),
    ]
    assert [cell.value for cell in workbook["Data sheet"][4]] == [
        *("Measure", "Date", "Value", "Size of the group", "Note", "Unit", "Median"),
    ]
    assert [cell.value for cell in workbook["Data sheet"][5]] == ["Follow-up", "2026-01", 50, 30, None, "percent", 50]
    assert [cell.value for cell in workbook["Data sheet"][6]] == [
        *("Follow-up", "2026-02", None, "fewer than 10", None, "percent", None),
    ]


def test_a_toolkit_s_tables(packs: Packs) -> None:
    """Each table of a worksheet is a sheet with its head and its choices."""
    workbook = _open(packs.files["toolkits/small-test/small-test-tables.xlsx"])
    sheet = workbook["Tasks"]
    assert [cell.value for cell in sheet[4]] == ["What", "Kind", "By when"]
    (rule,) = sheet.data_validations.dataValidation
    assert rule.type == "list"
    assert _read_list(workbook, rule.formula1) == ["First", "Later"]
    assert sheet.freeze_panes == "B5"


def test_a_list_takes_any_text() -> None:
    """Commas, quotation marks, many choices and two equal ones; what they are is a range, never part of a formula."""
    options = ('Say "yes"', "Yes, all", "=1+1", "𝕏" * 120, *(f"Choice {number}" for number in range(60)))
    columns = (Column("A", options=(*options, options[0])), Column("B", options=options), Column("C", options=("x",)))
    workbook = _open(create_workbook("T", "A", [Sheet("Lists", "", columns)]))
    rules = {str(rule.sqref)[0]: rule.formula1 for rule in workbook["Lists 2"].data_validations.dataValidation}
    assert [token.subtype for token in Tokenizer(f"={rules['A']}").items] == ["RANGE"]
    assert _read_list(workbook, rules["A"]) == list(options)
    assert rules["A"] == rules["B"]
    assert _read_list(workbook, rules["C"]) == ["x"]
    assert workbook["Lists"].sheet_state == "hidden"


def test_every_formula_is_a_range_or_a_number(packs: Packs) -> None:
    """Rules, names and charts are all that is written as a formula: no cell is one, and none calls a function."""
    workbooks = {path: content for path, content in packs.files.items() if path.endswith(".xlsx")}
    assert workbooks
    for path, content in workbooks.items():
        cells = [cell for sheet in _open(content) for row in sheet.iter_rows() for cell in row]
        assert [cell for cell in cells if cell.data_type in ("f", "e")] == [], path
        tokens = [token for formula in _find_formulas(content) for token in Tokenizer(f"={formula}").items]
        assert tokens
        assert {token.subtype for token in tokens if token.type == Token.OPERAND} <= {Token.RANGE, Token.NUMBER}
        assert {token.type for token in tokens} <= {Token.OPERAND, Token.OP_PRE}


def _find_formulas(workbook: bytes) -> Iterator[str]:
    """Yield every formula in any part of a workbook."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        for name in archive.namelist():
            if name.endswith(".xml"):
                found = etree.fromstring(archive.read(name)).iter(*(f"{{*}}{name}" for name in FORMULA_ELEMENTS))
                yield from (element.text or "" for element in found)


def _read_list(workbook: openpyxl.Workbook, formula: str) -> list[object]:
    name, _, cells = formula.partition("!")
    rows = workbook[name][cells.replace("$", "")]
    return [cell.value for (cell,) in rows] if isinstance(rows, tuple) else [rows.value]


@pytest.mark.parametrize("text", [*READ_BACK, "+1", "-1", "https://x.example"])
def test_text_is_text(text: str) -> None:
    """A text that looks like a formula or a link is neither."""
    sheet = _open(create_workbook("T", "A", [Sheet("S", "", (Column("A"),), ((text,),))])).active
    cell = sheet["A5"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_wide_sheets_can_be_read_on_paper() -> None:
    """Nine columns of long texts share the width of a sheet, and their texts wrap."""
    columns = tuple(Column(f"Column {number}") for number in range(9))
    sheet = _open(create_workbook("T", "A", [Sheet("S", "", columns, (("Many words. " * 20,) * 9,))])).active
    widths = [
        dimension.width
        for dimension in sheet.column_dimensions.values()
        for _ in range(dimension.max - dimension.min + 1)
    ]
    assert len(widths) == 9
    assert 120 <= sum(widths) <= 150
    assert sheet["A5"].alignment.wrap_text


def test_run_charts_follow_their_cells() -> None:
    """Each is a native chart of its rows, with its title from a cell; a name like a formula stays a name."""
    columns = (Column("Measure"), Column("Date"), Column("Value", type="number"), Column("Median", type="number"))
    rows = tuple((name, "2026-01", 1, 1) for name in ("=A!A1", "=A!A1", "B"))
    charts = [Chart("A", *ends, title=0, unit=unit, names=1, lines=(2, 3)) for *ends, unit in ((0, 1, 1), (2, 2, None))]
    workbook = _open(create_workbook("T", "A", [Sheet("S", "", columns, rows, tuple(charts))]))
    drawn = workbook["Run charts"]._charts  # noqa: SLF001 -- the only way to them
    assert [[line.val.numRef.f for line in chart.series] for chart in drawn] == [
        ["S!$C$5:$C$6", "S!$D$5:$D$6"],
        ["S!$C$7", "S!$D$7"],
    ]
    assert [chart.title.tx.strRef.f for chart in drawn] == ["S!$A$5", "S!$A$7"]
    assert drawn[0].y_axis.title.tx.strRef.f == "S!$B$5"
    assert drawn[1].y_axis.title is None


def test_paper_shows_where_to_write() -> None:
    """A sheet without values has lines for them, on one sheet of paper; a long text has the height of its lines."""
    columns = (Column("A"), Column("B", type="date"))
    sheet = _open(create_workbook("T", "A", [Sheet("S", "", columns, (("Many words. " * 20, None),))])).active
    assert {cell.border.bottom.style for row in sheet["A5:B24"] for cell in row} == {"thin"}
    assert sheet["A25"].border.bottom.style is None
    assert sheet.row_dimensions[5].height >= 15 * 5
    assert sheet.row_dimensions[6].height is None


def test_names_that_excel_refuses() -> None:
    """Sheets and columns with equal, long or forbidden names still make a file that opens."""
    long = "A [very] long: name / that * Excel ? refuses \\ to take"
    sheet = Sheet(long, "", (Column("Same"), Column("same")))
    workbook = _open(create_workbook("T", "A", [sheet, sheet]))
    assert workbook.sheetnames == ["A very long name that Excel ref", "A very long name that Excel r 2"]
    assert [cell.value for cell in workbook.active[4]] == ["Same", "same (2)"]


def test_names_are_counted_as_excel_does() -> None:
    """An emoji is two of the thirty-one that a name may have."""
    sheet = Sheet("\N{SCHOOL}" * 20, "", (Column("A"),))
    workbook = _open(create_workbook("T", "A", [sheet, sheet]))
    assert [len(name) for name in workbook.sheetnames] == [15, 16]


def test_no_time_is_written() -> None:
    """The same tables give the same bytes: no part of the file says when it was made."""
    sheets = [Sheet("S", "About", (Column("A"),))]
    content = create_workbook("T", "A", sheets)
    assert content == create_workbook("T", "A", sheets)
    properties = _open(content).properties
    assert {properties.created.year, properties.modified.year} == {1980}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
