"""Tables as plain data: what the writer of Excel files reads."""

from collections.abc import Sequence
from dataclasses import dataclass

Cell = str | float | None


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `options` become a list to choose from."""

    label: str
    type: str = "text"
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chart:
    """A line chart of some rows of a table; `about` says in words what it shows.

    `title`, `unit`, `names` and `lines` are columns, counted from 0; title and unit are those of the first row.
    """

    about: str
    first_row: int
    last_row: int
    title: int
    unit: int | None
    names: int
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table with what to know before filling it in, and the charts of its rows, on a sheet of their own.

    One that doesn't fit on paper is for sorting and counting on a screen: its columns are as wide as their texts need.
    """

    title: str
    about: str
    columns: tuple[Column, ...]
    rows: tuple[Sequence[Cell], ...] = ()
    charts: tuple[Chart, ...] = ()
    fits_on_paper: bool = True
