"""Measures in a document: what each counts, and its run chart with the values as a table."""

from collections.abc import Sequence
from pathlib import Path

from knowledge_hub.exports.documents.document import Block, pairs, paragraph, run, table
from knowledge_hub.exports.documents.document_context import DocumentContext
from knowledge_hub.exports.documents.document_parts import section
from knowledge_hub.pages.sections.measures import measure_details, render_drawing, value_column
from knowledge_hub.records.parts.measure import Measure
from knowledge_hub.sentences import end_sentence
from knowledge_hub.visuals.measure_series import Series, create_series
from knowledge_hub.visuals.numbered_tests import NumberedTest
from knowledge_hub.visuals.run_chart import RunChart, create_run_chart
from knowledge_hub.visuals.run_chart_tables import create_point_rows
from knowledge_hub.visuals.run_chart_words import write_facts, write_finding, write_notes
from knowledge_hub.words.words import Words

_STYLES = (Path(__file__).parent.parent / "writers" / "typst" / "run-chart.css").read_text(encoding="utf-8")
_KEY = "A square belongs to a shift. A ring marks a trend, which is a weak signal."


def measure_blocks(context: DocumentContext, measures: Sequence[Measure], tests: Sequence[NumberedTest]) -> list[Block]:
    """Return every measure with its chart, on which the tests that name it are marked."""
    return [
        block for measure in measures for block in section(measure.name, _measure(context, measure, tests), level=2)
    ]


def _measure(context: DocumentContext, measure: Measure, tests: Sequence[NumberedTest]) -> list[Block]:
    kind = context.site.label("measure-kinds", measure.kind)
    details = pairs([("Kind", kind), *((fact.label, fact.text) for fact in measure_details(measure))])
    about = [paragraph(measure.definition)] if measure.definition else []
    named = [test for test in tests if measure.id in test.test.measures]
    return [*about, details, *_chart(context, create_series(measure), named)]


def _chart(context: DocumentContext, series: Series, tests: Sequence[NumberedTest]) -> list[Block]:
    """Return the finding, the page's own picture, and its values; nothing where there is no value to show."""
    chart = create_run_chart(series, tests)
    if chart is None:
        return []
    words = context.site.words
    finding, told = write_finding(series, words), write_facts(series, words)
    marked = [run(f"{test.number} {end_sentence(test.test.title)} ") for test in tests]
    return [
        paragraph(run(finding, bold=True)),
        paragraph(told),
        {"kind": "picture", "svg": _svg(context, chart), "alt": f"Run chart. {finding} {told}"},
        *([paragraph(_KEY)] if any(mark.shape == "square" or mark.has_ring for mark in chart.marks) else []),
        *([paragraph("Tests of change: ", *marked)] if marked else []),
        *map(paragraph, write_notes(series, words)),
        _values(series, words),
    ]


def _svg(context: DocumentContext, chart: RunChart) -> str:
    """Return the picture as a file of its own: no style sheet of the site reaches into it, so it brings one along."""
    root = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {chart.width} {chart.height}">'
    return f"{root}<style>{_STYLES}</style>{render_drawing(context.site, chart)}</svg>"


def _values(series: Series, words: Words) -> Block:
    unit = series.measure.unit
    rows = [(point.when, point.value, point.n, point.signal, point.note) for point in create_point_rows(series, words)]
    named = ("people", "signal", "note")
    head = (
        words.text("run_chart.when"),
        value_column(words, unit),
        *(words.text(f"run_chart.{name}") for name in named),
    )
    return table(head, rows, widths=(3, 2, 2, 3, 5))
