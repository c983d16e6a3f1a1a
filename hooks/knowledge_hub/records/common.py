"""What every published record has: words, facets, relations, evidence, sources, credit, review."""

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from knowledge_hub.records.fields import (
    Address,
    Choice,
    Day,
    Label,
    Line,
    Note,
    Part,
    Reference,
    Slug,
)
from knowledge_hub.records.parts.picture import Picture
from knowledge_hub.records.single_files.own_fields import OwnFacet, OwnField

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
    strength: Annotated[str, Choice("evidence-strength")] | None = Field(None, description="How the finding was made.")
    limits: Note | None = Field(
        None,
        description="What the evidence does not show. Required when documented.",
        examples=["We saw no results for students. One person told the story, and nobody else checked it."],
    )


class SourceUse(Part):
    """One source, and what in this record rests on it."""

    source: SourceId = Field(description="Id of the source.")
    supports: Line = Field(
        description="What in this record rests on the source.", examples=["The three partners and the 70 schools."]
    )
    locator: Label | None = Field(
        None, description="Page, table or section in the source.", examples=["p. 14, table 2"]
    )


class Credit(Part):
    """Who made the record, by contributor id."""

    authors: tuple[ContributorId, ...] = Field((), description="Who wrote it.")
    reviewers: tuple[ContributorId, ...] = Field((), description="Who checked what it says.")
    editors: tuple[ContributorId, ...] = Field((), description="Who edited the words.")
    translators: tuple[ContributorId, ...] = Field((), description="Who translated it.")


class Review(Part):
    """When someone last checked the record, and when it is due again."""

    reviewed_on: Day = Field(description="The day of the last check.", examples=["2026-01-15"])
    review_by: Day = Field(description="The day by which it has to be checked again.", examples=["2027-01-15"])
    owner: ContributorId = Field(description="Who looks after the record.")


class Change(Part):
    """Something that happened to the record: it came into the library, was changed, or was archived."""

    date: Day = Field(description="The day on which it happened.", examples=["2026-01-15"])
    what: Literal["new", "changed", "archived"] = Field(description="What happened.", examples=["changed"])
    note: Line | None = Field(
        None,
        description="What is different now, for readers who knew the page before.",
        examples=["The second step says who calls the family."],
    )


class Result(Part):
    """Something that came out of the work."""

    kind: Annotated[str, Choice("outcome-kinds")] = Field(description="What kind of thing came out.")
    statement: Note = Field(
        description="What came out, with numbers only where a source gives them.",
        examples=["Families now know one person to call, and the waiting list did not get shorter."],
    )
    sources: tuple[SourceId, ...] = Field((), description="The sources that report it.")


class Acceptance(Part):
    """A warning that a reviewer has judged: the words are right here."""

    code: Literal[
        "suicide-wording", "person-first", "jargon", "abbreviation", "claim-without-fact", "reading-level"
    ] = Field(description="The kind of warning, as the check names it.")
    text: Line = Field(description="The words that the warning is about.", examples=["at-risk students"])
    reason: Line = Field(description="Why they are right here.", examples=["It is the title of a law."])


class Faceted(Part):
    """The facets by which readers browse, and the relations that connect records."""

    aliases: tuple[Label, ...] = Field(
        (),
        description="Other words that readers search with.",
        examples=[["bad meetings", "team check-in"]],
    )
    domains: tuple[Domain, ...] = Field((), description="Quality domains that this is about.")
    tiers: tuple[Tier, ...] = Field((), description="Tiers of support that this is about.")
    levels: tuple[Level, ...] = Field((), description="Where in the system this happens.")
    disciplines: tuple[Discipline, ...] = Field((), description="Disciplines at the table.")
    settings: tuple[Setting, ...] = Field((), description="Kinds of place.")
    stages: tuple[Stage, ...] = Field((), description="Stages of improvement work.")
    places: tuple[Place, ...] = Field((), description="States, territories and other countries.")
    communities: tuple[CommunityId, ...] = Field((), description="Learning communities that belong to this.")
    case_studies: tuple[CaseStudyId, ...] = Field((), description="Case studies that belong to this.")
    lessons: tuple[LessonId, ...] = Field((), description="Lessons that belong to this.")
    roles: tuple[RoleId, ...] = Field((), description="Roles that belong to this.")
    toolkits: tuple[ToolkitId, ...] = Field((), description="Toolkits that belong to this.")
    guides: tuple[GuideId, ...] = Field((), description="Guides that belong to this.")

    def facet_ids(self, facet_field: str) -> tuple[str, ...]:
        """Return the values of one facet, each once; types add what their own fields say, and may lack one."""
        ids: tuple[str, ...] = getattr(self, facet_field, ())
        return ids


class Record(Faceted):
    """A record with a page of its own."""

    type: ClassVar[str]
    folder: ClassVar[str]
    required_facets: ClassVar[tuple[str, ...]] = ()
    # What a type is called that has no place in words/words.yml: "one", "many" and "intro" (what its list is for).
    words: ClassVar[Mapping[str, str]] = {}
    # What the host has added to the type; see own_types.py.
    own_facets: ClassVar[tuple[OwnFacet, ...]] = ()
    own_fields: ClassVar[tuple[OwnField, ...]] = ()

    id: Slug = Field(
        description="The file name without .yml; it is never written in the file.", examples=["team-charter"]
    )
    title: Label = Field(
        description="What readers see first: short, and clear without the page around it.",
        examples=["Ask how the team works"],
    )
    summary: Line = Field(
        description="What it is and why it matters, in one or two sentences.",
        examples=["A short talk about the teamwork itself helps a team mend small things before they grow."],
    )
    question: Line | None = Field(
        None,
        description="The question it answers, in a reader's words.",
        examples=["Our meetings end without a plan. What can we change?"],
    )
    evidence: Evidence = Field(description="How far a reader can trust what the record says.")
    sources: tuple[SourceUse, ...] = Field(
        (), description="What the record rests on. Required when documented and published."
    )
    pictures: tuple[Picture, ...] = Field(
        (), description="What has to be known of each picture that the record shows: who is on it, and who agreed."
    )
    credit: Credit = Field(Credit(), description="Who made the record.")
    review: Review | None = Field(
        None, description="When someone last checked it, and when it is due again. Required when published."
    )
    history: tuple[Change, ...] = Field(
        (), description="What happened to the record, for readers who follow the library. Reviews need no line here."
    )
    sensitivity: tuple[Annotated[str, Choice("sensitivity")], ...] = Field(
        (), description="Hard subjects that the record touches; they put the help line first on its page."
    )
    status: Literal["draft", "published", "archived"] = Field(
        "draft", description="draft shows in a preview only; archived is kept, and no longer looked after."
    )
    replaced_by: Slug | None = Field(
        None, description="Id of the record that took its place.", examples=["team-charter"]
    )
    redirect_from: tuple[Address, ...] = Field(
        (), description="Old addresses that must lead here, the oldest first.", examples=[["lessons/old-name/"]]
    )
    accepted: tuple[Acceptance, ...] = Field((), description="Warnings that a reviewer accepts, each with the reason.")
    for_editors: Note | None = Field(
        None,
        description="A word to the editors: what is still open, where a claim can be checked. It is shown on no page, "
        "but anyone can read it in the file.",
        examples=["The district's report of 2025 has the numbers. Please credit the district team."],
    )

    @cached_property
    def address(self) -> str:
        """The address of the record's page below the site's root."""
        return f"{self.folder}/{self.id}/"
