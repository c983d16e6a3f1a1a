"""Measures and worksheet tables as sheets: what stands in which cell, and what stays out."""

from pathlib import Path
from typing import Any

import pytest

from knowledge_hub.exports.documents.data_sheets import create_measure_sheets, create_table_sheets
from knowledge_hub.exports.documents.sheet import Column, Sheet
from knowledge_hub.pages import Site
from knowledge_hub.records import Community, Toolkit
from support.fixed_day import TODAY
from support.small_library import create_small_catalogue

WHOLE: dict[str, Any] = {
    "id": "seen",
    "name": "Seen in time",
    "kind": "outcome",
    "definition": "Who was seen within a week.",
    "numerator": "Seen in time",
    "denominator": "All who were referred",
    "unit": "percent",
    "frequency": "Each month",
    "goal": 80,
    "direction": "up-is-better",
    "points": [
        {"date": "2026-01", "value": 50, "n": 30, "note": "A new form."},
        {"date": "2026-02", "value": 66.5, "n": 4, "note": "A snow week."},
    ],
}
PEOPLE = {"id": "here", "name": "Here", "kind": "outcome", "unit": "students", "points": [{"date": "2026", "value": 3}]}


def _measure_sheets(folder: Path, *measures: dict[str, Any]) -> list[Sheet]:
    # The gate lets small numbers pass in an illustration only.
    record = {"measures": list(measures), "evidence": {"status": "composite"}}
    catalogue = create_small_catalogue(folder, {"communities/network": record})
    community = catalogue.get("community", "network")
    assert isinstance(community, Community)
    return create_measure_sheets(Site(catalogue, TODAY), community)


def test_a_community_without_measures_has_no_sheets(tmp_path: Path) -> None:
    """An empty workbook is no help."""
    assert _measure_sheets(tmp_path) == []


def test_the_plan_has_all_that_a_measure_says_of_itself(tmp_path: Path) -> None:
    """In words, not ids; what isn't said is an empty cell, and choices can be chosen from."""
    plan, _ = _measure_sheets(tmp_path, WHOLE, {**WHOLE, "id": "bare", "name": "Bare", "direction": None, "goal": None})
    labels = ("Measure", "Kind", "Definition", "Count on top", "Out of", "Unit", "How often", "Goal", "Better is")
    assert tuple(column.label for column in plan.columns) == labels
    whole = ("Outcome", "Who was seen within a week.", "Seen in time", "All who were referred", "percent", "Each month")
    assert plan.rows == (
        ("Seen in time", *whole, 80, "Up is better"),
        ("Bare", *whole, None, None),
    )
    assert {column.label: column.options for column in plan.columns if column.options} == {
        "Kind": ("Outcome",),
        "Better is": ("Up is better",),
    }
    assert [column.label for column in plan.columns if column.type == "number"] == ["Goal"]


def test_the_data_leave_small_groups_out(tmp_path: Path) -> None:
    """Under ten people: no value, no number, no note, also where the value itself counts people."""
    _, data = _measure_sheets(tmp_path, WHOLE, PEOPLE)
    assert data.rows == (
        ("Seen in time", "2026-01", 50, 30, "A new form.", "percent", 50),
        ("Seen in time", "2026-02", None, "fewer than 10", None, "percent", None),
        ("Here", "2026", None, "fewer than 10", None, "students", None),
    )
    assert data.columns[0] == Column("Measure", options=("Seen in time", "Here"))


def test_each_measure_with_a_value_to_show_has_its_run_chart(tmp_path: Path) -> None:
    """Its points in order of time with their median, and in words what the page says of it."""
    points = [{"date": f"2025-{month:02}", "value": month, "n": 30} for month in (3, 1, 2)]
    _, data = _measure_sheets(tmp_path, PEOPLE, {**WHOLE, "points": points})
    (chart,) = data.charts
    assert [row[1:3] + row[6:] for row in data.rows[chart.first_row : chart.last_row + 1]] == [
        ("2025-01", 1, 2), ("2025-02", 2, 2), ("2025-03", 3, 2),
    ]  # fmt: skip
    assert [data.columns[column].label for column in (chart.title, chart.names, *chart.lines)] == [
        *("Measure", "Date", "Value", "Median"),
    ]
    assert chart.about.startswith("It is too early to tell signals from chance")


@pytest.fixture
def toolkit(tmp_path: Path) -> Toolkit:
    """A toolkit with one table among other fields, in its second worksheet."""
    table = {
        "id": "tasks",
        "label": "Tasks",
        "type": "table",
        "help": "One a row.",
        "columns": [
            {"id": "what", "label": "What"},
            {"id": "kind", "label": "Kind", "type": "choice", "options": ["First", "Later"]},
            {"id": "due", "label": "By when", "type": "date"},
        ],
    }
    text = {"id": "question", "label": "Our question", "type": "text"}
    bare = {name: value for name, value in table.items() if name != "help"}
    sheets = [
        {"id": name, "title": f"Sheet {name}", "instructions": "x", "sections": [{"title": "Before", "fields": fields}]}
        for name, fields in (
            ("a", [text]),
            ("b", [text, table, {**bare, "id": "more", "label": "More"}]),
        )
    ]
    catalogue = create_small_catalogue(tmp_path, {"toolkits/kit": {"worksheets": sheets}})
    kit = catalogue.get("toolkit", "kit")
    assert isinstance(kit, Toolkit)
    return kit


def test_every_table_is_an_empty_sheet(toolkit: Toolkit) -> None:
    """With its columns and choices, where it comes from, and its help where it has one."""
    columns = (Column("What"), Column("Kind", "choice", ("First", "Later")), Column("By when", "date"))
    assert create_table_sheets(toolkit) == [
        Sheet("Tasks", "Sheet b, Before. One a row.", columns),
        Sheet("More", "Sheet b, Before.", columns),
    ]
