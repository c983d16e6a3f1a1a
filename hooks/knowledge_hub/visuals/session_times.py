"""When a session is over, by the clock of its own place."""

import datetime
from collections.abc import Mapping
from zoneinfo import ZoneInfo

from knowledge_hub.dates import time_words
from knowledge_hub.records.community import Session
from knowledge_hub.vocabulary import Vocabularies

# The last place on earth where it is still the same day; the answer for a session without a clock.
_LAST_CLOCK = datetime.timezone(datetime.timedelta(hours=-12))


def find_zones(vocabularies: Vocabularies) -> dict[str, str]:
    """Return the IANA name of each clock by its id."""
    return {name: vocabularies.term("timezones", name).code or "" for name in vocabularies.ids("timezones")}


def time_span_words(session: Session, vocabularies: Vocabularies) -> str:
    """Return the times of day of a session with their clock, "" where they aren't known."""
    if not (session.starts and session.ends and session.timezone):
        return ""
    zone = vocabularies.label("timezones", session.timezone)
    return f"{time_words(session.starts)} to {time_words(session.ends)}, {zone}"


def find_end(session: Session, zones: Mapping[str, str]) -> datetime.datetime | None:
    """Return the moment (UTC) at which a session is over, None for a year that can't be reckoned with.

    `zones` has the IANA name of each clock by its id.
    """
    if not session.is_in_calendar_years:
        return None
    name = zones.get(session.timezone or "")
    zone = ZoneInfo(name) if name else _LAST_CLOCK
    if session.is_timed and session.ends:
        end = datetime.datetime.combine(session.last_day, datetime.time.fromisoformat(session.ends), zone)
    else:
        end = datetime.datetime.combine(session.last_day + datetime.timedelta(days=1), datetime.time(), zone)
    return end.astimezone(datetime.UTC)


def end_words(session: Session, zones: Mapping[str, str] | None = None) -> str:
    """Return the moment at which a session is over as browsers read it: "2026-06-02T04:00Z"; "" for none."""
    end = find_end(session, zones or {})
    return f"{end:%Y-%m-%dT%H:%MZ}" if end else ""


def is_past(session: Session, today: datetime.date, zones: Mapping[str, str] | None = None) -> bool:
    """Tell whether a session was over when `today` began in UTC, the clock of builds.

    A month or a year counts as over when all of it is.
    """
    end = find_end(session, zones or {})
    if end is None:
        return session.last_day < today
    return end <= datetime.datetime.combine(today, datetime.time(), datetime.UTC)
