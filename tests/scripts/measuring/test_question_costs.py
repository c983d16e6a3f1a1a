"""What the first question costs, told of many."""

from measuring.question_costs import Cost, describe_costs, find_middle


def test_costs_are_told_by_their_middle_and_their_end() -> None:
    """What is over the promise by bytes or by requests is counted."""
    costs = [Cost("a", 40_000, 5), Cost("b", 50_000, 7), Cost("c", 61_000, 8)]
    assert find_middle(costs) == (50_000, 7)
    assert [cost.is_kept for cost in costs] == [True, False, False]
    assert list(describe_costs(costs))[1:] == [
        "  median 50.0 kB in 7 requests",
        "  nine of ten at most 61.0 kB; 8 requests",
        "  most 61.0 kB; 8 requests",
        "  over 60 kB 1, over 6 requests 2, either 2",
        "  the costliest: c",
    ]
