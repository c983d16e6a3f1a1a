"""Every published point of every measure as one table."""

from collections.abc import Iterator

from knowledge_hub.catalogue.catalogue import Catalogue
from knowledge_hub.data.tables.table import Cell, Column, Table
from knowledge_hub.records import CaseStudy, Community
from knowledge_hub.records.parts.measure import Measure, MeasurePoint
from knowledge_hub.small_groups import SMALLEST_GROUP

_COLUMNS = (
    Column("type", "The kind of record that measures: community or case-study."),
    Column("record", "The id of the record."),
    Column("record_title", "Its title."),
    Column("evidence_status", "What the record rests on; the values of a composite one are made up."),
    Column("measure", "The id of the measure within the record."),
    Column("name", "What the measure is called."),
    Column("kind", "Whether it counts the outcome, the process, or something that must not get worse."),
    Column("numerator", "What is counted above the line."),
    Column("denominator", "What it is a share of."),
    Column("unit", "The unit of the values."),
    Column("direction", "Which way is better."),
    Column("goal", "The value that the team aims at."),
    Column("date", "When it was measured: a year, a month or a day."),
    Column("value", "The value; empty where it is suppressed."),
    Column("n", "How many people stand behind the value."),
    Column(
        "suppressed", f"yes where the group was smaller than {SMALLEST_GROUP}, so that nothing of it is told; else no."
    ),
    Column("note", "What happened at this point."),
)


def create_measure_table(catalogue: Catalogue) -> Table:
    """Return one line for each point, in the order of records and measures; small groups without their numbers."""
    records: list[Community | CaseStudy] = [*catalogue.of_type(Community), *catalogue.of_type(CaseStudy)]
    rows = (
        (record.type, record.id, record.title, record.evidence.status, *cells)
        for record in records
        for measure in record.measures
        for cells in _rows_of(measure)
    )
    return Table(catalogue.words.text("data_groups.measure"), _COLUMNS, tuple(rows))


def _rows_of(measure: Measure) -> Iterator[tuple[Cell, ...]]:
    about = (
        *(measure.id, measure.name, measure.kind, measure.numerator, measure.denominator),
        *(measure.unit, measure.direction, measure.goal),
    )
    for point in measure.points:
        yield *about, point.date, *_shown(measure, point)


def _shown(measure: Measure, point: MeasurePoint) -> tuple[Cell, ...]:
    """Return value, size of the group, whether they are suppressed, and the note."""
    if measure.is_hidden(point):
        return None, None, "yes", None
    return point.value, point.n, "no", point.note
