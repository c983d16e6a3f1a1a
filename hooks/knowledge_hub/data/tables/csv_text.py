"""A table as comma-separated values (RFC 4180) that spreadsheets open as they are, and run nothing of."""

import re
from collections.abc import Iterable, Sequence

from knowledge_hub.data.tables.table import Cell, Column, Table

# Without it, Excel takes UTF-8 for something else.
_BYTE_ORDER_MARK = "\ufeff"
# Spreadsheets run a cell that starts like a formula (OWASP, CSV injection).
_SIGNS = r"[=+\-@\uff1d\uff0b\uff0d\uff20]"
_FORMULA = re.compile(rf"[\s\0]*{_SIGNS}")
# In countries where semicolons or tabs separate values, a cell starts behind each of them, whatever the quotes say.
_AFTER_SEMICOLON = re.compile(rf";(?=[ \0]*{_SIGNS})")
_AFTER_BREAK = re.compile(rf"[\t\r\n](?=[ \0]*{_SIGNS})")


def create_csv(table: Table) -> bytes:
    """Return a table as UTF-8; an apostrophe stands before what a spreadsheet would take for a formula."""
    return create_head(table.columns) + create_lines(table.rows)


def create_head(columns: Iterable[Column]) -> bytes:
    """Return what stands before the lines of a table."""
    return _BYTE_ORDER_MARK.encode() + create_lines([[column.name for column in columns]])


def create_lines(rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return lines as they stand in a file."""
    return "".join([f"{_write_line(row)}\r\n" for row in rows]).encode()


def _write_line(row: Sequence[Cell]) -> str:
    # The csv module takes three times as long.
    line = _AFTER_SEMICOLON.sub(r"\g<0>'", ",".join(map(_write, row)))
    # Few lines have one, and to look for any of several signs takes three times as long as for each of them.
    has_break = "\t" in line or "\r" in line or "\n" in line
    return _AFTER_BREAK.sub(r"\g<0>'", line) if has_break else line


def _write(cell: Cell) -> str:
    if isinstance(cell, str):
        # A look at the first sign is enough for nearly all of them.
        text = f"'{cell}" if not cell[:1].isalnum() and _FORMULA.match(cell) else cell
        return _quote(text) if "," in text or '"' in text or "\n" in text or "\r" in text else text
    if cell is None:
        return ""
    return str(int(cell) if cell and isinstance(cell, float) and cell.is_integer() else cell)


def _quote(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"'
