"""Who is at the table, by discipline and level, with the empty places in sight."""

from collections.abc import Iterable, Mapping, Sequence
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


class Matrix(NamedTuple):
    """The whole table; `finding` says in a sentence who is missing, `unplaced` are seats without a place."""

    levels: tuple[str, ...]
    rows: tuple[MatrixRow, ...]
    unplaced: tuple[Seat, ...]
    finding: str


class Table:
    """The table before anyone sits at it: disciplines and levels in the order of the vocabularies."""

    def __init__(self, disciplines: Iterable[Term], levels: Iterable[Term]) -> None:
        self._disciplines = {term.id: term.label.text() for term in disciplines}
        self._levels = {term.id: term.label.text() for term in levels}
        self._level_names = tuple(self._levels.values())
        self._absent_disciplines = {term: lower_first(name) for term, name in self._disciplines.items()}
        self._absent_levels = {term: f"the {lower_first(name)} level" for term, name in self._levels.items()}
        self._empty = self._fill_cells({})

    def seat(self, seats: Sequence[Seat]) -> Matrix:
        """Return who sits where."""
        taken: dict[str, dict[str, tuple[Seat, ...]]] = {}
        for seat in seats:
            if seat.discipline in self._disciplines:
                row = taken.setdefault(seat.discipline, {})
                for level in dict.fromkeys(seat.levels):
                    row[level] = (*row.get(level, ()), seat)
        filled = {discipline: self._fill_cells(row) for discipline, row in taken.items()}
        rows = tuple([MatrixRow(name, filled.get(term, self._empty)) for term, name in self._disciplines.items()])
        unplaced = tuple([seat for seat in seats if not (seat.discipline and seat.levels)])
        return Matrix(self._level_names, rows, unplaced, self._write_finding(taken))

    def _fill_cells(self, taken: Mapping[str, tuple[Seat, ...]]) -> tuple[Cell, ...]:
        return tuple([Cell(name, taken.get(level, ())) for level, name in self._levels.items()])

    def _write_finding(self, taken: Mapping[str, Mapping[str, object]]) -> str:
        missing = [name for term, name in self._absent_disciplines.items() if not taken.get(term)]
        filled = set().union(*taken.values())
        missing += [name for term, name in self._absent_levels.items() if term not in filled]
        if not missing:
            return "Every discipline and every level has a role here."
        return f"No role is listed here for: {'; '.join(missing)}."
