"""Tables to an Excel workbook: a header row that stays, lists to choose from, dates that don't change."""

import datetime
import io
import math
from collections.abc import Sequence
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range_abs
from xlsxwriter.worksheet import Worksheet as ExcelSheet

from knowledge_hub.exports.documents.sheet import Cell, Column, Sheet
from knowledge_hub.exports.writers.excel_charts import NAME as CHARTS
from knowledge_hub.exports.writers.excel_charts import add_charts

_CREATED = datetime.datetime(1980, 1, 1)  # noqa: DTZ001 -- the format has no time zone
_LONGEST_NAME = 31
_FORBIDDEN_IN_NAME = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
# A list to choose from stands on this sheet, where any text may be in it.
_LISTS = "Lists"
# As many empty rows as fill a sheet of paper with the others; a table grows by itself where somebody writes below it.
_ROWS, _FEWEST_EMPTY = 20, 3
# The height of a line in points, and how much more room words take than their letters, because they wrap whole.
_LINE, _WRAPPED = 15, 1.2
_LEAST_WIDTH, _MOST_WIDTH = 14, 48
# What a landscape sheet holds in letters that can be read: at most a fifth smaller than on screen.
_PAPER_WIDTH = 140
# How many lines of a text are seen in a table for the screen; more would hide the next records.
_MOST_LINES = 3
_HEAD = 3  # the row of the table's head, below title and advice
_LARGEST = 1e12


def create_workbook(title: str, author: str, sheets: Sequence[Sheet]) -> bytes:
    """Return an Excel file with one sheet for each table; text is never read as a formula."""
    buffer = io.BytesIO()
    settings = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, settings) as workbook:
        workbook.set_properties({"title": title, "author": author, "created": _CREATED})
        names = {_LISTS.lower()}
        made = [(workbook.add_worksheet(_sheet_name(sheet.title, names)), sheet) for sheet in sheets]
        lists = _Lists(workbook)
        formats = _formats(workbook)
        for worksheet, sheet in made:
            _fill(worksheet, sheet, formats, lists)
            if sheet.charts:
                add_charts(workbook, workbook.add_worksheet(_sheet_name(CHARTS, names)), worksheet, sheet.charts, _HEAD)
    return buffer.getvalue()


class _Lists:
    """The hidden sheet with what cells let their reader choose from, one list a column; made when one is needed."""

    def __init__(self, workbook: xlsxwriter.Workbook) -> None:
        self._workbook = workbook
        self._sheet: ExcelSheet | None = None
        self._columns: dict[tuple[str, ...], int] = {}

    def reference(self, options: tuple[str, ...]) -> str:
        """Return the formula for a list's cells, such as "=Lists!$A$1:$A$3"."""
        if self._sheet is None:
            self._sheet = self._workbook.add_worksheet(_LISTS)
            self._sheet.hide()
        if options not in self._columns:
            self._columns[options] = len(self._columns)
            for row, option in enumerate(options):
                self._sheet.write_string(row, self._columns[options], option)
        column = self._columns[options]
        return f"={_LISTS}!{xl_range_abs(0, column, len(options) - 1, column)}"


def _formats(workbook: xlsxwriter.Workbook) -> dict[str, Format]:
    # Lines show on paper where to write.
    cell = {"valign": "top", "border": 1, "border_color": "#c9cfd1"}
    return {
        "title": workbook.add_format({"bold": True, "font_size": 14}),
        "about": workbook.add_format({"text_wrap": True, "valign": "top", "font_color": "#4a5860"}),
        "text": workbook.add_format({"text_wrap": True, "valign": "top"}),
        "text-cell": workbook.add_format({**cell, "text_wrap": True}),
        "date": workbook.add_format({"num_format": "yyyy-mm-dd", "valign": "top"}),
        "date-cell": workbook.add_format({**cell, "num_format": "yyyy-mm-dd"}),
        "head": workbook.add_format(
            {"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#e6f0f1", "border": 1}
        ),
    }


def _fill(worksheet: ExcelSheet, sheet: Sheet, formats: dict[str, Format], lists: _Lists) -> None:
    last_column, last_row = len(sheet.columns) - 1, _HEAD + max(len(sheet.rows) + _FEWEST_EMPTY, _ROWS)
    worksheet.write_string(0, 0, sheet.title, formats["title"])
    worksheet.write_string(1, 0, sheet.about, formats["about"])
    if last_column:
        worksheet.merge_range(1, 0, 1, last_column, sheet.about, formats["about"])
    worksheet.set_row(1, 48)
    heads = [{"header": name, "header_format": formats["head"]} for name in _unique_labels(sheet.columns)]
    worksheet.add_table(_HEAD, 0, last_row, last_column, {"columns": heads, "style": "Table Style Light 1"})
    widths = [_width(column, [row[index] for row in sheet.rows]) for index, column in enumerate(sheet.columns)]
    if sheet.fits_on_paper:
        widths = _fit(widths)
    for index, (column, width) in enumerate(zip(sheet.columns, widths, strict=True)):
        kind = "date" if column.type == "date" else "text"
        worksheet.set_column(index, index, width, formats[kind])
        _fill_column(worksheet, index, [row[index] for row in sheet.rows], last_row, formats[f"{kind}-cell"])
        if rule := _validation(column, lists):
            worksheet.data_validation(_HEAD + 1, index, last_row, index, {**rule, "error_type": "information"})
    for number, cells in enumerate(sheet.rows, start=_HEAD + 1):
        lines = _count_lines(cells, widths)
        worksheet.set_row(number, _LINE * (lines if sheet.fits_on_paper else min(lines, _MOST_LINES)))
    _set_up_paper(worksheet, is_one_page_wide=sheet.fits_on_paper)


def _fill_column(worksheet: ExcelSheet, column: int, cells: Sequence[Cell], last_row: int, look: Format) -> None:
    for row in range(_HEAD + 1, last_row + 1):
        worksheet.write_blank(row, column, None, look)
    worksheet.write_column(_HEAD + 1, column, cells, look)


def _count_lines(cells: Sequence[Cell], widths: Sequence[int]) -> int:
    """Return how many lines the longest cell of a row takes; not every program finds that out by itself."""
    return max(math.ceil(len(str(cell or " ")) / width * _WRAPPED) for cell, width in zip(cells, widths, strict=True))


def _set_up_paper(worksheet: ExcelSheet, *, is_one_page_wide: bool) -> None:
    """Keep the head in view on screen and on each printed page."""
    worksheet.freeze_panes(_HEAD + 1, 1)
    worksheet.set_landscape()
    if is_one_page_wide:
        worksheet.fit_to_pages(1, 0)
    worksheet.repeat_rows(_HEAD)


def _width(column: Column, cells: Sequence[Cell]) -> int:
    texts = (column.label, *column.options, *(str(cell or "") for cell in cells))
    return min(max(_LEAST_WIDTH, *map(len, texts)) + 4, _MOST_WIDTH)


def _fit(widths: Sequence[int]) -> list[int]:
    """Return the widths, the widest of them narrower where a sheet of paper would have to be shrunk for all."""
    fitting = list(widths)
    while sum(fitting) > _PAPER_WIDTH and max(fitting) > _LEAST_WIDTH:
        fitting[fitting.index(max(fitting))] -= 1
    return fitting


def _validation(column: Column, lists: _Lists) -> dict[str, Any] | None:
    """Return the rule for a column's cells."""
    if options := tuple(dict.fromkeys(column.options)):
        return {"validate": "list", "source": lists.reference(options)}
    if column.type == "number":
        return {"validate": "decimal", "criteria": "between", "minimum": -_LARGEST, "maximum": _LARGEST}
    return None


def _unique_labels(columns: Sequence[Column]) -> list[str]:
    """Return the header cells; Excel repairs a table with two equal ones by throwing it away."""
    labels: list[str] = []
    for column in columns:
        label, number = column.label, 2
        while label.lower() in (other.lower() for other in labels):
            label, number = f"{column.label} ({number})", number + 1
        labels.append(label)
    return labels


def _sheet_name(title: str, taken: set[str]) -> str:
    """Return a name that Excel allows and that no other sheet of the workbook has."""
    base = " ".join(title.translate(_FORBIDDEN_IN_NAME).split()) or "Sheet"
    name, number = _cut(base, _LONGEST_NAME), 2
    while name.lower() in taken:
        ending = f" {number}"
        name, number = f"{_cut(base, _LONGEST_NAME - len(ending))}{ending}", number + 1
    taken.add(name.lower())
    return name


def _cut(text: str, most: int) -> str:
    """Return the start of a text; Excel counts in units of UTF-16, of which an emoji has two and more."""
    while len(text.encode("utf-16-le")) > 2 * most:
        text = text[:-1]
    return text.strip()
