"""A measure of improvement work, and which of its points tell of too few people to be shown."""

from typing import Annotated, Literal

from pydantic import Field

from knowledge_hub.records.fields import Choice, Label, Line, Note, Number, Part, PartialDate, Slug
from knowledge_hub.small_groups import SMALLEST_GROUP

# Units that count people: such a value is itself the size of its group.
COUNTED_PEOPLE = frozenset(
    {"children", "families", "parents", "participants", "people", "students", "young people", "youth"}
)
_EVERY = {
    "day": "Every day",
    "week": "Every week",
    "two-weeks": "Every two weeks",
    "month": "Every month",
    "two-months": "Every two months",
    "quarter": "Every three months",
    "half-year": "Every six months",
    "year": "Every year",
    "event": "At each event",
}
Every = Literal["day", "week", "two-weeks", "month", "two-months", "quarter", "half-year", "year", "event"]


class NewBaseline(Part):
    """A point from which a measure is compared anew, after a lasting change or a new way to count."""

    from_: PartialDate = Field(
        alias="from", description="Date of the first point that belongs to it.", examples=["2026-09"]
    )
    points: int | None = Field(
        None, ge=1, description="How many points the new median rests on; all, if left out.", examples=[10]
    )
    reason: Line = Field(
        description="What changed for good.", examples=["Two districts count in a new way from here on."]
    )


class MeasurePoint(Part):
    """One value of a measure; `n` is the size of the group behind it."""

    date: PartialDate = Field(description="When it was measured.", examples=["2026-03"])
    value: Number = Field(description="The value, digits only.", examples=[44])
    n: int | None = Field(
        None,
        ge=0,
        description=f"How many people stand behind the value; under {SMALLEST_GROUP} it is not shown.",
        examples=[120],
    )
    note: Line | None = Field(
        None, description="What happened at this point.", examples=["Screening paused for two weeks."]
    )


class Measure(Part):
    """One measure of improvement work, with its published points."""

    id: Slug = Field(description="A short name to refer to it.", examples=["follow-up-in-10-days"])
    name: Label = Field(description="What readers see.", examples=["Follow-up within ten school days"])
    kind: Annotated[str, Choice("measure-kinds")] = Field(
        description="Whether it counts the outcome, the process, or something that must not get worse."
    )
    definition: Note | None = Field(
        None,
        description="What exactly is counted.",
        examples=["Students whose screening shows a need and who have a first talk within ten school days."],
    )
    numerator: Line | None = Field(
        None, description="What is counted above the line.", examples=["Students with a first talk in ten days"]
    )
    denominator: Line | None = Field(
        None, description="What it is a share of.", examples=["Students whose screening shows a need"]
    )
    unit: Label | None = Field(None, description="The unit of the values.", examples=["percent"])
    every: Every | None = Field(
        None,
        description="How often it is measured. The line of its chart breaks only where a turn was missed; "
        "at events, such as sessions, there is no turn to miss.",
    )
    frequency: Label | None = Field(
        None, description="How often it is measured, in words of your own.", examples=["Monthly, September to June"]
    )
    goal: Number | None = Field(None, description="The value that the team aims at.", examples=[75])
    direction: Annotated[str, Choice("directions")] | None = Field(None, description="Which way is better.")
    baseline_points: int | None = Field(
        None, ge=1, description="How many points at the start make the baseline.", examples=[6]
    )
    new_baselines: tuple[NewBaseline, ...] = Field(
        (), description="Where a new baseline starts, after a change that is there to stay."
    )
    points: tuple[MeasurePoint, ...] = Field((), description="The published values, the oldest first.")

    @property
    def how_often(self) -> str | None:
        """How often it is measured, in words; None where the record doesn't say."""
        return self.frequency or (_EVERY[self.every] if self.every else None)

    def is_hidden(self, point: MeasurePoint) -> bool:
        """Tell whether a point tells of so few people that its value, note and n stay out of sight."""
        if point.n is not None and point.n < SMALLEST_GROUP:
            return True
        return (self.unit or "").casefold() in COUNTED_PEOPLE and point.value < SMALLEST_GROUP
