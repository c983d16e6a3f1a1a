"""Why two records are connected: a reason for each pair of types, on both sides."""

import itertools

import pytest

from knowledge_hub.records import RECORD_TYPES
from knowledge_hub.records.fields import Reference
from knowledge_hub.records.relations import relation_reasons

TYPES = [cls.type for cls in RECORD_TYPES]


@pytest.mark.parametrize(("source", "target"), list(itertools.product(TYPES, TYPES)))
def test_every_pair_has_a_reason_on_both_sides(source: str, target: str) -> None:
    """Whatever may be connected, a reader of either page is told why."""
    forward, backward = relation_reasons(Reference(target), source)
    assert forward
    assert backward
    assert relation_reasons(Reference(source), target) == (backward, forward)


def test_a_field_may_say_more() -> None:
    """A reference with reasons of its own keeps them, each side by itself."""
    assert relation_reasons(Reference("toolkit", "Used", ""), "case-study") == ("Used", "An example to learn from")
    assert relation_reasons(Reference("toolkit", "", "Used here"), "case-study") == (
        "Helps you to try the same",
        "Used here",
    )
