"""The sessions of communities as calendar files (RFC 5545): for the whole hub, a community, a kind of session."""

import datetime
import uuid
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from knowledge_hub.catalogue.catalogue import Catalogue
from knowledge_hub.records import Community
from knowledge_hub.records.community import HUB_CALENDAR, Session, kind_calendar_path
from knowledge_hub.visuals.session_times import time_span_words

# Loaded below, where a session has a known day: it takes long, and most builds of small hubs have none.
if TYPE_CHECKING:
    import icalendar

_PRODUCT = "-//School Mental Health Knowledge Hub//Sessions//EN"
# An event keeps its identity on every host: it is made from what the event is, not from where it is read.
_IDENTITY = uuid.UUID("a3c6bb4a-52f6-5c5e-9a53-0b1d2f6c1e37")
_MADE_UP = "composite"
_END = b"END:VCALENDAR\r\n"
# A calendar has at least one component (RFC 5545, 3.6), and one without sessions no other than its clock.
EMPTY_CALENDAR = b"\r\n".join(
    (
        *(b"BEGIN:VCALENDAR", b"VERSION:2.0", b"PRODID:" + _PRODUCT.encode(), b"BEGIN:VTIMEZONE", b"TZID:Etc/UTC"),
        *(b"BEGIN:STANDARD", b"DTSTART:19700101T000000", b"TZOFFSETFROM:+0000", b"TZOFFSETTO:+0000"),
        *(b"END:STANDARD", b"END:VTIMEZONE", _END),
    )
)
# A sequence is no less than 0 and no more than 2^31 - 1; no record is older.
_FIRST_REVISION = datetime.date(2000, 1, 1)


def create_calendars(catalogue: Catalogue, site_name: str) -> dict[str, bytes]:
    """Return the calendar files by path: the hub's, one a community and one a kind of session.

    Sessions without a known day can't be in one. Communities that are illustrations have a file of their own only,
    because nobody meets there. The hub's own file is there also while it is empty: readers subscribe to it once.
    """
    communities = [community for community in catalogue.of_type(Community) if community.calendar_sessions]
    events = {community.id: list(_render_events(community, catalogue)) for community in communities}
    files = {
        community.calendar_path: _render(community.title, [event for _, event in events[community.id]])
        for community in communities
    }
    real = [pair for community in communities if community.evidence.status != _MADE_UP for pair in events[community.id]]
    by_kind: dict[str, list[bytes]] = defaultdict(list)
    for kind, event in real:
        by_kind[kind].append(event)
    for kind, found in by_kind.items():
        label = catalogue.vocabularies.label("session-kinds", kind)
        files[kind_calendar_path(kind)] = _render(f"{site_name}: {label}", found)
    files[HUB_CALENDAR] = _render(site_name, [event for _, event in real]) if real else EMPTY_CALENDAR
    return files


def _render(name: str, events: Sequence[bytes]) -> bytes:
    import icalendar  # noqa: PLC0415 -- see above

    calendar = icalendar.Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    text: bytes = calendar.to_ical()
    # Each event is in up to three calendars, and rendered once.
    return b"".join([text.removesuffix(_END), *events, _END])


def _render_events(community: Community, catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """Yield the kind of each session and its event."""
    for session, identity in _name_events(community):
        yield session.kind, _create_event(community, session, identity, catalogue).to_ical()


def _name_events(community: Community) -> Iterator[tuple[Session, str]]:
    """Yield each session with what its event is known by: its id, which lasts, or else its day and title."""
    taken: Counter[str] = Counter()
    for session in community.calendar_sessions:
        name = f"{community.id}#{session.id}" if session.id else f"{community.id}/{session.date}/{session.title}"
        taken[name] += 1
        # Two meetings of one name on one day are two events.
        yield session, name if taken[name] == 1 else f"{name}/{taken[name]}"


def _create_event(community: Community, session: Session, identity: str, catalogue: Catalogue) -> "icalendar.Event":
    import icalendar  # noqa: PLC0415 -- see above

    event = icalendar.Event()
    stamp = _stamp(community, catalogue)
    event.add("uid", str(uuid.uuid5(_IDENTITY, identity)))
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    # Grows with each review, so that a calendar takes the newer of two versions (RFC 5545, 3.8.7.4).
    event.add("sequence", max((stamp.date() - _FIRST_REVISION).days, 0))
    event.add("status", "CANCELLED" if session.cancelled else "CONFIRMED")
    start, end = _span(session, catalogue)
    event.add("dtstart", start)
    event.add("dtend", end)
    # Some programs pass the status by, so the words say it, too.
    cancelled = f"{catalogue.words.text('community.cancelled')}: " if session.cancelled else ""
    event.add("summary", f"{cancelled}{community.title}: {session.title}")
    event.add("description", _describe(community, session, catalogue))
    event.add("categories", [catalogue.vocabularies.label("session-kinds", session.kind)])
    # A listing, not an appointment: it must not block anyone's day.
    event.add("transp", "TRANSPARENT")
    return event


def _stamp(community: Community, catalogue: Catalogue) -> datetime.datetime:
    """Return when the record was last reviewed, so that the same content makes the same file."""
    day = community.review.reviewed_on if community.review else datetime.date.fromisoformat(catalogue.newest_review)
    return datetime.datetime.combine(day, datetime.time(), datetime.UTC)


def _span(session: Session, catalogue: Catalogue) -> tuple[datetime.date, datetime.date]:
    """Return start and end: moments where times of day and their zone are known, else whole days.

    Moments are in UTC, which every client shows by the reader's own clock: the rules of a zone, which
    would have to stand in the file otherwise, are read differently by different clients. The end of
    whole days is the day after (RFC 5545, 3.6.1).
    """
    first, last = session.first_day, session.last_day
    if not (session.starts and session.ends and session.timezone):
        return first, last + datetime.timedelta(days=1)
    zone = ZoneInfo(catalogue.vocabularies.term("timezones", session.timezone).code or "")
    start = datetime.time.fromisoformat(session.starts)
    end = datetime.time.fromisoformat(session.ends)
    moments = (datetime.datetime.combine(first, start, zone), datetime.datetime.combine(last, end, zone))
    return moments[0].astimezone(datetime.UTC), moments[1].astimezone(datetime.UTC)


def _describe(community: Community, session: Session, catalogue: Catalogue) -> str:
    lines = [catalogue.vocabularies.label("session-kinds", session.kind)]
    lines += filter(None, [time_span_words(session, catalogue.vocabularies)])
    if community.evidence.status == _MADE_UP:
        lines.append("This is an illustration: the community and its sessions are made up.")
    lines += [f"- {item}" for item in session.agenda]
    lines += [f"{material.title}: {material.url}" for material in session.materials]
    return "\n".join(lines)
