"""A learning community as an organization, and its sessions as events."""

import datetime
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from knowledge_hub.linked_data.hub import PLACES, LinkedHub
from knowledge_hub.linked_data.node import Node, create_node
from knowledge_hub.records import Community
from knowledge_hub.records.community import Session
from knowledge_hub.records.parts.community_pages import find_parts, page_address

_MADE_UP = "composite"
_SESSIONS = "sessions"
_MOST_PLACES, _MOST_SESSIONS = 12, 10
# The code of kinds of session that are held online; of any other nobody says where it is.
_ONLINE = "online"


def describe_community(hub: LinkedHub, community: Community, page: str) -> Node | None:
    """Return a community as the page at `page` shows it, None for one that is made up: there is no such body.

    One with a measured aim is a project: an organization for an aim of its own.
    """
    if community.evidence.status == _MADE_UP:
        return None
    places = hub.describe_terms(community, PLACES)
    return create_node(
        "Project" if community.aim else "Organization",
        name=community.title,
        description=community.summary,
        url=hub.address_of(community.address),
        foundingDate=community.started,
        dissolutionDate=community.ended,
        areaServed=places[:_MOST_PLACES],
        event=list(_describe_sessions(hub, community, page)) if page == _find_sessions_page(community) else [],
    )


def _find_sessions_page(community: Community) -> str:
    """Return the address of the page that tells of the sessions."""
    return page_address(community, _SESSIONS if _SESSIONS in find_parts(community) else "")


def _describe_sessions(hub: LinkedHub, community: Community, page: str) -> Iterator[Node]:
    """Yield the latest sessions of those whose days are known, in order of time."""
    known = sorted(community.calendar_sessions, key=lambda session: session.first_day)
    for session in known[-_MOST_SESSIONS:]:
        start, end = _find_span(hub, session)
        status = "EventCancelled" if session.cancelled else "EventScheduled"
        kind = hub.catalogue.vocabularies.term("session-kinds", session.kind)
        yield create_node(
            "Event",
            name=f"{community.title}: {session.title}",
            description=kind.label.text(),
            startDate=start,
            endDate=end,
            eventStatus=f"https://schema.org/{status}",
            eventAttendanceMode="https://schema.org/OnlineEventAttendanceMode" if kind.code == _ONLINE else "",
            url=hub.address_of(page),
        )


def _find_span(hub: LinkedHub, session: Session) -> tuple[str, str]:
    """Return start and end (ISO 8601): moments with their offset where the times of day are known, else days."""
    first, last = session.first_day, session.last_day
    if not (session.starts and session.ends and session.timezone):
        return first.isoformat(), last.isoformat()
    zone = ZoneInfo(hub.catalogue.vocabularies.term("timezones", session.timezone).code or "")
    times = ((first, session.starts), (last, session.ends))
    start, end = (datetime.datetime.combine(day, datetime.time.fromisoformat(time), zone) for day, time in times)
    return start.isoformat(), end.isoformat()
