"""The sessions to which somebody could go."""

import datetime
from pathlib import Path

from knowledge_hub.feeds.coming_sessions import ComingSession, find_coming_sessions
from support.small_library import Fields, create_small_catalogue

TODAY = datetime.date(2026, 6, 1)


def _session(date: str, title: str, **fields: str) -> Fields:
    return {"kind": "meeting", "date": date, "title": title, **fields}


def _coming(folder: Path, **communities: Fields) -> tuple[ComingSession, ...]:
    records = {f"communities/{name}": fields for name, fields in communities.items()}
    return find_coming_sessions(create_small_catalogue(folder, records), TODAY)


def test_the_earliest_comes_first(tmp_path: Path) -> None:
    """Of all communities together; a month counts until it is over, and what is over is left out."""
    one = {"sessions": [_session("2026-05-01", "Over"), _session("2026-09-01", "Late")]}
    two = {"sessions": [_session("2026-06", "This month"), _session("2026-07-01", "Soon")]}
    found = _coming(tmp_path, one=one, two=two)
    assert [(item.community.id, item.session.title) for item in found] == [
        ("two", "This month"),
        ("two", "Soon"),
        ("one", "Late"),
    ]
    assert [item.is_in_calendar for item in found] == [False, True, True]


def test_nobody_meets_in_a_made_up_community(tmp_path: Path) -> None:
    """Nor in one that is archived."""
    sessions = {"sessions": [_session("2026-07-01", "Soon")]}
    made_up = {"evidence": {"status": "composite"}, **sessions}
    assert _coming(tmp_path, made=made_up, gone={"status": "archived", **sessions}) == ()


def test_a_session_keeps_its_name(tmp_path: Path) -> None:
    """By its id, or else by its day; two of one day have two names, and titles play no part."""
    sessions = [
        _session("2026-07-01", "First", id="start"),
        _session("2026-08-01", "A"),
        _session("2026-08-01", "B"),
    ]
    assert [item.name for item in _coming(tmp_path, one={"sessions": sessions})] == [
        "communities/one/#session-start",
        "communities/one/#session-2026-08-01",
        "communities/one/#session-2026-08-01-2",
    ]
