"""A learning community: a CoIIN, a community of practice or another learning collaborative."""

import datetime
from functools import cached_property
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from knowledge_hub.dates import first_day, is_day, last_day, month_position
from knowledge_hub.records.common import Level, Place, Record, Result
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
from knowledge_hub.records.parts.measure import Measure

# The path of the file with the sessions of every community, below the site's root.
HUB_CALENDAR = "calendar.ics"

# The folder of the files with the sessions of one kind.
KIND_CALENDARS = "calendars/"

# Programs read calendars of these years; days at the ends of what Python counts can't be moved between time zones.
CALENDAR_YEARS = range(1900, 2200)

IdeaToolkit = Annotated[Slug, Reference("toolkit", "A tool for this change idea", "A change idea here uses it")]


def kind_calendar_path(kind: str) -> str:
    """Return the path of the file with the sessions of one kind, below the site's root."""
    return f"{KIND_CALENDARS}{kind}.ics"


class Charter(Part):
    """What the members agreed on at the start."""

    purpose: Prose = Field(
        description="Why the members meet.",
        examples=["We want every student whose screening shows a need to talk with someone soon."],
    )
    membership: Note | None = Field(
        None, description="Who belongs to it, by role.", examples=["Eight district teams of five to eight people."]
    )
    norms: tuple[Line, ...] = Field(
        (), description="How they work together.", examples=[["We talk about roles and steps."]]
    )
    decisions: Note | None = Field(
        None, description="How they decide.", examples=["A proposal stands unless someone has a serious objection."]
    )


class Aim(Part):
    """What should improve, for whom, by how much, by when."""

    text: Note = Field(
        description="The whole aim in one sentence.",
        examples=["By May 2027, 75 percent of students with a need have a first talk within ten school days."],
    )
    population: Line | None = Field(None, description="For whom.", examples=["Students in grades 6 to 9"])
    from_: Label | None = Field(None, alias="from", description="Where it starts.", examples=["44 percent"])
    to: Label | None = Field(None, description="Where it should arrive.", examples=["75 percent"])
    by: PartialDate | None = Field(None, description="By when.", examples=["2027-05"])


class Teams(Part):
    """Who took part."""

    count: int | None = Field(None, ge=0, description="How many teams.", examples=[8])
    places: tuple[Place, ...] = Field((), description="The states, territories or countries of the teams.")
    note: Note | None = Field(
        None, description="What the count leaves out.", examples=["Two teams joined after the first session."]
    )


class Component(Part):
    """One part that such communities are reported to have, and whether this one has it."""

    part: Annotated[str, Choice("components")] = Field(description="Which part.")
    present: Annotated[str, Choice("component-states")] = Field(
        description="Whether the community has it, as far as the sources say."
    )
    note: Line | None = Field(None, description="How it is done here.", examples=["Three sessions a year."])


class Material(Part):
    """Something handed out at a session."""

    title: Label = Field(description="What it is.", examples=["Slides on run charts"])
    url: Url = Field(description="Where it is.", examples=["https://www.example.org/slides"])


class Session(Part):
    """A meeting of the community; `starts` and `ends` are times of day, such as 15:30, in `timezone`."""

    id: Slug | None = Field(
        None,
        description="A short name that stays when the day or the title changes, so that calendars move the session.",
        examples=["first-session"],
    )
    date: PartialDate = Field(description="When it starts.", examples=["2026-01-15"])
    end: PartialDate | None = Field(None, description="When it ends, if on another day.", examples=["2026-01-16"])
    starts: ClockTime | None = Field(None, description="The time of day at which it starts.", examples=["14:00"])
    ends: ClockTime | None = Field(None, description="The time of day at which it ends.", examples=["15:30"])
    timezone: Annotated[str, Choice("timezones")] | None = Field(None, description="The time zone of these times.")
    kind: Annotated[str, Choice("session-kinds")] = Field(description="What kind of meeting it is.")
    title: Label = Field(description="What it is called.", examples=["First learning session"])
    cancelled: bool = Field(False, description="Whether it won’t take place after all.", examples=[True])
    agenda: tuple[Line, ...] = Field(
        (), description="What happens, in order.", examples=[["Teams show their first run chart."]]
    )
    materials: tuple[Material, ...] = Field((), description="What was handed out.")

    @property
    def is_in_calendar_years(self) -> bool:
        """Whether all of it is in years that calendars have."""
        return self.first_day.year in CALENDAR_YEARS and self.last_day.year in CALENDAR_YEARS

    @property
    def is_timed(self) -> bool:
        """Whether it says when it starts and ends, and by which clock."""
        return bool(self.starts and self.ends and self.timezone)

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

    text: Line = Field(
        description="The idea, concrete enough to test.", examples=["Hold two talk times free each day."]
    )
    toolkits: tuple[IdeaToolkit, ...] = Field((), description="Toolkits that help to test it.")
    tests: tuple[Slug, ...] = Field(
        (), description="Ids of the tests of change that tried it.", examples=[["hold-times-open"]]
    )


class SecondaryDriver(Part):
    """A part of a primary driver that ideas can move."""

    text: Line = Field(description="The driver, in a few words.", examples=["Time kept free for first talks"])
    ideas: tuple[ChangeIdea, ...] = Field((), description="Ideas that can move it.")


class PrimaryDriver(Part):
    """Something that has to be right for the aim to be met."""

    text: Line = Field(description="The driver, in a few words.", examples=["Someone is free to talk"])
    secondary: tuple[SecondaryDriver, ...] = Field((), description="Its parts.")


class TestOfChange(Part):
    """One Plan-Do-Study-Act cycle."""

    id: Slug = Field(description="A short name for the test.", examples=["talk-times"])
    title: Label = Field(description="What readers see.", examples=["Two talk times held free"])
    team: Label | None = Field(
        None, description="Who tested it, never a person.", examples=["Team of one middle school"]
    )
    started: PartialDate | None = Field(None, description="When it began.", examples=["2026-02-02"])
    ended: PartialDate | None = Field(None, description="When it ended.", examples=["2026-02-13"])
    change_idea: Note = Field(
        description="What was changed.", examples=["The counselor holds two talk times free each day."]
    )
    question: Note | None = Field(
        None, description="What the team wanted to find out.", examples=["Are two times a day enough?"]
    )
    prediction: Note | None = Field(
        None, description="What it expected.", examples=["Most students get a talk on the same day."]
    )
    did: Note | None = Field(None, description="What it did.", examples=["We tried it for two weeks in grade 6."])
    found: Note | None = Field(
        None, description="What it found, also when that was nothing.", examples=["Mornings stayed empty."]
    )
    decision: Annotated[str, Choice("decisions")] | None = Field(
        None, description="What the team decided: adopt, adapt or abandon."
    )
    measures: tuple[Slug, ...] = Field(
        (), description="Ids of measures of this community that it should move.", examples=[["follow-up-in-10-days"]]
    )

    @property
    def date(self) -> str:
        """When it started, or ended where only that is known; "" where neither is."""
        return self.started or self.ended or ""

    @property
    def time_order(self) -> float:
        """Its place among tests of change in order of time: a place in months, after all others without a date."""
        return month_position(self.date) if self.date else float("inf")


class Community(Record):
    """A learning community: how it is built, what it tried, what came out."""

    type: ClassVar[str] = "community"
    folder: ClassVar[str] = "communities"
    required_facets: ClassVar[tuple[str, ...]] = ("levels", "disciplines")

    kind: Annotated[str, Choice("community-kinds")] = Field(description="How the community is set up.")
    hosts: tuple[Line, ...] = Field((), description="The bodies that run it.", examples=[["A state education agency"]])
    funding: Note | None = Field(
        None, description="Who pays for it, and for how long.", examples=["A federal grant for two school years."]
    )
    started: PartialDate | None = Field(None, description="When it began.", examples=["2025-09"])
    ended: PartialDate | None = Field(None, description="When it ended.", examples=["2027-06"])
    activity: Literal["active", "ended", "not-known"] = Field(
        "not-known", description="Whether it meets today, as far as the sources say."
    )
    scope: Level = Field(description="How far it reaches.")
    about: Prose = Field(
        description="What the community is and how it works.",
        examples=["Eight district teams meet for three sessions and test small changes between them."],
    )
    charter: Charter | None = Field(None, description="What the members agreed on at the start.")
    aim: Aim | None = Field(None, description="What should improve, for whom, by how much, by when.")
    domain: Prose | None = Field(
        None,
        description="The shared interest of a community of practice.",
        examples=["How families become partners in school mental health."],
    )
    practice: Prose | None = Field(
        None,
        description="What a community of practice builds together.",
        examples=["A collection of letters to families that were read and changed by parents."],
    )
    teams: Teams | None = Field(None, description="Who took part.")
    components: tuple[Component, ...] = Field(
        (), description="Parts that such communities are reported to have, and whether this one has them."
    )
    sessions: tuple[Session, ...] = Field((), description="Its meetings, in order of time.")
    drivers: tuple[PrimaryDriver, ...] = Field(
        (), description="What has to be right for the aim to be met: primary, secondary, ideas to test."
    )
    measures: tuple[Measure, ...] = Field((), description="What it measures, with the published points.")
    tests_of_change: tuple[TestOfChange, ...] = Field((), description="Its Plan-Do-Study-Act cycles.")
    results: tuple[Result, ...] = Field((), description="What came of it, good and bad, each with its sources.")

    @property
    def calendar_sessions(self) -> tuple[Session, ...]:
        """The sessions that can stand in a calendar: those whose first and last day are known."""
        known = (item for item in self.sessions if is_day(item.date) and is_day(item.end or item.date))
        return tuple(item for item in known if item.is_in_calendar_years)

    @property
    def calendar_path(self) -> str:
        """The path of the file with its sessions, below the site's root."""
        return f"{self.address}sessions.ics"

    @cached_property
    def tests_in_order(self) -> tuple[TestOfChange, ...]:
        """Its tests of change in order of time; those without a date come last."""
        return tuple(sorted(self.tests_of_change, key=lambda test: test.time_order))

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
