"""Calendar files in the eyes of two libraries that had no part in writing them."""

import datetime
from collections.abc import Callable
from typing import NamedTuple

import pytest
import vobject
from ical.calendar_stream import IcsCalendarStream

from knowledge_hub.exports.calendar import EMPTY_CALENDAR, create_calendars
from support.small_library import Fields, create_small_catalogue

TIMED = {"starts": "15:30", "ends": "17:00", "timezone": "eastern"}
# What has a meaning in the format, what is more than a byte long, and what is broken over several lines.
HARD = 'Plan, do; study \\ act: "{}" \\n 👩🏽‍🏫' + " familles élèves" * 5
NAMES = ("uid", "summary", "dtstart", "dtend", "status", "description", "dtstamp")
SESSIONS: list[Fields] = [
    {"date": "2025-10-16", "end": "2025-10-17", "title": "Whole days", "id": "whole"},
    {"date": "2026-07-01", "title": "In summer", **TIMED},
    {"date": "2026-12-10", "title": "In winter", "cancelled": True, **TIMED},
    {"date": "2028-02-29", "title": HARD, "agenda": [HARD, "Second\\, line"]},
]


class Event(NamedTuple):
    """What every reader should find of an event, in the order of NAMES."""

    uid: str
    summary: str
    start: datetime.date
    end: datetime.date
    status: str
    description: str
    changed: datetime.datetime


def _read_with_ical(text: str) -> list[Event]:
    events = IcsCalendarStream.calendar_from_ics(text).events
    return [Event(*(getattr(event, name) for name in NAMES)) for event in events]


def _read_with_vobject(text: str) -> list[Event]:
    events = vobject.readOne(text).vevent_list
    return [Event(*(getattr(event, name).value for name in NAMES)) for event in events]


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The calendar of one community."""
    sessions = [{"kind": "meeting", **session} for session in SESSIONS]
    records = {"communities/real": {"sessions": sessions}}
    catalogue = create_small_catalogue(tmp_path_factory.mktemp("calendar"), records)
    return create_calendars(catalogue, "Our hub")["communities/real/sessions.ics"].decode("utf-8")


@pytest.mark.parametrize("read", [_read_with_ical, _read_with_vobject])
def test_days_moments_and_states(file: str, read: Callable[[str], list[Event]]) -> None:
    """Whole days end on the day after, moments are those of the clock in New York, what is cancelled is."""
    events = read(file)
    assert [(event.start, event.end) for event in events] == [
        (datetime.date(2025, 10, 16), datetime.date(2025, 10, 18)),
        (_moment(2026, 7, 1, 19, 30), _moment(2026, 7, 1, 21, 0)),
        (_moment(2026, 12, 10, 20, 30), _moment(2026, 12, 10, 22, 0)),
        (datetime.date(2028, 2, 29), datetime.date(2028, 3, 1)),
    ]
    assert [event.status for event in events] == ["CONFIRMED", "CONFIRMED", "CANCELLED", "CONFIRMED"]
    assert {event.changed for event in events} == {_moment(2026, 1, 15, 0, 0)}


@pytest.mark.parametrize("read", [_read_with_ical, _read_with_vobject])
def test_every_sign_of_a_text_arrives(file: str, read: Callable[[str], list[Event]]) -> None:
    """Commas, semicolons, backslashes and letters of several bytes are the same after the way through the file."""
    *_, hard = read(file)
    assert hard.summary == f"real: {HARD}"
    assert hard.description.splitlines()[1:] == [f"- {HARD}", "- Second\\, line"]


def test_both_read_the_same(file: str) -> None:
    """There is nothing in the file that one understands otherwise than the other."""
    assert _read_with_ical(file) == _read_with_vobject(file)


def test_an_empty_calendar_is_one() -> None:
    """It has what the format asks of every calendar, and no event (RFC 5545, 3.6)."""
    text = EMPTY_CALENDAR.decode()
    calendar = vobject.readOne(text)
    assert calendar.validate(raiseException=True)
    assert [part.name for part in calendar.components()] == ["VTIMEZONE"]
    assert IcsCalendarStream.calendar_from_ics(text).events == []


def _moment(*parts: int) -> datetime.datetime:
    return datetime.datetime(*parts, tzinfo=datetime.UTC)
