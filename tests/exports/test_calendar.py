"""Sessions as calendar files, read back by the library that wrote them."""

import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import pytest

from knowledge_hub.catalogue.from_library import create_catalogue
from knowledge_hub.exports.calendar import EMPTY_CALENDAR, create_calendars
from support.small_library import Fields, create_small_catalogue, dump, read_content, write_content

TIMED = {"starts": "15:30", "ends": "17:00", "timezone": "eastern"}
SESSIONS = [
    {
        "date": "2025-10-16",
        "end": "2025-10-17",
        "kind": "meeting",
        "title": "Whole days",
        "agenda": ["Meet; plan, act"],
    },
    {"date": "2026-07-01", "kind": "meeting", "title": "In summer", **TIMED},
    {"date": "2026-12-10", "kind": "meeting", "title": "In winter", **TIMED},
    {"date": "2027-02", "kind": "meeting", "title": "Some day"},
]
MADE_UP = {"evidence": {"status": "composite"}, "sessions": SESSIONS}


def _calendars(folder: Path, **communities: Fields) -> dict[str, bytes]:
    records = {f"communities/{name}": fields for name, fields in communities.items()}
    return create_calendars(create_small_catalogue(folder, records), "Our hub")


def _events(file: bytes) -> list[icalendar.Event]:
    return list(icalendar.Calendar.from_ical(file).walk("VEVENT"))


def test_each_community_has_a_file_and_the_hub_has_one(tmp_path: Path) -> None:
    """The hub's calendar leaves out made-up communities: nobody meets there."""
    files = _calendars(tmp_path, real={"sessions": SESSIONS}, made={**MADE_UP}, silent={})
    assert sorted(files) == [
        "calendar.ics",
        "calendars/meeting.ics",
        "communities/made/sessions.ics",
        "communities/real/sessions.ics",
    ]
    assert {str(event["summary"]).partition(":")[0] for event in _events(files["calendar.ics"])} == {"real"}


def test_the_hub_has_a_calendar_also_while_it_is_empty(tmp_path: Path) -> None:
    """A month can't stand in a calendar; who subscribed on a quiet day hears of the first session all the same."""
    assert _calendars(tmp_path, real={"sessions": SESSIONS[3:]}) == {"calendar.ics": EMPTY_CALENDAR}
    assert _events(EMPTY_CALENDAR) == []


def test_each_kind_of_session_has_a_file(tmp_path: Path) -> None:
    """It holds the sessions of that kind of all real communities, and is named after the hub and the kind."""
    learning = {"sessions": [{**SESSIONS[1], "kind": "learning-session"}]}
    files = _calendars(tmp_path, real={"sessions": SESSIONS}, other=learning, made={**MADE_UP, **learning})
    (event,) = _events(files["calendars/learning-session.ics"])
    assert str(event["summary"]) == "other: In summer"
    assert len(_events(files["calendars/meeting.ics"])) == 3
    name = icalendar.Calendar.from_ical(files["calendars/learning-session.ics"])["x-wr-calname"]
    assert str(name) == "Our hub: Learning session"


def test_illustrations_say_so_in_every_event(tmp_path: Path) -> None:
    """An event may be read far from the page it came from."""
    files = _calendars(tmp_path, made=MADE_UP)
    descriptions = [str(event["description"]) for event in _events(files["communities/made/sessions.ics"])]
    assert ["made up" in description for description in descriptions] == [True] * 3


def test_whole_days_end_on_the_day_after(tmp_path: Path) -> None:
    """As RFC 5545 wants it (3.6.1)."""
    whole, *_ = _events(_calendars(tmp_path, real={"sessions": SESSIONS})["calendar.ics"])
    assert (whole.decoded("dtstart"), whole.decoded("dtend")) == (
        datetime.date(2025, 10, 16),
        datetime.date(2025, 10, 18),
    )
    assert "- Meet; plan, act" in whole["description"]


def test_times_follow_their_clock_through_the_year(tmp_path: Path) -> None:
    """Half past three in New York is another hour of the world in July than in December."""
    _, summer, winter = _events(_calendars(tmp_path, real={"sessions": SESSIONS})["calendar.ics"])
    assert [event.decoded("dtstart").strftime("%H:%M %Z") for event in (summer, winter)] == ["19:30 UTC", "20:30 UTC"]
    assert summer.decoded("dtend") == datetime.datetime(2026, 7, 1, 17, tzinfo=ZoneInfo("America/New_York"))
    assert "3:30 p.m. to 5 p.m., Eastern time" in summer["description"]


def test_events_keep_their_identity(tmp_path: Path) -> None:
    """The uid is the same in both files and wherever the hub is hosted, and no two events share one."""
    files = _calendars(tmp_path, real={"sessions": SESSIONS}, other={"sessions": SESSIONS})
    uids = {name: [str(event["uid"]) for event in _events(file)] for name, file in files.items()}
    everything = uids.pop("calendar.ics")
    assert sorted(uids.pop("calendars/meeting.ics")) == sorted(everything)
    assert sorted(everything) == sorted(uid for part in uids.values() for uid in part)
    assert len(set(everything)) == 6
    assert uids["communities/real/sessions.ics"][0] == "8e1c885b-4641-5122-b8cd-ce1a2a86e385"


def test_two_meetings_of_one_name_are_two_events(tmp_path: Path) -> None:
    """Each session has an event of its own, also on one day."""
    twice = [SESSIONS[0], {**SESSIONS[0], "agenda": ["The second group."]}]
    file = _calendars(tmp_path, real={"sessions": twice})["communities/real/sessions.ics"]
    assert len({str(event["uid"]) for event in _events(file)}) == 2


def test_a_session_with_an_id_is_the_same_event_after_a_move(tmp_path: Path) -> None:
    """Another day, another title, another version: calendars move the event that they have."""
    before = {"sessions": [{**SESSIONS[1], "id": "first"}]}
    review = {"reviewed_on": "2026-03-01", "review_by": "2030-01-15", "owner": "one"}
    moved = {"sessions": [{**SESSIONS[1], "id": "first", "date": "2026-07-08", "title": "Moved"}], "review": review}
    (old,) = _events(_calendars(tmp_path / "a", real=before)["calendar.ics"])
    (new,) = _events(_calendars(tmp_path / "b", real=moved)["calendar.ics"])
    assert old["uid"] == new["uid"]
    assert new["sequence"] - old["sequence"] == 45
    assert new.decoded("last-modified") == datetime.datetime(2026, 3, 1, tzinfo=datetime.UTC)


def test_a_cancelled_session_says_so(tmp_path: Path) -> None:
    """In its status and in its words: not every program shows the first."""
    sessions = [{**SESSIONS[1], "cancelled": True}, SESSIONS[2]]
    gone, kept = _events(_calendars(tmp_path, real={"sessions": sessions})["calendar.ics"])
    assert (gone["status"], kept["status"]) == ("CANCELLED", "CONFIRMED")
    assert gone["summary"] == "Cancelled: real: In summer"


@pytest.mark.parametrize("session", [{"date": "9999-12-30", "end": "9999-12-31"}, {"date": "0001-01-01", **TIMED}])
def test_a_day_that_no_calendar_has_is_refused(tmp_path: Path, session: dict[str, str]) -> None:
    """It is told at its spot, and stops nothing where it is published all the same."""
    record = {"sessions": [{"kind": "meeting", "title": "Far", **session}]}
    library, problems = read_content(write_content(tmp_path, {"communities/real": record}))
    assert {problem.code for problem in problems} == {"bad-date"}
    assert problems[0].field == "sessions.0.date"
    assert create_calendars(create_catalogue(library), "Our hub") == {"calendar.ics": EMPTY_CALENDAR}


@pytest.mark.parametrize("code", ["America/Nowhere", "EDT", "", None])
def test_a_time_zone_that_nobody_knows_is_refused(tmp_path: Path, code: str | None) -> None:
    """Else its sessions would be at an hour of somewhere else."""
    content = write_content(tmp_path, {})
    term = {"id": "eastern", "label": {"en": "Eastern time"}} | ({} if code is None else {"code": code})
    vocabulary = {"label": {"en": "Time zones"}, "about": {"en": "Clocks."}, "terms": [term]}
    (content / "vocabularies" / "timezones.yml").write_text(dump(vocabulary), encoding="utf-8")
    _, problems = read_content(content)
    assert [(problem.path, problem.code) for problem in problems] == [
        ("content/vocabularies/timezones.yml", "bad-value")
    ]


def test_same_content_same_bytes(tmp_path: Path) -> None:
    """The stamp is the day of the review, not of the build; lines end as the format wants."""
    first = _calendars(tmp_path / "a", real={"sessions": SESSIONS})
    assert first == _calendars(tmp_path / "b", real={"sessions": SESSIONS})
    file = first["calendar.ics"]
    assert b"DTSTAMP:20260115T000000Z" in file
    assert file.count(b"\n") == file.count(b"\r\n")
    assert max(map(len, file.split(b"\r\n"))) <= 75
