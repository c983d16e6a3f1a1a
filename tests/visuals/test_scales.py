"""Places on a drawing and the values that its axes name."""

import pytest

from knowledge_hub.visuals.scales import Scale, coordinate, month_ticks, round_ticks


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ([39, 75], [30, 40, 50, 60, 70, 80]),
        ([3, 70], [0, 20, 40, 60, 80]),
        ([5, 5], [4, 4.5, 5, 5.5, 6]),
        ([0.01, 0.05], [0, 0.01, 0.02, 0.03, 0.04, 0.05]),
        ([-10, 10], [-10, -5, 0, 5, 10]),
        ([0, 0], [-1, -0.5, 0, 0.5, 1]),
        ([1e9, -1e9], [-1e9, -5e8, 0, 5e8, 1e9]),
    ],
)
def test_ticks_are_round_and_hold_every_value(values: list[float], ticks: list[float]) -> None:
    """Steps of 1, 2 or 5; from zero where the values start near it."""
    assert round_ticks(values) == ticks


def test_months_are_named_as_people_count_them() -> None:
    """January goes by its year; the first tick always names one."""
    assert month_ticks(2024 * 12 + 8.5, 2026 * 12 + 9.5) == [
        (2025 * 12, "2025"), (2025 * 12 + 6, "Jul"), (2026 * 12, "2026"), (2026 * 12 + 6, "Jul"),
    ]  # fmt: skip
    assert month_ticks(2024 * 12 + 1.2, 2024 * 12 + 4.8)[0] == (2024 * 12 + 2, "Mar 2024")


@pytest.mark.parametrize("years", [0.1, 1, 7, 40, 300, 1820, 9998])
def test_there_are_never_too_many_months(years: float) -> None:
    """A month and a century both have a handful of ticks."""
    assert 1 <= len(month_ticks(24_000.3, 24_000.3 + years * 12)) <= 7


def test_coordinates_are_short_and_have_no_negative_zero() -> None:
    """The same drawing has the same bytes everywhere."""
    assert [coordinate(number) for number in (1, 1.25, 1.96, -0.04, 0.04, -3.5)] == ["1", "1.2", "2", "0", "0", "-3.5"]


def test_a_scale_can_run_either_way() -> None:
    """Values go up where coordinates go down."""
    assert Scale(0, 10, 100, 0).place(2.5) == 75
