"""Makes measures from a few numbers, so that each test shows all that matters to it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from knowledge_hub.records.parts.measure import Measure

_CASES = Path(__file__).parent.parent / "visuals" / "run_charts.yml"


def read_cases() -> list[dict[str, Any]]:
    """Return the series that were worked out by hand, with what a chart must say of each."""
    cases: list[dict[str, Any]] = yaml.safe_load(_CASES.read_text(encoding="utf-8"))["cases"]
    return cases


def create_measure(
    values: Sequence[Any], *, first: str = "2024-01", sizes: Sequence[Any] = (), **fields: Any
) -> Measure:
    """Return a measure with one value a month from `first` on; None leaves a month out."""
    year, month = (int(part) for part in first.split("-"))
    points = [
        {
            "date": f"{year + (month - 1 + number) // 12}-{(month - 1 + number) % 12 + 1:02}",
            "value": value,
            "n": sizes[number] if sizes else None,
            "note": "A note.",
        }
        for number, value in enumerate(values)
        if value is not None
    ]
    return Measure.model_validate({"id": "seen", "name": "Seen in time", "kind": "outcome", **fields, "points": points})
