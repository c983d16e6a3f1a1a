"""What a run chart says in words."""

from typing import Any

import pytest

from knowledge_hub.visuals.measure_series import create_series
from knowledge_hub.visuals.run_chart_tables import create_point_rows, create_rule_rows
from knowledge_hub.visuals.run_chart_words import (
    newest_phase,
    number_words,
    write_facts,
    write_finding,
    write_notes,
)
from knowledge_hub.words.words import Words
from support.measures import create_measure, read_cases

WORDS = Words()
CASES: list[dict[str, Any]] = read_cases()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_finding_is_one_plain_sentence(case: dict[str, Any]) -> None:
    """Each kind of finding has its words, and rests on the median and the signals that were worked out by hand."""
    series = create_series(create_measure(case["values"], **case.get("fields", {})))
    found: dict[str, Any] = {"finding": write_finding(series, WORDS)}
    if phase := newest_phase(series):
        assert phase.analysis
        found |= {
            "median": phase.analysis.median,
            "shifts": [list(signal.indices) for signal in phase.analysis.shifts],
            "trends": [list(signal.indices) for signal in phase.analysis.trends],
        }
    assert found == {name: case[name] for name in ("finding", "median", "shifts", "trends") if name in case}


def test_facts_name_the_median_and_what_it_rests_on() -> None:
    """A frozen median is told apart from one of all points."""
    frozen = create_series(create_measure([1, 3, 9], baseline_points=2, unit="percent"))
    assert write_facts(frozen, WORDS) == (
        "3 points, January 2024 to March 2024. The median of the baseline, its first 2 points, is 2 percent. "
        "The latest value is 9 percent."
    )
    free = create_series(create_measure([1, 3, 9]))
    assert "The median of all points is 3; no baseline is set apart." in write_facts(free, WORDS)


def test_hidden_points_are_counted_but_never_told() -> None:
    """A reader learns that something is left out and why, not what."""
    series = create_series(create_measure([1, 77, 3], sizes=[20, 4, 20]))
    notes = write_notes(series, WORDS)
    assert notes[0] == "1 point is left out, because it stands for fewer than 10 people."
    rows = create_point_rows(series, WORDS)
    assert (rows[1].value, rows[1].n, rows[1].note) == ("Left out: fewer than 10 people", "", "")
    told = " ".join([write_finding(series, WORDS), write_facts(series, WORDS), *notes, *(str(row) for row in rows)])
    assert "77" not in told


def test_a_new_baseline_is_told_with_its_reason() -> None:
    """Readers see from when on values are compared anew, and why."""
    series = create_series(create_measure([1, 2, 3, 4], new_baselines=[{"from": "2024-03", "reason": "New form."}]))
    assert write_notes(series, WORDS) == ["From March 2024 on, the values have a median of their own. New form."]
    assert "since March 2024" in write_facts(series, WORDS)


def test_the_table_says_side_and_signal_of_each_point() -> None:
    """What the picture shows by shape stands in words."""
    series = create_series(create_measure([5, 5, 4, 6, 7, 8, 9, 10, 11, 9], baseline_points=2))
    assert [(row.value, row.side, row.signal) for row in create_point_rows(series, WORDS)] == [
        ("5", "on it", ""),
        ("5", "on it", ""),
        ("4", "below", "Trend (weak)"),
        *((str(value), "above", "Shift, Trend (weak)") for value in range(6, 12)),
        ("9", "above", "Shift"),
    ]


def test_each_rule_says_what_it_found() -> None:
    """The limits are those of this many points."""
    rows = create_rule_rows(create_series(create_measure([1, 1, 1, 1, 1, 9, 9, 9, 9, 9])), WORDS)
    assert [(row.name, row.here, row.verdict) for row in rows] == [
        ("Shift", "fewer than 6", "No signal"),
        ("Trend", "2 in a row", "No signal"),
        ("Number of runs", "2", "Signal: too few"),
        ("Longest run", "5", "No signal"),
        ("Crossings", "1", "Signal"),
    ]
    assert rows[2].looks_for == "Fewer than 3 or more than 9 runs, for 10 points off the median"


def test_rules_that_cannot_be_used_say_why() -> None:
    """Under ten points there are none; under ten points off the median three are not used."""
    assert create_rule_rows(create_series(create_measure([1] * 9)), WORDS) == []
    rows = create_rule_rows(create_series(create_measure([5, 5, 5, 5, 1, 9, 1, 9, 1, 9, 1, 9])), WORDS)
    assert [row.verdict for row in rows[2:]] == ["Not used"] * 3
    assert rows[2].here == "fewer than 10 points lie off the median"


@pytest.mark.parametrize(
    ("value", "words"),
    [(43.5, "43.5"), (70.0, "70"), (1234.567, "1,234.57"), (-0.5, "-0.5"), (100, "100"), (0, "0"), (0.005, "0.005")],
)
def test_numbers_are_written_as_readers_write_them(value: float, words: str) -> None:
    """No trailing zeros, at most two decimals, thousands with a comma."""
    assert number_words(value) == words
