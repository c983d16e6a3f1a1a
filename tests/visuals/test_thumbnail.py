"""The small drawings of cards: what stands out, and what is never drawn."""

from typing import Any

from knowledge_hub.records.parts.measure import Measure
from knowledge_hub.visuals.measure_series import create_series
from knowledge_hub.visuals.thumbnail import TileMap, draw_chart, draw_seats
from knowledge_hub.vocabulary import Term


def _chart(*points: dict[str, Any]) -> Any:
    measure = {"id": "m", "name": "M", "kind": "outcome", "unit": "students", "every": "month", "points": points}
    return draw_chart(create_series(Measure.model_validate(measure)))


def _term(name: str, tile: tuple[int, int] | None = None) -> Term:
    return Term.model_validate({"id": name, "label": {"en": name}, **({"tile": tile} if tile else {})})


def test_a_chart_goes_from_corner_to_corner() -> None:
    """The first value is on the left, the highest on top."""
    points = [{"date": f"2026-0{month}", "value": 10 * month, "n": 50} for month in (1, 2, 3)]
    chart = _chart(*points)
    assert chart.strong.startswith("M4 52L")
    assert chart.strong.endswith("L92 4")


def test_a_group_that_is_too_small_has_no_point() -> None:
    """Neither its value nor its place is drawn, and two points make no line."""
    points = [{"date": f"2026-0{month}", "value": month, "n": 4 if month == 2 else 50} for month in (1, 2, 3)]
    assert _chart(*points) is None


def test_a_map_shows_where() -> None:
    """The places of the record stand out among all; without one on the map there is none."""
    places = TileMap([_term("aa", (1, 1)), _term("bb", (2, 3)), _term("nowhere")])
    found = places.draw({"bb", "nowhere"})
    assert found is not None
    assert (found.quiet, found.strong, found.width, found.height) == ("M1 1h6v6h-6z", "M15 8h6v6h-6z", 21, 14)
    assert places.draw({"nowhere"}) is None
    assert TileMap([_term("nowhere")]).draw({"nowhere"}) is None


def test_seats_show_who() -> None:
    """Disciplines go down, levels across; a seat of neither is passed over."""
    disciplines, levels = [_term("health"), _term("education")], [_term("local"), _term("state")]
    found = draw_seats(disciplines, levels, [("education", "state"), ("law", "state")])
    assert found is not None
    assert found.strong == "M16 16h12v12h-12z"
    assert found.quiet.count("M") == 3
    assert draw_seats(disciplines, levels, [("law", "state")]) is None
