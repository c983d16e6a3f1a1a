"""That the check by schema.org's vocabulary finds what it should; every page of every built hub goes through it."""

from typing import Any

import pytest

from support.rules.schema_org import find_faults

RIGHT: dict[str, Any] = {
    "@type": ["Article", "LearningResource"],
    "name": "x",
    "teaches": "x",
    "author": [{"@type": "Person", "name": "x"}, {"@type": "Project", "name": "x"}],
    "dateModified": "2026-02-03",
    "temporalCoverage": "2021/..",
    "timeRequired": "PT5M",
    "license": "https://x.example/",
    "isAccessibleForFree": True,
    "position": 1,
}


def test_what_is_right_has_no_fault() -> None:
    """A type may be one of several, a value one of a kind below the one that is asked for."""
    assert list(find_faults(RIGHT)) == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"@type": "Artikel"},
        {"writer": "x"},
        {"foundingDate": "2020"},
        {"author": "Ada"},
        {"author": {"@type": "Place", "name": "x"}},
        {"dateModified": "last week"},
        {"timeRequired": "P"},
        {"timeRequired": "5 minutes"},
        {"url": "lessons/ask/"},
        {"isAccessibleForFree": "yes"},
        {"author": {"@type": "Person", "nom": "x"}},
        {"isPartOf": {"@id": "lessons/"}},
    ],
)
def test_what_is_wrong_is_found(wrong: dict[str, Any]) -> None:
    """No type or property that isn't there, none on the wrong type, no value of the wrong kind, at any depth."""
    assert list(find_faults({**RIGHT, **wrong}))
