"""A measure: which of its points tell of too few people to be shown."""

import pytest

from knowledge_hub.small_groups import SMALLEST_GROUP
from support.measures import create_measure


@pytest.mark.parametrize(
    ("n", "is_hidden"), [(None, False), (0, True), (SMALLEST_GROUP - 1, True), (SMALLEST_GROUP, False)]
)
def test_a_small_group_is_hidden(n: int | None, is_hidden: bool) -> None:
    """A point is shown from the smallest group on, or where nobody said how many stand behind it."""
    measure = create_measure([50], sizes=[n], unit="percent")
    assert measure.is_hidden(measure.points[0]) is is_hidden


@pytest.mark.parametrize("unit", ["students", "Families", "young people"])
def test_a_count_of_people_is_a_group_itself(unit: str) -> None:
    """Where the value counts people, it is the size of the group."""
    measure = create_measure([SMALLEST_GROUP - 1, SMALLEST_GROUP], unit=unit)
    assert [measure.is_hidden(point) for point in measure.points] == [True, False]


def test_a_count_of_anything_else_is_shown() -> None:
    """Few schools or days tell of nobody."""
    measure = create_measure([1], unit="school days")
    assert not measure.is_hidden(measure.points[0])
