"""A case study: what a place or team did together, told short or whole, or as a report of using a toolkit."""

from typing import Annotated, Any, ClassVar, Literal

from pydantic import ConfigDict, Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from knowledge_hub.records.common import (
    Discipline,
    Level,
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
from knowledge_hub.records.parts.measure import Measure
from knowledge_hub.records.parts.picture import FileName

LearnedLesson = Annotated[Slug, Reference("lesson", "What they learned", "A place that taught this lesson")]
UsedToolkit = Annotated[Slug, Reference("toolkit", "A tool they used", "Used here")]
ParticipantRole = Annotated[Slug, Reference("role", "Was at the table", "Took part here")]

_STORY = ("challenge", "approach", "collaboration")
_REQUIRED_BY_FORM: dict[str, tuple[str, ...]] = {
    "snapshot": _STORY,
    "full": _STORY,
    "adoption": ("used", "changed", "results"),
}


def _require_by_form(schema: dict[str, Any]) -> None:
    """Say in the JSON Schema what each form of a case study needs."""
    schema["allOf"] = [
        {
            "if": {"properties": {"form": {"const": form}}, "required": ["form"]},
            "then": {"required": list(fields)},
        }
        for form, fields in _REQUIRED_BY_FORM.items()
    ]


class Period(Part):
    """When it happened; a year, a month or a day each."""

    start: PartialDate | None = Field(None, description="When the work began.", examples=["2024-09"])
    end: PartialDate | None = Field(
        None, description="When it ended; leave it out while the work goes on.", examples=["2025-06"]
    )


class CaseStudyPlace(Part):
    """Where it happened."""

    state: Place = Field(
        description="The state, territory or country; not-stated where no public source names it.",
        examples=["not-stated"],
    )
    locale: Annotated[str, Choice("locales")] | None = Field(
        None, description="How built-up the area is, as federal statistics count it."
    )
    setting: Line | None = Field(
        None,
        description="The kind of place, in a few words.",
        examples=["A district with nine schools and one school-based health center"],
    )


class Participant(Part):
    """One role at the table; without a record for the role, its name, discipline and level."""

    role: ParticipantRole | None = Field(None, description="Id of the role, where the hub has it.")
    name: Label | None = Field(None, description="What the participant was, never who.", examples=["A youth adviser"])
    discipline: Discipline | None = Field(None, description="The participant's field of work.")
    level: Level | None = Field(None, description="Where in the system the participant works.")
    contribution: Line = Field(
        description="What this participant did for the work.",
        examples=["Chose the words of the letter to families."],
    )


class Adoption(Part):
    """What another team needs to know before it tries the same."""

    time: Label | None = Field(
        None, description="How long it took, from the first talk to routine.", examples=["One school year"]
    )
    people: Line | None = Field(
        None, description="Who has to give time, and how much.", examples=["A team of six, one hour a month"]
    )
    cost: Line | None = Field(
        None, description="What it cost, and who paid.", examples=["Substitutes for four half days, paid by a grant"]
    )
    core: tuple[Line, ...] = Field(
        (),
        description="What has to stay as it is for this to work.",
        examples=[["A parent takes part in every meeting."]],
    )
    adaptable: tuple[Line, ...] = Field(
        (),
        description="What can be changed to fit another place.",
        examples=[["Who leads the meeting, and how long it lasts."]],
    )


class CaseStudy(Record):
    """What a place or team did together, and what came of it."""

    model_config = ConfigDict(json_schema_extra=_require_by_form)

    type: ClassVar[str] = "case-study"
    folder: ClassVar[str] = "case-studies"
    required_facets: ClassVar[tuple[str, ...]] = ("domains", "levels", "disciplines", "places")

    form: Literal["snapshot", "full", "adoption"] = Field(
        description="snapshot for a short telling, full for the whole story, adoption for a report of how a "
        "toolkit of this hub was used somewhere."
    )
    period: Period | None = Field(None, description="When it happened.")
    place: CaseStudyPlace = Field(description="Where it happened.")
    participants: tuple[Participant, ...] = Field((), description="Who was at the table: roles, never names.")
    challenge: Prose | None = Field(
        None,
        validate_default=True,
        description="What was hard, for whom.",
        examples=["Teachers noticed students who were struggling, and nobody knew whom to tell."],
    )
    approach: Prose | None = Field(
        None,
        validate_default=True,
        description="What was done, in the order it was done.",
        examples=["The team first mapped who already helps students. Then it tried one path in one grade."],
    )
    changed: Prose | None = Field(
        None,
        validate_default=True,
        description="What was changed to make the toolkit fit this place, and why.",
        examples=["We filled in the worksheet in two short meetings instead of one long one."],
    )
    collaboration: Prose | None = Field(
        None,
        validate_default=True,
        description="How the disciplines and levels worked together.",
        examples=["The school nurse, the counselor and a parent ran the meetings in turn."],
    )
    results: tuple[Result, ...] = Field(
        (), validate_default=True, description="What came of it, good and bad, each with its sources."
    )
    outcome: Annotated[str, Choice("outcomes")] | None = Field(
        None, description="How it went on the whole, as far as the sources say."
    )
    adoption: Adoption | None = Field(None, description="What another team needs to know before it tries the same.")
    used: tuple[UsedToolkit, ...] = Field((), validate_default=True, description="Toolkits that were used.")
    learned: tuple[LearnedLesson, ...] = Field((), description="Lessons that this place taught.")
    measures: tuple[Measure, ...] = Field((), description="What was measured over time, where there are numbers.")
    card_picture: FileName | None = Field(
        None,
        description="Name of one picture of the text that stands on the card of the case study, too.",
        examples=["team-meeting.jpg"],
    )
    note: Note | None = Field(
        None,
        description="Something a reader must know before reading on.",
        examples=["The work stopped when the grant ended."],
    )

    @field_validator(*_STORY, "changed", "results", "used")
    @classmethod
    def _check_form(cls, value: Any, info: ValidationInfo) -> Any:
        """Each form of a case study needs parts of its own."""
        form = info.data.get("form", "")
        if not value and info.field_name in _REQUIRED_BY_FORM.get(form, ()):
            raise PydanticCustomError("missing", "A case study of this form needs this field.")
        return value

    def facet_ids(self, facet_field: str) -> tuple[str, ...]:
        """Return the values of one facet; the place of the story counts as a state."""
        ids = super().facet_ids(facet_field)
        if facet_field == "places" and self.place.state != "not-stated":
            return tuple(dict.fromkeys((self.place.state, *ids)))
        return ids
