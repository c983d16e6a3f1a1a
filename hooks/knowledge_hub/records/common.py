"""What every published record has: words, facets, relations, evidence, sources, credit, review."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from knowledge_hub.records.fields import (
    Address,
    Choice,
    Day,
    Label,
    Line,
    Note,
    Number,
    Part,
    PartialDate,
    Reference,
    Slug,
)

Domain = Annotated[str, Choice("domains")]
Tier = Annotated[str, Choice("tiers")]
Level = Annotated[str, Choice("levels")]
Discipline = Annotated[str, Choice("disciplines")]
Setting = Annotated[str, Choice("settings")]
Stage = Annotated[str, Choice("stages")]
Place = Annotated[str, Choice("places")]

CommunityId = Annotated[Slug, Reference("community")]
CaseStudyId = Annotated[Slug, Reference("case-study")]
LessonId = Annotated[Slug, Reference("lesson")]
RoleId = Annotated[Slug, Reference("role")]
ToolkitId = Annotated[Slug, Reference("toolkit")]
GuideId = Annotated[Slug, Reference("guide")]
SourceId = Annotated[Slug, Reference("source")]
ContributorId = Annotated[Slug, Reference("contributor")]


class Evidence(Part):
    """How far a reader can trust what the record says."""

    status: Annotated[Literal["documented", "composite", "editorial"], Choice("evidence-status")] = Field(
        description="What it rests on: a public source, many experiences put together, or the hub's own guidance."
    )
    strength: Annotated[str, Choice("evidence-strength")] | None = Field(
        None, description="How the finding was made."
    )
    limits: Note | None = Field(
        None, description="What the evidence does not show. Required when documented."
    )


class SourceUse(Part):
    """One source, and what in this record rests on it."""

    source: SourceId
    supports: Line = Field(description="What in this record rests on the source.")
    locator: Label | None = Field(None, description="Page, table or section in the source.")


class Credit(Part):
    """Who made the record, by contributor id."""

    authors: tuple[ContributorId, ...] = ()
    reviewers: tuple[ContributorId, ...] = ()
    editors: tuple[ContributorId, ...] = ()
    translators: tuple[ContributorId, ...] = ()


class Review(Part):
    """When someone last checked the record, and when it is due again."""

    reviewed_on: Day
    review_by: Day
    owner: ContributorId


class Result(Part):
    """Something that came out of the work."""

    kind: Annotated[str, Choice("outcome-kinds")]
    statement: Note
    sources: tuple[SourceId, ...] = ()


class Faceted(Part):
    """The facets by which readers browse, and the relations that connect records."""

    aliases: tuple[Label, ...] = Field((), description="Other words that readers search with.")
    domains: tuple[Domain, ...] = Field((), description="Quality domains that this is about.")
    tiers: tuple[Tier, ...] = Field((), description="Tiers of support that this is about.")
    levels: tuple[Level, ...] = Field((), description="Where in the system this happens.")
    disciplines: tuple[Discipline, ...] = Field((), description="Disciplines at the table.")
    settings: tuple[Setting, ...] = Field((), description="Kinds of place.")
    stages: tuple[Stage, ...] = Field((), description="Stages of improvement work.")
    places: tuple[Place, ...] = Field((), description="States and territories.")
    communities: tuple[CommunityId, ...] = ()
    case_studies: tuple[CaseStudyId, ...] = ()
    lessons: tuple[LessonId, ...] = ()
    roles: tuple[RoleId, ...] = ()
    toolkits: tuple[ToolkitId, ...] = ()
    guides: tuple[GuideId, ...] = ()


class Record(Faceted):
    """A record with a page of its own."""

    type: ClassVar[str]
    folder: ClassVar[str]
    required_facets: ClassVar[tuple[str, ...]] = ()

    id: Slug
    title: Label
    summary: Line = Field(description="What it is and why it matters, in one or two sentences.")
    question: Line | None = Field(None, description="The question it answers, in a reader's words.")
    evidence: Evidence
    sources: tuple[SourceUse, ...] = ()
    credit: Credit = Credit()
    review: Review | None = None
    sensitivity: tuple[Annotated[str, Choice("sensitivity")], ...] = ()
    status: Literal["draft", "published", "archived"] = "draft"
    replaced_by: Slug | None = Field(None, description="Id of the record that took its place.")
    redirect_from: tuple[Address, ...] = Field((), description="Old addresses, such as lessons/old-name/.")

    @property
    def address(self) -> str:
        """The address of the record's page below the site's root."""
        return f"{self.folder}/{self.id}/"

    def facet_ids(self, facet_field: str) -> tuple[str, ...]:
        """Return the values of one facet, each once; types add what their own fields say."""
        ids: tuple[str, ...] = getattr(self, facet_field)
        return ids


# Smaller groups stay out of everything that is published: in them, single students can be recognized.
SMALLEST_GROUP = 10
_COUNTED_PEOPLE = frozenset(
    {"children", "families", "parents", "participants", "people", "students", "young people", "youth"}
)


class NewBaseline(Part):
    """A point from which a measure is compared anew, after a lasting change or a new way to count."""

    from_: PartialDate = Field(alias="from", description="Date of the first point that belongs to it.")
    points: int | None = Field(None, ge=1, description="How many points the new median rests on; all, if left out.")
    reason: Line


class MeasurePoint(Part):
    """One value of a measure; `n` is the size of the group behind it."""

    date: PartialDate
    value: Number
    n: int | None = Field(None, ge=0)
    note: Line | None = None


class Measure(Part):
    """One measure of improvement work, with its published points."""

    id: Slug
    name: Label
    kind: Annotated[str, Choice("measure-kinds")]
    definition: Note | None = None
    numerator: Line | None = None
    denominator: Line | None = None
    unit: Label | None = None
    frequency: Label | None = None
    goal: Number | None = None
    direction: Annotated[str, Choice("directions")] | None = None
    baseline_points: int | None = Field(None, ge=1)
    new_baselines: tuple[NewBaseline, ...] = ()
    points: tuple[MeasurePoint, ...] = ()

    def is_hidden(self, point: MeasurePoint) -> bool:
        """Tell whether a point tells of fewer than ten people, so that its value, note and n stay out of sight."""
        if point.n is not None and point.n < SMALLEST_GROUP:
            return True
        return (self.unit or "").casefold() in _COUNTED_PEOPLE and point.value < SMALLEST_GROUP
