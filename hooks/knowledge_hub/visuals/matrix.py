"""Who is at the table, by discipline and level, with the empty places in sight."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from knowledge_hub.sentences import lower_first
from knowledge_hub.vocabulary import Term


class Seat(NamedTuple):
    """One role at the table; without a discipline or a level it has no place in the matrix.

    There are so many of these that tuples are worth it.
    """

    name: str
    href: str
    discipline: str | None
    levels: tuple[str, ...]


class Cell(NamedTuple):
    """The seats of one discipline at one level."""

    level: str
    seats: tuple[Seat, ...]


class MatrixRow(NamedTuple):
    """One discipline with its cells, in the order of the levels."""

    discipline: str
    cells: tuple[Cell, ...]

    @property
    def is_empty(self) -> bool:
        """Whether no one sits anywhere in this row."""
        return not any(cell.seats for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Matrix:
    """The whole table; `finding` says in a sentence who is missing, `unplaced` are seats without a place."""

    levels: tuple[str, ...]
    rows: tuple[MatrixRow, ...]
    unplaced: tuple[Seat, ...]
    finding: str


def create_matrix(seats: Sequence[Seat], disciplines: Sequence[Term], levels: Sequence[Term]) -> Matrix:
    """Return discipline by level, in the order of the vocabularies."""
    taken: dict[str | None, dict[str, tuple[Seat, ...]]] = {}
    for seat in seats:
        row = taken.setdefault(seat.discipline, {})
        for name in dict.fromkeys(seat.levels):
            row[name] = (*row.get(name, ()), seat)
    named = [(level.id, level.label.text()) for level in levels]
    empty = _fill_cells(named, {})
    filled = {discipline: _fill_cells(named, row) for discipline, row in taken.items()}
    rows = tuple([MatrixRow(term.label.text(), filled.get(term.id, empty)) for term in disciplines])
    unplaced = tuple(seat for seat in seats if not (seat.discipline and seat.levels))
    level_names = tuple(name for _, name in named)
    return Matrix(level_names, rows, unplaced, _write_finding(rows, level_names))


def _fill_cells(levels: Iterable[tuple[str, str]], taken: Mapping[str, tuple[Seat, ...]]) -> tuple[Cell, ...]:
    return tuple([Cell(name, taken.get(level, ())) for level, name in levels])


def _write_finding(rows: Sequence[MatrixRow], levels: Sequence[str]) -> str:
    missing = [lower_first(row.discipline) for row in rows if row.is_empty]
    filled = {cell.level for row in rows for cell in row.cells if cell.seats}
    missing += [f"the {lower_first(level)} level" for level in levels if level not in filled]
    if not missing:
        return "Every discipline and every level has a role here."
    return f"No role is listed here for: {'; '.join(missing)}."
