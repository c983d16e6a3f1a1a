"""The drawings of the library in numbers: places worked out by hand."""

from knowledge_hub.visuals.statistics.bars import measure_bars
from knowledge_hub.visuals.statistics.growth_chart import create_growth_chart


def test_the_largest_number_has_the_longest_bar() -> None:
    """The others are as long as their part of it, and nothing has no length."""
    assert measure_bars([50, 10, 0, 1]) == ["100", "20", "0", "2"]
    assert measure_bars([0, 0]) == ["0", "0"]
    assert measure_bars([]) == []


def test_growth_rises_at_the_end_of_each_month() -> None:
    """Three months on a line of 520 points, totals up to 4 on 296 points."""
    chart = create_growth_chart([("2026-01", 1), ("2026-04", 4)])
    assert chart is not None
    assert chart.line == "84,312 214,312 214,238 604,238 604,16"
    assert chart.area == f"{chart.line} 604,312 84,312"
    assert [(tick.place, tick.text) for tick in chart.value_ticks] == [
        ("312", "0"),
        ("238", "1"),
        ("164", "2"),
        ("90", "3"),
        ("16", "4"),
    ]
    assert [tick.text for tick in chart.time_ticks] == ["2026", "Feb", "Mar", "Apr", "May"]


def test_one_month_needs_no_picture() -> None:
    """A table of one line says it better."""
    assert create_growth_chart([("2026-01", 7)]) is None
    assert create_growth_chart([]) is None


def test_growth_over_centuries_can_be_drawn() -> None:
    """The axes stay readable whatever a library tells of."""
    chart = create_growth_chart([("1500-01", 1), ("2199-12", 100_000)])
    assert chart is not None
    assert len(chart.time_ticks) <= 7
    assert chart.value_ticks[-1].text == "100,000"
