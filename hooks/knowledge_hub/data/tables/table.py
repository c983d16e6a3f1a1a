"""A table as plain data, and what the cells of every one have in common."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

Cell = str | float | None
_SEPARATOR = "; "


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its name in the file, and what stands in it."""

    name: str
    about: str


@dataclass(frozen=True, slots=True)
class Table:
    """Lines of cells below named columns; an empty cell is None. `label` is what readers call the lines."""

    label: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


def create_cell(value: Any) -> Cell:
    """Return a value as it stands in a cell, None for nothing; several values are one text."""
    match value:
        case str() | None:
            return value
        case bool():
            return "yes" if value else "no"
        case int() | float():
            return value
        case datetime.date():
            return value.isoformat()
        case _:
            return join(str(create_cell(one)) for one in value)


def join(texts: Iterable[str]) -> str | None:
    """Return several texts as one, None for none; semicolons separate them."""
    return _SEPARATOR.join(texts) or None
