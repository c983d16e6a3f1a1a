"""A lesson learned: one rule that transfers to other places."""

from typing import Annotated, ClassVar

from pydantic import Field

from knowledge_hub.records.common import Record
from knowledge_hub.records.fields import Line, Part, Prose, Reference, Slug

LessonRole = Annotated[Slug, Reference("role", "For people in this role", "A lesson for this role")]
SeenInCaseStudy = Annotated[Slug, Reference("case-study", "Where this was seen", "What was learned here")]
SeenInCommunity = Annotated[Slug, Reference("community", "Where this was seen", "What was learned here")]


class SeenIn(Part):
    """Where the lesson was seen: a case study or a learning community."""

    case_study: SeenInCaseStudy | None = Field(None, description="Id of the case study.")
    community: SeenInCommunity | None = Field(None, description="Id of the learning community.")
    note: Line | None = Field(
        None, description="What was seen there.", examples=["Teams here rated their own teamwork and worked on it."]
    )


class Lesson(Record):
    """One rule that transfers: the statement, why it holds, how to apply it."""

    type: ClassVar[str] = "lesson"
    folder: ClassVar[str] = "lessons"
    required_facets: ClassVar[tuple[str, ...]] = ("domains", "stages")

    statement: Line = Field(
        description="The lesson in one sentence, as advice that others can follow.",
        examples=["Talk at every third meeting about how the team works together, because few teams do this unasked."],
    )
    why: Prose = Field(
        description="Why it holds: what was seen, and how sure anyone can be.",
        examples=["We changed who led the meeting three times. Only the talk about how we work helped."],
    )
    apply: tuple[Line, ...] = Field(
        min_length=1,
        description="What to do, one step a line.",
        examples=[["Put ten minutes on the next agenda.", "Let each member answer in writing first."]],
    )
    pitfalls: tuple[Line, ...] = Field(
        (),
        description="What can go wrong, and how to notice.",
        examples=[["Asking and then changing nothing."]],
    )
    for_roles: tuple[LessonRole, ...] = Field((), description="Roles that can use it most.")
    seen_in: tuple[SeenIn, ...] = Field((), description="Where it was seen: case studies and communities.")
