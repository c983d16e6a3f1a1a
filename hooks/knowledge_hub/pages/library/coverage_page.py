"""Where the library is thin: what it holds and what it lacks, so that readers and contributors can see it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from knowledge_hub.catalogue.coverage import Coverage, count_coverage
from knowledge_hub.catalogue.facets import Facet, get_facet
from knowledge_hub.pages.frame.finishing import create_page
from knowledge_hub.pages.frame.page import Page, root_from
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.pages.library.listing import search_address
from knowledge_hub.pages.library.upkeep_page import UPKEEP
from knowledge_hub.records import CaseStudy, Community, Lesson, Record, Toolkit
from knowledge_hub.sentences import lower_first
from knowledge_hub.words.words import Words

COVERAGE = "coverage/"

# Fewer than this many records can't show more than one way of doing a thing.
_ENOUGH = 3
# Roles and guides aren't about one quality domain.
_TYPES: tuple[type[Record], ...] = (CaseStudy, Lesson, Toolkit, Community)


class Value(NamedTuple):
    """One row or column: the search parameter it stands for, and its name."""

    parameter: str
    id: str
    label: str


class Cell(NamedTuple):
    """How many records a row and a column share; `state` is "none", "few" or "some", `href` "" without search."""

    column: str
    text: str
    state: str
    href: str


@dataclass(frozen=True, slots=True)
class Gap:
    """A place in a table with nothing or hardly anything in it, in words."""

    row: str
    text: str
    count: int


class CrossTable:
    """The number of records for each pair of values."""

    def __init__(
        self, rows: list[Value], columns: list[Value], counts: Mapping[tuple[str, str], int], words: Words
    ) -> None:
        self.rows = rows
        self.columns = columns
        self._counts = counts
        self._words = words

    def cells(self, row: Value, root: str | None) -> list[Cell]:
        """Return a row's cells in the order of the columns; without a root they lead nowhere."""
        return [self._cell(row, column, root) for column in self.columns]

    def gaps(self) -> Iterator[Gap]:
        """Yield every pair with fewer records than it takes to compare."""
        for row in self.rows:
            for column in self.columns:
                count = self._counts.get((row.id, column.id), 0)
                if count < _ENOUGH:
                    found = self._words.count("counts.record", count) if count else self._words.text("coverage.nothing")
                    text = f"{row.label}, {lower_first(column.label)}: {found}"
                    yield Gap(row.label, text, count)

    def _cell(self, row: Value, column: Value, root: str | None) -> Cell:
        count = self._counts.get((row.id, column.id), 0)
        state = "none" if count == 0 else "few" if count < _ENOUGH else "some"
        query = {row.parameter: row.id, column.parameter: column.id}
        text = f"{count:,}" if count else self._words.text("coverage.none")
        href = "" if root is None else search_address(root, query)
        return Cell(column.label, text, state, href)


def create_coverage_page(site: Site) -> list[Page]:
    """Return the page that shows what the library holds by discipline and level, and by domain and type.

    What is documented is counted once more, apart. A library without records has no such page: everything would be
    missing in it.
    """
    if not site.catalogue.current:
        return []
    description = site.text("coverage.intro")
    html = site.render(
        "coverage",
        description=description,
        few=_ENOUGH - 1,
        tables=[*_create_tables(site), *_create_documented_tables(site)],
        upkeep=root_from(COVERAGE) + UPKEEP,
    )
    return [create_page(site, COVERAGE, title=site.text("coverage.title"), description=description, html=html)]


def _create_tables(site: Site) -> list[dict[str, Any]]:
    root = root_from(COVERAGE) if site.has_search else None
    return [
        {
            "id": "by-discipline",
            "title": site.text("coverage.by_discipline"),
            "note": site.text("coverage.discipline_note"),
            "corner": site.text("facts.discipline"),
            **_table_values(site, _discipline_by_level(site, site.coverage), root),
        },
        {
            "id": "by-domain",
            "title": site.text("coverage.by_domain"),
            "note": site.text("coverage.domain_note"),
            "corner": "Quality domain",
            **_table_values(site, _domain_by_type(site, site.coverage), root),
        },
    ]


def _create_documented_tables(site: Site) -> list[dict[str, Any]]:
    """Return both tables once more for documented records alone, none where all are or where none is.

    Search can't choose by what a record rests on, so these numbers lead nowhere.
    """
    documented = [record for record in site.catalogue.current if record.evidence.status == "documented"]
    if len(documented) in (0, len(site.catalogue.current)):
        return []
    coverage = count_coverage(documented)
    note = site.text("coverage.documented_note")
    return [
        {
            "id": "documented-by-discipline",
            "title": site.text("coverage.documented", title=site.text("coverage.by_discipline")),
            "note": note,
            "corner": site.text("facts.discipline"),
            **_table_values(site, _discipline_by_level(site, coverage), None),
        },
        {
            "id": "documented-by-domain",
            "title": site.text("coverage.documented", title=site.text("coverage.by_domain")),
            "note": note,
            "corner": "Quality domain",
            **_table_values(site, _domain_by_type(site, coverage), None),
        },
    ]


def _table_values(site: Site, table: CrossTable, root: str | None) -> dict[str, Any]:
    gaps = [gap.text for gap in table.gaps() if gap.count == 0]
    return {
        "columns": [column.label for column in table.columns],
        "rows": [{"label": row.label, "cells": table.cells(row, root)} for row in table.rows],
        "gaps": gaps,
        "gaps_title": site.text("coverage.gaps", number=len(gaps)),
    }


def find_gaps(site: Site, most: int) -> list[str]:
    """Return where the library is thinnest, in words: the emptiest places first, at most one for each row.

    A library without records has no gaps yet.
    """
    if not site.catalogue.current:
        return []
    gaps = [*_domain_by_type(site, site.coverage).gaps(), *_discipline_by_level(site, site.coverage).gaps()]
    first_by_row: dict[str, str] = {}
    for gap in sorted(gaps, key=lambda gap: gap.count):
        first_by_row.setdefault(gap.row, gap.text)
    return list(first_by_row.values())[:most]


def _discipline_by_level(site: Site, coverage: Coverage) -> CrossTable:
    """Return how many records name each discipline at each level."""
    rows, columns = _facet_values(site, get_facet("discipline")), _facet_values(site, get_facet("level"))
    return CrossTable(rows, columns, coverage.disciplines, site.words)


def _domain_by_type(site: Site, coverage: Coverage) -> CrossTable:
    """Return how many records name each quality domain, by type; for types that have some."""
    kept = (cls for cls in _TYPES if coverage.types.get(cls.type))
    columns = [Value("type", cls.type, site.text(f"types.{cls.type}.many")) for cls in kept]
    return CrossTable(_facet_values(site, get_facet("domain")), columns, coverage.domains, site.words)


def _facet_values(site: Site, facet: Facet) -> list[Value]:
    terms = site.catalogue.vocabularies[facet.vocabulary].terms
    return [Value(facet.slug, term.id, term.label.text()) for term in terms]
