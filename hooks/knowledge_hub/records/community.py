"""A learning community: a CoIIN, a community of practice or another learning collaborative."""

import datetime
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from knowledge_hub.dates import first_day, is_day, last_day
from knowledge_hub.records.common import Level, Measure, Place, Record, Result
from knowledge_hub.records.fields import (
    Choice,
    ClockTime,
    Label,
    Line,
    Note,
    Part,
    PartialDate,
    Prose,
    Reference,
    Slug,
    Url,
)

# The path of the file with the sessions of every community, below the site's root.
HUB_CALENDAR = "calendar.ics"

IdeaToolkit = Annotated[Slug, Reference("toolkit", "A tool for this change idea", "A change idea here uses it")]


class Charter(Part):
    """What the members agreed on at the start."""

    purpose: Prose
    membership: Note | None = None
    norms: tuple[Line, ...] = ()
    decisions: Note | None = None


class Aim(Part):
    """What should improve, for whom, by how much, by when."""

    text: Note
    population: Line | None = None
    from_: Label | None = Field(None, alias="from")
    to: Label | None = None
    by: PartialDate | None = None


class Teams(Part):
    """Who took part."""

    count: int | None = Field(None, ge=0)
    places: tuple[Place, ...] = ()
    note: Note | None = None


class Component(Part):
    """One part that such communities are reported to have, and whether this one has it."""

    part: Annotated[str, Choice("components")]
    present: Annotated[str, Choice("component-states")]
    note: Line | None = None


class Material(Part):
    """Something handed out at a session."""

    title: Label
    url: Url


class Session(Part):
    """A meeting of the community; `starts` and `ends` are times of day, such as 15:30, in `timezone`."""

    date: PartialDate
    end: PartialDate | None = None
    starts: ClockTime | None = None
    ends: ClockTime | None = None
    timezone: Annotated[str, Choice("timezones")] | None = None
    kind: Annotated[str, Choice("session-kinds")]
    title: Label
    agenda: tuple[Line, ...] = ()
    materials: tuple[Material, ...] = ()

    @property
    def first_day(self) -> datetime.date:
        """The first day it can be on."""
        return first_day(self.date)

    @property
    def last_day(self) -> datetime.date:
        """The last day it can be on."""
        return last_day(self.end or self.date)


class ChangeIdea(Part):
    """Something concrete to test."""

    text: Line
    toolkits: tuple[IdeaToolkit, ...] = ()
    tests: tuple[Slug, ...] = Field((), description="Ids of the tests of change that tried it.")


class SecondaryDriver(Part):
    """A part of a primary driver that ideas can move."""

    text: Line
    ideas: tuple[ChangeIdea, ...] = ()


class PrimaryDriver(Part):
    """Something that has to be right for the aim to be met."""

    text: Line
    secondary: tuple[SecondaryDriver, ...] = ()


class TestOfChange(Part):
    """One Plan-Do-Study-Act cycle."""

    id: Slug
    title: Label
    team: Label | None = None
    started: PartialDate | None = None
    ended: PartialDate | None = None
    change_idea: Note
    question: Note | None = None
    prediction: Note | None = None
    did: Note | None = None
    found: Note | None = None
    decision: Annotated[str, Choice("decisions")] | None = None
    measures: tuple[Slug, ...] = ()


class Community(Record):
    """A learning community: how it is built, what it tried, what came out."""

    type: ClassVar[str] = "community"
    folder: ClassVar[str] = "communities"
    required_facets: ClassVar[tuple[str, ...]] = ("levels", "disciplines")

    kind: Annotated[str, Choice("community-kinds")]
    hosts: tuple[Line, ...] = ()
    funding: Note | None = None
    started: PartialDate | None = None
    ended: PartialDate | None = None
    activity: Literal["active", "ended", "not-known"] = Field(
        "not-known", description="Whether it meets today, as far as the sources say."
    )
    scope: Level
    about: Prose = Field(description="What the community is and how it works.")
    charter: Charter | None = None
    aim: Aim | None = None
    domain: Prose | None = Field(None, description="The shared interest of a community of practice.")
    practice: Prose | None = Field(None, description="What a community of practice builds together.")
    teams: Teams | None = None
    components: tuple[Component, ...] = ()
    sessions: tuple[Session, ...] = ()
    drivers: tuple[PrimaryDriver, ...] = ()
    measures: tuple[Measure, ...] = ()
    tests_of_change: tuple[TestOfChange, ...] = ()
    results: tuple[Result, ...] = ()

    @property
    def calendar_sessions(self) -> tuple[Session, ...]:
        """The sessions that can stand in a calendar: those whose first and last day are known."""
        return tuple(item for item in self.sessions if is_day(item.date) and is_day(item.end or item.date))

    @property
    def calendar_path(self) -> str:
        """The path of the file with its sessions, below the site's root."""
        return f"{self.address}sessions.ics"

    def test_address(self, test: TestOfChange) -> str:
        """Return the address of the page of one of its tests of change."""
        return f"{self.address}tests/{test.id}/"

    def facet_ids(self, facet_field: str) -> tuple[str, ...]:
        """Return the values of one facet; scope and the teams' states count."""
        ids = super().facet_ids(facet_field)
        if facet_field == "places" and self.teams:
            return tuple(dict.fromkeys((*ids, *self.teams.places)))
        if facet_field == "levels":
            return tuple(dict.fromkeys((self.scope, *ids)))
        return ids
