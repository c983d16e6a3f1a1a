"""The records of a type as a table: one line a record, one value a cell.

What has parts of its own, and long text, is in the JSON files only.
"""

import typing
from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import attrgetter
from typing import Any

from knowledge_hub.catalogue.catalogue import Catalogue
from knowledge_hub.catalogue.facets import Facet
from knowledge_hub.data.public_fields import PublicField, own_fields_of, public_fields
from knowledge_hub.data.tables.table import Cell, Column, Table, create_cell, join
from knowledge_hub.records import Contributor, Record

_COMMON = (
    Column("id", "The id of the record: with its type, it never changes."),
    Column("title", "What readers see first."),
    Column("address", "The page of the record; below the hub's own address where that isn't known."),
    Column("summary", "What it is and why it matters."),
    Column("question", "The question it answers, in a reader's words."),
    Column("evidence_status", "What it rests on: documented, composite (an illustration, no real place) or editorial."),
    Column("evidence_strength", "How the finding was made."),
    Column("evidence_limits", "What the evidence does not show."),
    Column("authors", "Who wrote it."),
    Column("reviewed_on", "The day of the last check."),
    Column("review_by", "The day by which it has to be checked again."),
    Column("sources", "Ids of the sources that it rests on."),
    Column("connections", "The records that are connected to it, each as type:id."),
)
Getter = Callable[[Record], Any]


class RecordTable:
    """The table of one type; `contributors` are those who may be named, by id."""

    def __init__(
        self, catalogue: Catalogue, cls: type[Record], contributors: Mapping[str, Contributor], site_url: str
    ) -> None:
        self._catalogue = catalogue
        self._contributors = contributors
        self._site_url = site_url
        self._cls = cls
        self._facets = [facet for facet in catalogue.facets if facet.field in cls.model_fields]
        self._own = list(_own_columns(cls))

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns, in their order."""
        columns = (*_COMMON, *map(_facet_column, self._facets), *(column for column, _ in self._own))
        return tuple(_rename(columns))

    def create_row(self, record: Record) -> tuple[Cell, ...]:
        """Return the line of a record."""
        return (
            *_common_cells(self._catalogue, record, self._contributors, self._site_url),
            *[join(record.facet_ids(facet.field)) for facet in self._facets],
            *[create_cell(get(record)) for _, get in self._own],
        )

    def create(self) -> Table:
        """Return the current records of the type, in the order of its list."""
        rows = map(self.create_row, self._catalogue.of_type(self._cls))
        return Table(self._catalogue.words.text(f"types.{self._cls.type}.many"), self.columns, tuple(rows))


def _common_cells(
    catalogue: Catalogue, record: Record, contributors: Mapping[str, Contributor], site_url: str
) -> tuple[Cell, ...]:
    evidence, review, keys = record.evidence, record.review, catalogue.listed_keys
    return (
        *(record.id, record.title, f"{site_url}{record.address}", record.summary, record.question),
        *(evidence.status, evidence.strength, evidence.limits),
        join(contributors[author].name for author in record.credit.authors if author in contributors),
        *((review.reviewed_on.isoformat(), review.review_by.isoformat()) if review else (None, None)),
        join(dict.fromkeys(use.source for use in record.sources)),
        join([keys[place] for place in catalogue.reasons_of(record)]),
    )


def _facet_column(facet: Facet) -> Column:
    return Column(facet.field, f"Ids from the vocabulary “{facet.vocabulary}”.")


def _own_columns(cls: type[Record]) -> Iterator[tuple[Column, Getter]]:
    """Yield the columns of a type's own fields: its plain values, and those of its single parts."""
    for field in own_fields_of(cls):
        if _is_plain(field):
            yield Column(field.key, field.info.description or ""), attrgetter(field.name)
        elif field.holds and typing.get_origin(field.info.annotation) is not tuple:
            for inner in filter(_is_plain, public_fields(field.holds)):
                column = Column(f"{field.key}_{inner.key}", inner.info.description or "")
                yield column, _inner_getter(field.name, inner.name)


def _rename(columns: Iterable[Column]) -> Iterator[Column]:
    """Yield the columns, a later one under another name where the host's own words name two alike."""
    taken: set[str] = set()
    for column in columns:
        name = column.name
        while name in taken:
            name = f"own_{name}"
        taken.add(name)
        yield Column(name, column.about)


def _is_plain(field: PublicField) -> bool:
    """Tell whether a field fits into a cell; ids of records are among the connections already."""
    return not (field.holds or field.is_prose or field.reference)


def _inner_getter(name: str, inner: str) -> Getter:
    return lambda record: getattr(getattr(record, name), inner, None)
