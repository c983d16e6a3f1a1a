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
class Sheet:
    """One table with what to know before filling it in."""

    title: str
    about: str
    columns: tuple[Column, ...]
    rows: tuple[Sequence[Cell], ...] = ()
