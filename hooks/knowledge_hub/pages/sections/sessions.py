"""The sessions of a community: its timeline, what is coming, what is over, and the file for a calendar."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from knowledge_hub.dates import date_words, month_position, period_words
from knowledge_hub.pages.frame.record_parts import Section
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.pages.sections.follow import subscribe_address
from knowledge_hub.records import Community
from knowledge_hub.records.community import HUB_CALENDAR, Session
from knowledge_hub.visuals.numbered_tests import NumberedTest
from knowledge_hub.visuals.session_times import end_words, find_zones, is_past, time_span_words
from knowledge_hub.visuals.timeline import create_timeline, find_action_periods
from knowledge_hub.words.words import count_words

_MADE_UP = "composite"


class _Entry(NamedTuple):
    """One line of the timeline as a list; `position` is its place in time."""

    position: float
    when: str
    kind: str
    title: str
    href: str = ""


def timeline_section(site: Site, community: Community, tests: Sequence[NumberedTest]) -> list[Section]:
    """Return the picture of sessions, action periods and tests of change, and the same as a list."""
    timeline = create_timeline(community.sessions, tests, site.today, _zones(site))
    if timeline is None:
        return []
    html = site.render(
        "timeline-picture",
        timeline=timeline,
        title=f"Timeline of {community.title}",
        summary=_write_summary(site, community, tests),
        entries=sorted(_create_entries(site, community, tests), key=lambda entry: entry.position),
    )
    return [Section("timeline", site.text("community.timeline"), html)]


def sessions_section(site: Site, root: str, community: Community) -> list[Section]:
    """Return coming sessions first, then past ones; months and years without a day are no calendar dates."""
    if not community.sessions:
        return []
    ordered = sorted(community.sessions, key=lambda session: session.first_day)
    is_over = [is_past(session, site.today, _zones(site)) for session in ordered]
    rows = [_create_row(site, session, is_coming=not over) for session, over in zip(ordered, is_over, strict=True)]
    # A browser moves what is over by then to the past ones.
    coming = [row for row, over in zip(rows, is_over, strict=True) if not over]
    past = [row for row, over in zip(rows, is_over, strict=True) if over]
    undated = len(community.sessions) - len(community.calendar_sessions)
    html = site.render(
        "sessions",
        coming=coming,
        past=past,
        past_title=site.words.count("counts.past_session", len(past)),
        calendar=root + community.calendar_path if community.calendar_sessions else "",
        subscribe=subscribe_address(site, community.calendar_path) if community.calendar_sessions else "",
        hub_calendar=root + HUB_CALENDAR if _is_in_hub_calendar(community) else "",
        is_made_up=community.evidence.status == _MADE_UP,
        undated=_undated_words(undated, len(community.sessions)),
    )
    return [Section("sessions", site.text("community.sessions"), html)]


def find_next_sessions(site: Site, community: Community, number: int) -> list[dict[str, object]]:
    """Return the next sessions as rows, the earliest first; none where all are over."""
    ordered = sorted(community.sessions, key=lambda session: session.first_day)
    coming = [session for session in ordered if not is_past(session, site.today, _zones(site))]
    return [_create_row(site, session, is_coming=True) for session in coming[:number]]


def _zones(site: Site) -> dict[str, str]:
    return find_zones(site.catalogue.vocabularies)


def session_words(site: Site, session: Session) -> str:
    """Return a session's title, and that it is cancelled where it is, for one line."""
    return f"{site.text('community.cancelled')}: {session.title}" if session.cancelled else session.title


def _is_in_hub_calendar(community: Community) -> bool:
    return bool(community.calendar_sessions) and community.evidence.status != _MADE_UP


def _undated_words(undated: int, total: int) -> str:
    if not undated:
        return ""
    if undated == total:
        return "No session has a known day, so there is no file for your calendar."
    return f"{count_words(undated, 'session has', 'sessions have')} no known day and can’t be in the file."


def _create_row(site: Site, session: Session, *, is_coming: bool) -> dict[str, object]:
    return {
        "when": period_words(session.date, session.end or session.date),
        "datetime": session.date,
        "time": time_span_words(session, site.catalogue.vocabularies),
        "kind": site.label("session-kinds", session.kind),
        "title": session.title,
        "over": end_words(session, _zones(site)) if is_coming else "",
        "cancelled": session.cancelled,
        "agenda": session.agenda,
        "materials": session.materials,
    }


def _write_summary(site: Site, community: Community, tests: Sequence[NumberedTest]) -> str:
    """Return the picture in one sentence."""
    periods = len(find_action_periods(community.sessions))
    parts = [
        site.words.count("counts.session", len(community.sessions)) if community.sessions else "",
        site.words.count("counts.action_period", periods) if periods else "",
        site.words.count("counts.test_of_change", len(tests)) if tests else "",
    ]
    return f"{', '.join(filter(None, parts))}, in order of time."


def _create_entries(site: Site, community: Community, tests: Sequence[NumberedTest]) -> Iterator[_Entry]:
    for item in community.sessions:
        when = period_words(item.date, item.end or item.date)
        yield _Entry(month_position(item.date), when, site.label("session-kinds", item.kind), session_words(site, item))
    for start, end in find_action_periods(community.sessions):
        when = f"{date_words(start)} to {date_words(end)}"
        yield _Entry(
            month_position(start), when, site.text("drawings.action_period"), "time to test, measure and be coached"
        )
    for numbered in tests:
        if numbered.date:
            test = numbered.test
            when = period_words(test.started, test.ended)
            yield _Entry(numbered.start, when, f"Test {numbered.number}", test.title, numbered.href)
