"""The rules of run charts in the browser: they find what the build finds, in the same words and the same picture."""

import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route

from knowledge_hub.catalogue.from_library import create_catalogue
from knowledge_hub.library.library import Library
from knowledge_hub.pages import Site
from knowledge_hub.pages.sections.measures import render_drawing
from knowledge_hub.records import community
from knowledge_hub.records.parts.measure import Measure
from knowledge_hub.small_groups import SMALLEST_GROUP
from knowledge_hub.visuals.measure_series import Phase, create_series
from knowledge_hub.visuals.numbered_tests import NumberedTest, number_tests
from knowledge_hub.visuals.run_chart import create_run_chart
from knowledge_hub.visuals.run_chart_tables import create_point_rows, create_rule_rows
from knowledge_hub.visuals.run_chart_words import write_facts, write_finding, write_notes
from knowledge_hub.words.words import Words
from support.builds import ROOT
from support.fixed_day import TODAY
from support.measures import create_measure, read_cases

pytestmark = pytest.mark.slow

MODULES = ROOT / "hooks/knowledge_hub/theme/assets/hub"
ORIGIN = "https://charts.example/"
WORDS = Words()
# What the modules make of many measures in one go.
ANALYZE = """async ([measures, words]) => {
  const load = (name) => import(`/run-chart-maker/${name}.js`);
  const [series, said, tables, dates, drawing] =
    await Promise.all(["series", "words", "tables", "dates", "drawing"].map(load));
  const place = (text) => dates.monthPosition(dates.readDate(text));
  return measures.map((measure) => {
    const points = measure.points.map((point) => ({
      ...point, position: place(point.date), when: dates.dateWords(dates.readDate(point.date)),
    }));
    const newBaselines = measure.newBaselines.map((start) => ({ ...start, position: place(start.from) }));
    const isHidden = (point) => point.n !== null && point.n < measure.smallest;
    const made = series.createSeries({ ...measure, points, newBaselines, isHidden, hasDates: true });
    const changes = measure.changes.map((date) => ({ position: place(date) }));
    const picture = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    if (measure.isDrawn && made.shown.length) picture.append(...drawing.drawChart(made, changes, words));
    return {
      phases: made.phases.map(({ analysis, reason }) => [reason ?? "", analysis]),
      broken: made.points.map((point) => point.startsLine),
      finding: said.writeFinding(made, words),
      facts: said.writeFacts(made, words),
      notes: said.writeNotes(made, words),
      rows: tables.createPointRows(made, words).map((row) => [row.when, row.value, row.n, row.side, row.signal]),
      rules: tables.createRuleRows(made, words).map((row) => [row.name, row.looksFor, row.here, row.verdict]),
      drawing: picture.innerHTML,
    };
  });
}"""

# What the modules read in pasted texts: of each the whens, values and remarks, and the unit where it is told.
READ = """async ([texts, words]) => {
  const { readColumns, readPoints } = await import("/run-chart-maker/reading/points.js");
  return texts.map((text) => {
    const { points, remarks, hasPercent } = readPoints(readColumns(text, words), {}, words);
    return [points.map((point) => point.when), points.map((point) => point.value), remarks, hasPercent];
  });
}"""
# Pasted text, where its points stand, their values. Words of a remark follow where there is one.
JAN, FEB, MAR = "January 2026", "February 2026", "March 2026"
ONE, TWO, THREE = "point 1", "point 2", "point 3"
PASTED: list[tuple[str, list[str], list[float | None], str]] = [
    ("", [], [], ""),
    ("4\n5\n\n6\n\n", [ONE, TWO, THREE, "point 4"], [4, 5, None, 6], ""),
    ("Percent\r\n85%\r\n90 %\r\n-\r\n", [ONE, TWO, THREE], [85, 90, None], ""),
    ("85,5\n90\n1.234,5", [ONE, TWO, THREE], [85.5, 90, 1234.5], ""),
    ("1,234\n1,5\n", [ONE, TWO], [1.234, 1.5], ""),
    ("1,234\n2,345.5\n", [ONE, TWO], [1234, 2345.5], ""),
    ("1,85\n2,90\n3,78\n", ["1", "2", "3"], [85, 90, 78], ""),
    ("4; 5; 6", [ONE, TWO, THREE], [4, 5, 6], ""),
    ("4, 5, 6", [ONE, TWO, THREE], [4, 5, 6], ""),
    ("Month\tSeen\n2026-01\t5\n2026-02\t\n2026-03\t7", [JAN, FEB, MAR], [5, None, 7], ""),
    ("Jan-26\t5\nFeb-26\t6", [JAN, FEB], [5, 6], ""),
    ("January 2026 5\nMarch 2026 6,5", [JAN, MAR], [5, 6.5], ""),
    ("1/31/2026\t5\n2/1/2026\t6", ["January 31, 2026", "February 1, 2026"], [5, 6], ""),
    ("31/1/2026\t5\n1/2/2026\t6", ["January 31, 2026", "February 1, 2026"], [5, 6], ""),
    ("1.2.2026;5,5\n15.2.2026;6", ["February 1, 2026", "February 15, 2026"], [5.5, 6], ""),
    ("2026-01,5\n2026-02,6", [JAN, FEB], [5, 6], ""),
    ('2026-01,"1,204"\n2026-02,"1,310"', [JAN, FEB], [1204, 1310], ""),
    ("\t2026-01\t2026-02\nSeen\t5\t6", [JAN, FEB], [5, 6], ""),
    ("2019\t5\n2020\t6", ["2019", "2020"], [5, 6], ""),
    ("Week 1\t5\nWeek 2\t6", ["Week 1", "Week 2"], [5, 6], ""),
    ("Month\tCount\tOut of\tShare\n2026-01\t4\t8\t50%\n2026-02\t5\t8\t62.5%", [JAN, FEB], [50, 62.5], ""),
    ("2026-01\t5\n2026-02\ttoo few\n", [JAN, FEB], [5, None], "“too few” in row 2 is no number"),
    ("2026-01\t5\n2026-02\t6\nTotal\t11", ["2026-01", "2026-02", "Total"], [5, 6, 11], "“Total” in row 3 is no date"),
    ("2026-13\t5\n2026-02-30\t6", ["2026-13", "2026-02-30"], [5, 6], ""),
    ("−5\n1e9\n<img src=x onerror=alert(1)>", [ONE, TWO, THREE], [-5, None, None], "“1e9” in row 2"),
]


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """An empty page that can import the modules as they stand in the sources."""
    page = browser.new_context().new_page()
    page.route(f"{ORIGIN}**", _serve)
    page.goto(ORIGIN)
    yield page
    page.context.close()


def _serve(route: Route) -> None:
    path: Path = MODULES / urlsplit(route.request.url).path.lstrip("/")
    if path.suffix == ".js":
        route.fulfill(path=path, content_type="text/javascript")
    else:
        route.fulfill(body='<!doctype html><html lang="en"><title>Charts</title>', content_type="text/html")


def test_the_browser_finds_what_the_build_finds(page: Page) -> None:
    """The hand-worked series and a thousand made-up ones: findings, facts, notes, tables; of every tenth the picture."""
    site = Site(create_catalogue(Library()), TODAY)
    made = [create_measure(case["values"], **case.get("fields", {})) for case in read_cases()]
    made += _made_up_measures()
    measures = [(measure, _changes(number) if number % 10 == 0 else ()) for number, measure in enumerate(made)]
    asked = [_as_asked(measure, changes, is_drawn=n % 10 == 0) for n, (measure, changes) in enumerate(measures)]
    answers = page.evaluate(ANALYZE, [asked, WORDS.tree["run_chart"]])
    for number, ((measure, changes), answer) in enumerate(zip(measures, answers, strict=True)):
        expected = _expect(site, measure, changes, is_drawn=number % 10 == 0)
        answer["drawing"] = _plain_svg(answer["drawing"])
        assert answer == expected, measure


def test_the_hand_worked_series_in_the_browser(page: Page) -> None:
    """What was worked out by hand is what the browser says, too."""
    cases = read_cases()
    asked = [_as_asked(create_measure(case["values"], **case.get("fields", {})), ()) for case in cases]
    for case, answer in zip(cases, page.evaluate(ANALYZE, [asked, WORDS.tree["run_chart"]]), strict=True):
        assert answer["finding"] == case["finding"]
        if "median" in case:
            analysis = answer["phases"][-1][1]
            indices = {name: [signal["indices"] for signal in analysis[name]] for name in ("shifts", "trends")}
            assert {"median": analysis["median"], **indices} == {name: case[name] for name in ("median", *indices)}


def test_what_teams_paste_is_read(page: Page) -> None:
    """Tabs, commas, decimal commas, percent signs, dates of many kinds; what can't be read is missing, and told."""
    words = WORDS.tree["run_chart_maker_said"]
    answers = page.evaluate(READ, [[text for text, *_ in PASTED], words])
    for (text, whens, values, remark), (read_whens, read_values, remarks, has_percent) in zip(
        PASTED, answers, strict=True
    ):
        assert (text, read_whens, read_values) == (text, whens, values)
        assert remarks[0].startswith(remark) if remark else remarks == [], (text, remarks)
        assert has_percent == ("%" in text), text


def _made_up_measures() -> Iterator[Measure]:
    chance = random.Random(20261126)  # noqa: S311 -- the same made-up series every time
    for _ in range(1000):
        spread = chance.choice([3, 6, 20, 500])
        divisor = chance.choice([1, 2, 8, 10, 1000])
        values: list[float | None] = [chance.randint(-1, spread) / divisor for _ in range(chance.randint(0, 40))]
        if values and chance.random() < 0.5:
            start = chance.randrange(len(values))
            values[start:] = [value + spread / divisor for value in values[start:] if value is not None]
        if chance.random() < 0.4:
            values = [None if chance.random() < 0.15 else value for value in values]
        sizes = [chance.choice([None, 5, 10, 1200]) for _ in values] if chance.random() < 0.2 else []
        yield create_measure(values, sizes=sizes, **_made_up_fields(chance))


def _made_up_fields(chance: random.Random) -> dict[str, Any]:
    starts = [{"from": "2025-03", "reason": "A new form.", "points": chance.choice([None, 6])}]
    return {
        "baseline_points": chance.choice([None, 1, 6, 10, 12]),
        "unit": chance.choice([None, "percent"]),
        "goal": chance.choice([None, 0, 2.5, 75]),
        "direction": chance.choice([None, "up-is-better", "down-is-better", "steady-is-better"]),
        "new_baselines": starts if chance.random() < 0.2 else [],
    }


def _changes(number: int) -> tuple[str, ...]:
    return ((), ("2024-03",), ("2024-05-02", "2024-05-20", "2025-01"))[number % 3]


def _as_asked(measure: Measure, changes: Sequence[str], *, is_drawn: bool = False) -> dict[str, Any]:
    """Return a measure as the page has it after reading what somebody pasted."""
    starts = [{"from": new.from_, "points": new.points, "reason": new.reason} for new in measure.new_baselines]
    return {
        "unit": measure.unit or "",
        "goal": measure.goal,
        "direction": measure.direction or "",
        "baselinePoints": measure.baseline_points,
        "newBaselines": starts,
        "smallest": SMALLEST_GROUP,
        "points": [{"date": point.date, "value": point.value, "n": point.n} for point in measure.points],
        "changes": list(changes),
        "isDrawn": is_drawn,
    }


def _expect(site: Site, measure: Measure, changes: Sequence[str], *, is_drawn: bool) -> dict[str, Any]:
    series = create_series(measure)
    chart = create_run_chart(series, _number(changes)) if is_drawn else None
    return {
        "phases": [[phase.reason, _plain(phase)] for phase in series.phases],
        "broken": [point.starts_line for point in series.points],
        "finding": write_finding(series, WORDS),
        "facts": write_facts(series, WORDS),
        "notes": write_notes(series, WORDS),
        "rows": [[row.when, row.value, row.n, row.side, row.signal] for row in create_point_rows(series, WORDS)],
        "rules": [[row.name, row.looks_for, row.here, row.verdict] for row in create_rule_rows(series, WORDS)],
        "drawing": _plain_svg(str(render_drawing(site, chart))) if chart else "",
    }


def _number(changes: Sequence[str]) -> tuple[NumberedTest, ...]:
    tests = [
        community.TestOfChange.model_construct(id=f"test-{number}", title="A test", started=date, ended=None)
        for number, date in enumerate(changes)
    ]
    return number_tests((test, "") for test in tests)


def _plain(phase: Phase) -> dict[str, Any] | None:
    found = phase.analysis
    if found is None:
        return None
    test = found.runs_test
    return {
        "median": found.median,
        "baseline": found.baseline,
        "sides": list(found.sides),
        "hasEnoughPoints": found.has_enough_points,
        "shifts": [{"direction": run.direction, "indices": list(run.indices)} for run in found.shifts],
        "trends": [{"direction": run.direction, "indices": list(run.indices)} for run in found.trends],
        "longestTrend": found.longest_trend,
        "runsTest": test
        and {
            "useful": test.useful,
            "runs": test.runs,
            "longest": test.longest,
            "crossings": test.crossings,
            "fewestRuns": test.fewest_runs,
            "mostRuns": test.most_runs,
            "longestAllowed": test.longest_allowed,
            "fewestCrossings": test.fewest_crossings,
            "hasTooFewRuns": test.has_too_few_runs,
            "hasTooManyRuns": test.has_too_many_runs,
            "hasLongRun": test.has_long_run,
            "hasFewCrossings": test.has_few_crossings,
        },
    }


def _plain_svg(markup: str) -> str:
    """Return a drawing without what the two ways of writing it differ in: ends of lines and of empty elements."""
    return re.sub(r"></(?:line|circle|path|polyline)>", "/>", re.sub(r"\s*\n\s*", "", markup))
