"""A learning community: the order of its tests of change."""

from knowledge_hub.records import Community
from knowledge_hub.records.community import TestOfChange as Cycle
from support.made_fields import FieldMaker, tiny_vocabularies


def _community(*cycles: dict[str, str]) -> Community:
    tests = [{"title": "x", "change_idea": "x", **cycle} for cycle in cycles]
    fields = {**FieldMaker().fields(Community, without="id"), "id": "network", "tests_of_change": tests}
    return Community.model_validate(fields, context={"vocabularies": tiny_vocabularies()})


def test_tests_of_change_are_read_in_order_of_time() -> None:
    """A test counts from its start, or its end where only that is known; those without a date come last."""
    community = _community(
        {"id": "undated"},
        {"id": "in-march", "started": "2025-03"},
        {"id": "on-a-day-in-march", "started": "2025-03-02", "ended": "2026"},
        {"id": "undated-too"},
        {"id": "ended-in-february", "ended": "2025-02"},
    )
    assert [test.id for test in community.tests_in_order] == [
        *("ended-in-february", "on-a-day-in-march", "in-march", "undated", "undated-too")
    ]


def test_a_test_of_change_has_one_date() -> None:
    """Its start says when it was, its end where there is no start, and nothing where there is neither."""
    dates = [{"started": "2025", "ended": "2026"}, {"ended": "2026"}, {}]
    cycles = [Cycle.model_validate({"id": "a", "title": "a", "change_idea": "x", **fields}) for fields in dates]
    assert [cycle.date for cycle in cycles] == ["2025", "2026", ""]
