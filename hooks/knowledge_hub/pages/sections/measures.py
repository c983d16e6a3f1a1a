"""The measures of a community or a case study: what each counts, and its run chart where there are points."""

from collections.abc import Sequence

from markupsafe import Markup

from knowledge_hub.dates import month_words
from knowledge_hub.hub_pages import RUN_CHART_MAKER
from knowledge_hub.pages.frame.facts import Fact
from knowledge_hub.pages.frame.page import NO_HTML
from knowledge_hub.pages.frame.record_parts import Section
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.pages.sections.run_chart_rules import describe_rules
from knowledge_hub.records.parts.measure import Measure
from knowledge_hub.sentences import upper_first
from knowledge_hub.visuals.measure_series import Series, create_series
from knowledge_hub.visuals.numbered_tests import NumberedTest
from knowledge_hub.visuals.run_chart import Mark, RunChart, create_run_chart
from knowledge_hub.visuals.run_chart_tables import create_point_rows, create_rule_rows
from knowledge_hub.visuals.run_chart_words import (
    number_words,
    write_facts,
    write_finding,
    write_notes,
)
from knowledge_hub.words.words import Words

_SHIFTS = ("good", "bad", "plain")


def measures_section(
    site: Site,
    root: str,
    measures: Sequence[Measure],
    tests: Sequence[NumberedTest] = (),
) -> list[Section]:
    """Return every measure with its chart, on which the tests of change that name it are marked."""
    if not measures:
        return []
    rows = [_create_row(site, measure, tests) for measure in measures]
    has_charts = any(row["figure"] for row in rows)
    html = site.render(
        "measures",
        rows=rows,
        has_charts=has_charts,
        rules=describe_rules(site, root) if has_charts else None,
        maker=root + RUN_CHART_MAKER,
    )
    return [Section("measures", site.text("community.measures"), html)]


def measure_anchor(measure_id: str) -> str:
    """Return the fragment of a measure on its page."""
    return f"measure-{measure_id}"


def _create_row(site: Site, measure: Measure, tests: Sequence[NumberedTest]) -> dict[str, object]:
    series = create_series(measure)
    return {
        "id": measure_anchor(measure.id),
        "name": measure.name,
        "kind": site.label("measure-kinds", measure.kind),
        "definition": measure.definition or "",
        "details": measure_details(measure),
        "figure": render_run_chart(site, series, [test for test in tests if measure.id in test.test.measures]),
    }


def render_run_chart(site: Site, series: Series, tests: Sequence[NumberedTest] = ()) -> Markup:
    """Return the figure of a measure, "" where there is no value to show."""
    chart = create_run_chart(series, tests)
    if chart is None:
        return NO_HTML
    measure = series.measure
    finding, facts = write_finding(series, site.words), write_facts(series, site.words)
    columns, rows = _create_table(site, series)
    return site.render(
        "run-chart",
        id=f"chart-{measure.id}",
        chart=chart,
        title=measure.name,
        finding=finding,
        facts=facts,
        description=f"{finding} {facts}",
        unit=upper_first(measure.unit or site.text("run_chart.unit")),
        direction=site.label("directions", measure.direction) if measure.direction else "",
        arrow=site.mark("directions", measure.direction),
        key=_create_key(site, chart.marks),
        tests=[
            {"number": test.number, "title": test.test.title, "href": test.href, "when": month_words(test.date)}
            for test in chart.tests
        ],
        notes=write_notes(series, site.words),
        caption=site.text("run_chart.table", title=measure.name),
        columns=columns,
        rows=rows,
        rules=create_rule_rows(series, site.words),
    )


def render_drawing(site: Site, chart: RunChart) -> Markup:
    """Return the shapes and words inside the picture of a run chart, without the <svg> element around them."""
    return site.render("run-chart-drawing", chart=chart)


def _create_key(site: Site, marks: Sequence[Mark]) -> dict[str, object]:
    """Return what the key must explain: the kinds of shift in use, and whether there is a trend."""
    kinds = {mark.kind for mark in marks if mark.shape == "square"}
    return {
        "shifts": [
            {"kind": kind, "words": site.text(f"run_chart.in_shift.{kind}")} for kind in _SHIFTS if kind in kinds
        ],
        "has_trend": any(mark.has_ring for mark in marks),
    }


def _create_table(site: Site, series: Series) -> tuple[list[str], list[dict[str, object]]]:
    """Return head and rows of the data table, without the columns that say nothing."""
    points = create_point_rows(series, site.words)
    unit, signal = series.measure.unit, site.text("run_chart.signal")
    named = (
        (value_column(site.words, unit), [point.value for point in points]),
        (site.text("run_chart.people"), [point.n for point in points]),
        (site.text("run_chart.median_label"), [point.side for point in points]),
        (signal, [point.signal for point in points]),
        (site.text("run_chart.note"), [point.note for point in points]),
    )
    kept = [(label, cells) for label, cells in named if any(cells) or label == signal]
    rows: list[dict[str, object]] = [
        {
            "head": point.when,
            "cells": [{"label": label, "text": cells[number]} for label, cells in kept],
        }
        for number, point in enumerate(points)
    ]
    return [site.text("run_chart.when"), *(label for label, _ in kept)], rows


def value_column(words: Words, unit: str | None) -> str:
    """Return the name of the column that has the values."""
    return words.text("run_chart.value_in", unit=unit) if unit else words.text("run_chart.value")


def measure_details(measure: Measure) -> list[Fact]:
    """Return how a measure is counted, without what it doesn't say."""
    goal = number_words(measure.goal, measure.unit) if measure.goal is not None else None
    named = (
        ("Counted", measure.numerator),
        ("Out of", measure.denominator),
        ("How often", measure.how_often),
        ("Goal", goal),
    )
    return [Fact(label, text) for label, text in named if text]
