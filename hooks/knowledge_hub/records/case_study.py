"""A case study: what a place or team did together, told short or whole."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from knowledge_hub.records.common import (
    Discipline,
    Level,
    Measure,
    Place,
    Record,
    Result,
)
from knowledge_hub.records.fields import (
    Choice,
    Label,
    Line,
    Note,
    Part,
    PartialDate,
    Prose,
    Reference,
    Slug,
)

LearnedLesson = Annotated[
    Slug, Reference("lesson", "What they learned", "A place that taught this lesson")
]
UsedToolkit = Annotated[Slug, Reference("toolkit", "A tool they used", "Used here")]
ParticipantRole = Annotated[Slug, Reference("role", "Was at the table", "Took part here")]


class Period(Part):
    """When it happened; a year, a month or a day each."""

    start: PartialDate | None = None
    end: PartialDate | None = None


class CaseStudyPlace(Part):
    """Where it happened."""

    state: Place
    locale: Annotated[str, Choice("locales")] | None = None
    setting: Line | None = Field(None, description="The kind of place, in a few words.")


class Participant(Part):
    """One role at the table; without a record for the role, its name, discipline and level."""

    role: ParticipantRole | None = None
    name: Label | None = Field(None, description="What the participant was, never who.")
    discipline: Discipline | None = None
    level: Level | None = None
    contribution: Line


class Adoption(Part):
    """What another team needs to know before it tries the same."""

    time: Label | None = None
    people: Line | None = None
    cost: Line | None = None
    core: tuple[Line, ...] = Field((), description="What has to stay as it is for this to work.")
    adaptable: tuple[Line, ...] = Field((), description="What can be changed to fit another place.")


class CaseStudy(Record):
    """What a place or team did together, and what came of it."""

    type: ClassVar[str] = "case-study"
    folder: ClassVar[str] = "case-studies"
    required_facets: ClassVar[tuple[str, ...]] = ("domains", "levels", "disciplines", "places")

    form: Literal["snapshot", "full"]
    period: Period | None = None
    place: CaseStudyPlace
    participants: tuple[Participant, ...] = ()
    challenge: Prose = Field(description="What was hard, for whom.")
    approach: Prose = Field(description="What was done, in the order it was done.")
    collaboration: Prose = Field(description="How the disciplines and levels worked together.")
    results: tuple[Result, ...] = ()
    outcome: Annotated[str, Choice("outcomes")] | None = None
    adoption: Adoption | None = None
    used: tuple[UsedToolkit, ...] = ()
    learned: tuple[LearnedLesson, ...] = ()
    measures: tuple[Measure, ...] = ()
    note: Note | None = Field(None, description="Something a reader must know before reading on.")

    def facet_ids(self, facet_field: str) -> tuple[str, ...]:
        """Return the values of one facet; the place of the story counts as a state."""
        ids = super().facet_ids(facet_field)
        if facet_field == "places" and self.place.state != "not-stated":
            return tuple(dict.fromkeys((self.place.state, *ids)))
        return ids
