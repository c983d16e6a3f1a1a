"""The figures of what a contributor waits for, and the change by which they are measured."""

import pytest
import yaml

from measuring.serve_times import SaveTimes, add_word, describe_saves, find_most_seconds


def test_of_a_few_saves_the_median_is_told() -> None:
    """One slow moment of the machine says nothing."""
    times = SaveTimes([0.1, 0.2, 9.0], [1.0, 3.0, 2.0], [2.5, 2.0, 3.5])
    assert times.medians() == (0.2, 2.0, 2.5)
    assert "after 0.20 s" in describe_saves(times)


@pytest.mark.parametrize(
    ("records", "most"), [(0, 0.6), (100, 0.6), (101, 1.2), (1000, 1.2), (5000, 5.0), (50_000, 5.0)]
)
def test_a_library_has_the_promise_of_the_next_larger_one(records: int, most: float) -> None:
    """Nothing is promised beyond the largest that is measured."""
    assert find_most_seconds(records) == most


@pytest.mark.parametrize("summary", ["Plain text", "'In quotes'", '"In quotes"', ">-\n  On the next line"])
def test_a_word_more_is_a_change_of_the_text(summary: str) -> None:
    """However the summary is written."""
    changed = yaml.safe_load(add_word(f"title: A\nsummary: {summary}\nquestion: B\n", "edit1"))
    assert changed["summary"].startswith("edit1 ")
    assert (changed["title"], changed["question"]) == ("A", "B")
