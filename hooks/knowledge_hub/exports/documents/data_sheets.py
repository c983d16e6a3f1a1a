"""Measures and worksheet tables as sheets of a workbook."""

from collections.abc import Iterator, Sequence

from knowledge_hub.exports.documents.sheet import Cell, Chart, Column, Sheet
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.records import Community, Toolkit
from knowledge_hub.records.parts.measure import Measure
from knowledge_hub.sentences import end_sentence
from knowledge_hub.small_groups import SMALLEST_GROUP
from knowledge_hub.visuals.measure_series import Phase, Series, SeriesPoint, create_series
from knowledge_hub.visuals.run_chart_words import write_facts, write_finding
from knowledge_hub.words.words import Words

_PLAN_ABOUT = "One row for each measure. Three to five measures are enough. Write roles, not names."
_DATA_ABOUT = (
    "One row for each month and measure. Counts for groups only; leave the value out where the group is smaller "
    f"than {SMALLEST_GROUP}. The charts show values and medians as they were published."
)

# The columns of the data sheet that the charts show.
_NAME, _DATE, _VALUE, _UNIT, _MEDIAN = 0, 1, 2, 5, 6


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
        Column("Unit"),
        Column("Median", type="number"),
    )
    series = tuple(create_series(measure) for measure in measures)
    rows = tuple(row for one in series for row in _data_rows(one))
    return [
        Sheet("Measurement plan", _PLAN_ABOUT, plan, tuple(_plan_row(site, measure) for measure in measures)),
        Sheet("Data sheet", _DATA_ABOUT, data, rows, tuple(_charts(site.words, series))),
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


def _data_rows(series: Series) -> Iterator[tuple[Cell, ...]]:
    for phase in series.phases:
        for point in phase.points:
            yield (series.measure.name, point.date, *_shown(point), series.measure.unit, _median(phase, point))


def _shown(point: SeriesPoint) -> tuple[Cell, Cell, Cell]:
    """Return value, group size and note, as far as the group is too large to tell who is meant."""
    if point.is_hidden:
        return None, f"fewer than {SMALLEST_GROUP}", None
    return point.value, point.n, point.note or None


def _median(phase: Phase, point: SeriesPoint) -> float | None:
    return phase.analysis.median if phase.analysis and not point.is_hidden else None


def _charts(words: Words, series: Sequence[Series]) -> Iterator[Chart]:
    """Yield the run chart of each measure that has a value to show, with the rows of its points."""
    first = 0
    for one in series:
        last = first + len(one.points) - 1
        if one.shown:
            about = f"{write_finding(one, words)} {write_facts(one, words)}"
            unit = _UNIT if one.measure.unit else None
            yield Chart(about, first, last, title=_NAME, unit=unit, names=_DATE, lines=(_VALUE, _MEDIAN))
        first = last + 1
