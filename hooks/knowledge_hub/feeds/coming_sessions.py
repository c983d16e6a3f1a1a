"""The sessions to which somebody could go: those of real communities that aren't over."""

import datetime
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from knowledge_hub.catalogue.catalogue import Catalogue
from knowledge_hub.records import Community
from knowledge_hub.records.community import Session
from knowledge_hub.visuals.session_times import find_zones, is_past

_MADE_UP = "composite"


class ComingSession(NamedTuple):
    """One session; `name` tells it from all others, whatever becomes of its title."""

    community: Community
    session: Session
    name: str

    @property
    def is_in_calendar(self) -> bool:
        """Whether a calendar can hold it: its days are known."""
        return self.session in self.community.calendar_sessions


def find_coming_sessions(catalogue: Catalogue, today: datetime.date) -> tuple[ComingSession, ...]:
    """Return the sessions that aren't over on a day, the earliest first; nobody meets in a made-up community."""
    zones = find_zones(catalogue.vocabularies)
    coming = [
        ComingSession(community, session, name)
        for community in catalogue.of_type(Community)
        if community.sessions and community.status != "draft" and community.evidence.status != _MADE_UP
        for session, name in _name_sessions(community)
        if not is_past(session, today, zones)
    ]
    return tuple(sorted(coming, key=lambda item: (item.session.first_day, item.session.title.casefold(), item.name)))


def _name_sessions(community: Community) -> Iterator[tuple[Session, str]]:
    """Yield each session with its name: its id, which lasts, or else its day and its place on it."""
    home = community.redirect_from[0] if community.redirect_from else community.address
    taken: Counter[str] = Counter()
    for session in community.sessions:
        name = f"{home}#session-{session.id or session.date}"
        taken[name] += 1
        yield session, name if taken[name] == 1 else f"{name}-{taken[name]}"
