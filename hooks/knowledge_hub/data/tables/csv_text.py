"""A table as comma-separated values (RFC 4180) that spreadsheets open as they are, and run nothing of."""

import csv
import re
from collections.abc import Callable, Iterable, Sequence

from knowledge_hub.data.tables.table import Cell, Column, Table

# Without it, Excel takes UTF-8 for something else.
_BYTE_ORDER_MARK = "\ufeff"
# Spreadsheets run a cell that starts like a formula (OWASP, CSV injection).
_SIGNS = r"[=+\-@\uff1d\uff0b\uff0d\uff20]"
_FORMULA = re.compile(rf"[\s\0]*{_SIGNS}")
# In countries where semicolons or tabs separate values, a cell starts behind each of them, whatever the quotes say.
_LATER_FORMULA = re.compile(rf"[;\t\r\n](?=[ \0]*{_SIGNS})")


def create_csv(table: Table) -> bytes:
    """Return a table as UTF-8; an apostrophe stands before what a spreadsheet would take for a formula."""
    return create_head(table.columns) + create_lines(table.rows)


def create_head(columns: Iterable[Column]) -> bytes:
    """Return what stands before the lines of a table."""
    return _BYTE_ORDER_MARK.encode() + create_lines([[column.name for column in columns]])


def create_lines(rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return lines as they stand in a file."""
    text = "".join([_WRITE([_plain(cell) if _needs_look(cell) else cell for cell in row]) for row in rows])
    return _LATER_FORMULA.sub(r"\g<0>'", text).encode()


def _needs_look(cell: Cell) -> bool:
    # A look at the first sign is enough for nearly all of them.
    return bool(cell) and not (isinstance(cell, str) and cell[0].isalnum())


def _plain(cell: Cell) -> Cell:
    if isinstance(cell, str):
        return f"'{cell}" if _FORMULA.match(cell) else cell
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell


class _Returning:
    """A file that holds nothing: whoever writes a text into it gets the text."""

    write = staticmethod(str)


_WRITE: Callable[[Sequence[Cell]], str] = csv.writer(_Returning()).writerow
