"""A pathway: what to read in which order in a reader's situation, and why."""

import re
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from knowledge_hub.records.case_study import CaseStudy
from knowledge_hub.records.common import Record
from knowledge_hub.records.community import Community
from knowledge_hub.records.contributor import Contributor
from knowledge_hub.records.fields import AnyReference, Label, Line, Part, Prose
from knowledge_hub.records.guide import Guide
from knowledge_hub.records.lesson import Lesson
from knowledge_hub.records.role import Role
from knowledge_hub.records.source import Source
from knowledge_hub.records.toolkit import Toolkit
from knowledge_hub.slugs import LONGEST_SLUG, SLUG

_KIND = "[a-z]+(?:-[a-z]+)*"
_NAME = rf"{_KIND}:(?=.{{1,{LONGEST_SLUG}}}$){SLUG.pattern}"
_ADDRESS = re.compile(rf"(?:.*/)?({_KIND})/({SLUG.pattern})/?(?:[?#].*)?")
_WITHOUT_PAGE = (Contributor.record_type, Source.record_type)
_TYPES = {cls.folder: cls.type for cls in (Community, CaseStudy, Lesson, Toolkit, Role, Guide)}


def _read_name(value: Any) -> Any:
    """Return "type:id" where the address of a page was written, whose folder stands for the type."""
    found = _ADDRESS.fullmatch(value.strip()) if isinstance(value, str) else None
    return f"{_TYPES.get(found[1], found[1])}:{found[2]}" if found else value


def _check_name(value: str) -> str:
    if re.fullmatch(_NAME, value) and value.partition(":")[0] not in _WITHOUT_PAGE:
        return value
    raise PydanticCustomError("bad-record-name", "not the name of a record")


RecordName = Annotated[
    str,
    BeforeValidator(_read_name),
    AfterValidator(_check_name),
    AnyReference("A step of this pathway", "A pathway that leads here"),
]


class PathwayStep(Part):
    """One record to read, and why at this point."""

    read: RecordName = Field(
        description="The record to read: its kind, a colon and its id; or the address of its page.",
        examples=["toolkit:team-charter"],
    )
    why: Line = Field(
        description="Why to read it at this point, in one sentence.",
        examples=["Agree on how you work before you agree on what you do."],
    )
    minutes: int = Field(ge=1, le=600, description="How many minutes it takes to read.", examples=[10])
    then: Line | None = Field(
        None,
        description="What to do with it before going on.",
        examples=["Bring the first question to your next meeting."],
    )


class HomePlace(Part):
    """The pathway as one of the situations that the home page begins with."""

    order: int = Field(ge=1, le=99, description="Its place among the situations, from 1 on.", examples=[1])
    words: Label = Field(description="The situation in a few words.", examples=["Nothing moves"])
    text: Line = Field(
        description="The situation in one sentence, as a reader would tell it.",
        examples=["We meet each month, the list grows, and nothing changes in the school."],
    )


class Pathway(Record):
    """What to read in which order in a reader's situation."""

    type: ClassVar[str] = "pathway"
    folder: ClassVar[str] = "pathways"

    for_whom: Line = Field(
        description="Whose situation it is.", examples=["Anyone who joins a team that is already at work"]
    )
    about: Prose | None = Field(
        None,
        description="What to know before the first step; leave it out where there is nothing.",
        examples=["Read the first two before your first meeting. The rest can wait."],
    )
    steps: tuple[PathwayStep, ...] = Field(min_length=1, description="What to read, in order.")
    result: Line | None = Field(
        None,
        description="What readers have or know at the end.",
        examples=["You know who is at the table and can say what you bring."],
    )
    on_home: HomePlace | None = Field(
        None, description="Puts it among the situations that the home page begins with. For the editors to decide."
    )
