"""Who is at the table, as pages show it: most seats are those of roles, and stand at many tables."""

import functools
from collections.abc import Callable, Sequence
from typing import NamedTuple

from markupsafe import Markup

from knowledge_hub.catalogue.catalogue import Catalogue
from knowledge_hub.records import Role
from knowledge_hub.records.case_study import Participant
from knowledge_hub.visuals.matrix import MatrixRow, Seat, Table

# As many seats and rows are remembered; those of a role are asked for again long before that.
_MOST = 4096


class Seated(NamedTuple):
    """One who is at the table: the seat, its rank by level and discipline, and the cells that say who it is."""

    seat: Seat
    rank: tuple[int, int]
    cells: Markup


class Seats:
    """The seats and tables of one build, each part made once; `render` fills a template."""

    def __init__(self, catalogue: Catalogue, render: Callable[..., Markup]) -> None:
        self._catalogue = catalogue
        self._render = render
        vocabularies = catalogue.vocabularies
        self._table = Table(vocabularies["disciplines"].terms, vocabularies["levels"].terms)
        self._find = functools.lru_cache(_MOST)(self._create)
        self._show_row = functools.lru_cache(_MOST)(self._render_row)

    def find(self, one: Participant, root: str) -> Seated:
        """Return the seat of a participant; what it doesn't say is what its role says."""
        return self._find(one.role, one.name, one.discipline, one.level, root)

    def show(self, seats: Sequence[Seat]) -> Markup:
        """Return who is at the table as discipline by level, with a sentence on who is missing."""
        matrix = self._table.seat(seats)
        return self._render("matrix", matrix=matrix, rows=map(self._show_row, matrix.rows))

    def _create(
        self, role_id: str | None, name: str | None, discipline: str | None, level: str | None, root: str
    ) -> Seated:
        found = self._catalogue.get(Role.type, role_id or "")
        role = found if isinstance(found, Role) else None
        discipline = discipline or (role.discipline if role else None)
        level = level or (role.levels[0] if role and len(role.levels) == 1 else None)
        seat = Seat(
            name=name or (role.title if role else "Participant"),
            href=root + role.address if role else "",
            discipline=discipline,
            levels=(level,) if level else (),
        )
        names = {"level": self._label("levels", level), "discipline": self._label("disciplines", discipline)}
        rank = self._rank("levels", level), self._rank("disciplines", discipline)
        return Seated(seat, rank, self._render("participant", seat=seat, **names))

    def _label(self, vocabulary: str, term_id: str | None) -> str:
        if term_id:
            return self._catalogue.vocabularies.label(vocabulary, term_id)
        return self._catalogue.words.text("facts.not_stated")

    def _rank(self, vocabulary: str, term_id: str | None) -> int:
        ids = self._catalogue.vocabularies.ids(vocabulary)
        return ids.index(term_id) if term_id in ids else len(ids)

    def _render_row(self, row: MatrixRow) -> Markup:
        return self._render("matrix-row", row=row)
