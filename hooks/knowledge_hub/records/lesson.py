"""A lesson learned: one rule that transfers to other places."""

from typing import Annotated, ClassVar

from pydantic import Field

from knowledge_hub.records.common import Record
from knowledge_hub.records.fields import Line, Part, Prose, Reference, Slug

LessonRole = Annotated[Slug, Reference("role", "For people in this role", "A lesson for this role")]
SeenInCaseStudy = Annotated[
    Slug, Reference("case-study", "Where this was seen", "What was learned here")
]
SeenInCommunity = Annotated[
    Slug, Reference("community", "Where this was seen", "What was learned here")
]


class SeenIn(Part):
    """Where the lesson was seen: a case study or a learning community."""

    case_study: SeenInCaseStudy | None = None
    community: SeenInCommunity | None = None
    note: Line | None = None


class Lesson(Record):
    """One rule that transfers: the statement, why it holds, how to apply it."""

    type: ClassVar[str] = "lesson"
    folder: ClassVar[str] = "lessons"
    required_facets: ClassVar[tuple[str, ...]] = ("domains", "stages")

    statement: Line = Field(description="The lesson in one sentence.")
    why: Prose
    apply: tuple[Line, ...] = Field(min_length=1, description="What to do, one step a line.")
    pitfalls: tuple[Line, ...] = ()
    for_roles: tuple[LessonRole, ...] = ()
    seen_in: tuple[SeenIn, ...] = ()
