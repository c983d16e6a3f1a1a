"""Who is at the table, by discipline and level, with the empty places in sight."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from knowledge_hub.sentences import lower_first
from knowledge_hub.vocabulary import Term


@dataclass(frozen=True, slots=True)
class Seat:
    """One role at the table; without a discipline or a level it has no place in the matrix."""

    name: str
    href: str
    discipline: str | None
    levels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """The seats of one discipline at one level."""

    level: str
    seats: tuple[Seat, ...]


@dataclass(frozen=True, slots=True)
class MatrixRow:
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

    @property
    def width(self) -> int:
        """How many levels there are."""
        return len(self.levels)


def create_matrix(seats: Sequence[Seat], disciplines: Sequence[Term], levels: Sequence[Term]) -> Matrix:
    """Return discipline by level, in the order of the vocabularies."""
    rows = tuple(
        MatrixRow(
            discipline.label.text(),
            tuple(
                Cell(level.label.text(), tuple(seat for seat in seats if _sits_at(seat, discipline.id, level.id)))
                for level in levels
            ),
        )
        for discipline in disciplines
    )
    unplaced = tuple(seat for seat in seats if not (seat.discipline and seat.levels))
    level_names = tuple(level.label.text() for level in levels)
    return Matrix(level_names, rows, unplaced, _write_finding(rows, level_names))


def _sits_at(seat: Seat, discipline: str, level: str) -> bool:
    return seat.discipline == discipline and level in seat.levels


def _write_finding(rows: Iterable[MatrixRow], levels: Sequence[str]) -> str:
    rows = tuple(rows)
    missing = [lower_first(row.discipline) for row in rows if row.is_empty]
    filled = {cell.level for row in rows for cell in row.cells if cell.seats}
    missing += [f"the {lower_first(level)} level" for level in levels if level not in filled]
    if not missing:
        return "Every discipline and every level has a role here."
    return f"No role is listed here for: {'; '.join(missing)}."
