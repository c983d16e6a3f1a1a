"""Charts of an Excel workbook: native ones, which follow the cells of their table."""

from collections.abc import Sequence

import xlsxwriter
from xlsxwriter.chart import Chart as ExcelChart
from xlsxwriter.worksheet import Worksheet as ExcelSheet

from knowledge_hub.exports.documents.sheet import Chart

NAME = "Run charts"
# Two charts fill a sheet of paper, one below the other; their sizes are in pixels, their places in rows.
_SIZE = {"width": 560, "height": 400}
# One column holds a chart whole: programs differ in how wide columns are that nobody set.
_WIDTH = 80
_ROWS_EACH, _ROWS_A_PAGE = 21, 42
# The values have marks and a line, as on the page; the median is a line alone, in black and broken.
_LOOKS = (
    {"line": {"color": "#0b5f66", "width": 2}, "marker": {"type": "circle", "size": 7}},
    {"line": {"color": "#1b262c", "width": 1.5, "dash_type": "dash"}},
)


def add_charts(
    workbook: xlsxwriter.Workbook, sheet: ExcelSheet, data: ExcelSheet, charts: Sequence[Chart], head: int
) -> None:
    """Draw charts on a sheet, one below the other, from the table whose head is in row `head` of `data`."""
    for number, chart in enumerate(charts):
        drawn = workbook.add_chart({"type": "line"})
        _draw(drawn, chart, data.name, head)
        sheet.insert_chart(number * _ROWS_EACH, 0, drawn, {"description": chart.about, "y_offset": 5})
    sheet.set_column(0, 0, _WIDTH)
    sheet.set_h_pagebreaks(range(_ROWS_A_PAGE, len(charts) * _ROWS_EACH, _ROWS_A_PAGE))


def _draw(drawn: ExcelChart, chart: Chart, sheet: str, head: int) -> None:
    """Let a chart show its lines; names are those of cells, where any text may stand."""
    first, last = head + 1 + chart.first_row, head + 1 + chart.last_row
    dates = [sheet, first, chart.names, last, chart.names]
    for column, look in zip(chart.lines, _LOOKS, strict=True):
        values = [sheet, first, column, last, column]
        drawn.add_series({"name": [sheet, head, column], "categories": dates, "values": values, **look})
    drawn.set_title({"name": [sheet, first, chart.title], "name_font": {"size": 14}})
    if chart.unit is not None:
        drawn.set_y_axis({"name": [sheet, first, chart.unit]})
    drawn.set_legend({"position": "bottom"})
    drawn.show_blanks_as("gap")
    drawn.set_size(_SIZE)
