"""The bars beside the numbers of a table, so that one sees at a glance which are large."""

from collections.abc import Sequence

from knowledge_hub.visuals.scales import Scale, coordinate

# The longest bar fills a drawing of this width.
LONGEST = 100


def measure_bars(numbers: Sequence[int]) -> list[str]:
    """Return the length of the bar of each number, none of which is below zero; the largest has the longest."""
    scale = Scale(0, max([1, *numbers]), 0, LONGEST)
    return [coordinate(scale.place(number)) for number in numbers]
