"""Measures and worksheet tables as sheets of a workbook."""

from collections.abc import Iterator

from knowledge_hub.exports.documents.sheet import Cell, Column, Sheet
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.records import Community, Toolkit
from knowledge_hub.records.parts.measure import Measure, MeasurePoint
from knowledge_hub.sentences import end_sentence
from knowledge_hub.small_groups import SMALLEST_GROUP

_PLAN_ABOUT = "One row for each measure. Three to five measures are enough. Write roles, not names."
_DATA_ABOUT = (
    "One row for each month and measure. Counts for groups only; leave the value out where the group is smaller "
    f"than {SMALLEST_GROUP}."
)


def create_measure_sheets(site: Site, community: Community) -> list[Sheet]:
    """Return the measurement plan and the data sheet of a community, none where it has no measures."""
    measures = community.measures
    if not measures:
        return []
    names = tuple(measure.name for measure in measures)
    vocabularies = site.catalogue.vocabularies
    kinds = tuple(term.label.text() for term in vocabularies["measure-kinds"].terms)
    directions = tuple(term.label.text() for term in vocabularies["directions"].terms)
    plan = (
        Column("Measure"),
        Column("Kind", options=kinds),
        Column("Definition"),
        Column("Count on top"),
        Column("Out of"),
        Column("Unit"),
        Column("How often"),
        Column("Goal", type="number"),
        Column("Better is", options=directions),
    )
    data = (
        Column("Measure", options=names),
        Column("Date"),
        Column("Value", type="number"),
        Column("Size of the group", type="number"),
        Column("Note"),
    )
    return [
        Sheet("Measurement plan", _PLAN_ABOUT, plan, tuple(_plan_row(site, measure) for measure in measures)),
        Sheet("Data sheet", _DATA_ABOUT, data, tuple(_data_rows(measures))),
    ]


def create_table_sheets(toolkit: Toolkit) -> list[Sheet]:
    """Return every table of a toolkit's worksheets, empty, for teams that keep them in Excel."""
    return [
        Sheet(
            field.label,
            f"{end_sentence(f'{worksheet.title}, {part.title}')} {field.help or ''}".strip(),
            tuple(Column(column.label, column.type, column.options) for column in field.columns),
        )
        for worksheet in toolkit.worksheets
        for part in worksheet.sections
        for field in part.fields
        if field.type == "table"
    ]


def _plan_row(site: Site, measure: Measure) -> tuple[Cell, ...]:
    return (
        measure.name,
        site.label("measure-kinds", measure.kind),
        measure.definition,
        measure.numerator,
        measure.denominator,
        measure.unit,
        measure.how_often,
        measure.goal,
        site.label("directions", measure.direction) if measure.direction else None,
    )


def _data_rows(measures: tuple[Measure, ...]) -> Iterator[tuple[Cell, ...]]:
    for measure in measures:
        for point in measure.points:
            yield (measure.name, point.date, *_shown(measure, point))


def _shown(measure: Measure, point: MeasurePoint) -> tuple[Cell, Cell, Cell]:
    """Return value, group size and note, as far as the group is too large to tell who is meant."""
    if measure.is_hidden(point):
        return None, f"fewer than {SMALLEST_GROUP}", None
    return point.value, point.n, point.note
