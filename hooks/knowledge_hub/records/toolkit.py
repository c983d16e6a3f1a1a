"""A toolkit: steps and worksheets that a team can use tomorrow."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from knowledge_hub.records.common import Record
from knowledge_hub.records.fields import Choice, Label, Line, Note, Part, Prose, Slug, Url

FieldType = Literal["text", "long-text", "date", "number", "choice", "choices", "scale", "table"]


class WorksheetColumn(Part):
    """One column of a table that the reader fills in."""

    id: Slug
    label: Label
    type: Literal["text", "long-text", "date", "number", "choice"] = "text"
    options: tuple[Label, ...] = ()


class WorksheetField(Part):
    """One thing that the reader fills in."""

    id: Slug
    label: Label
    help: Line | None = None
    type: FieldType
    options: tuple[Label, ...] = Field((), description="The choices, or the words of a scale from low to high.")
    columns: tuple[WorksheetColumn, ...] = Field((), description="The columns of a table.")
    rows: int | None = Field(None, ge=1, le=40, description="How many empty rows a table starts with.")


class WorksheetSection(Part):
    """Fields that belong together."""

    title: Label
    intro: Line | None = None
    fields: tuple[WorksheetField, ...] = Field(min_length=1)


class Worksheet(Part):
    """A form that a team fills in together."""

    id: Slug
    title: Label
    instructions: Prose
    sections: tuple[WorksheetSection, ...] = Field(min_length=1)
    scoring: Note | None = Field(None, description="How scale fields add up, and what the sum means.")
    adds_up: bool = Field(
        True, description="Whether the answers on scales are meant to be added up.", examples=[False]
    )


class Step(Part):
    """One step of using the toolkit."""

    title: Label
    text: Prose
    worksheet: Slug | None = Field(None, description="Id of the worksheet that this step fills in.")


class Resource(Part):
    """Something to read or use elsewhere."""

    title: Label
    url: Url
    licence: Label | None = None
    language: Label = "English"


class Toolkit(Record):
    """Steps and worksheets that a team can use tomorrow."""

    type: ClassVar[str] = "toolkit"
    folder: ClassVar[str] = "toolkits"
    required_facets: ClassVar[tuple[str, ...]] = ("domains", "stages")

    purpose: Prose
    use_when: tuple[Line, ...] = Field(min_length=1)
    people: Line
    time: Label
    difficulty: Annotated[str, Choice("difficulties")]
    steps: tuple[Step, ...] = Field(min_length=1)
    worksheets: tuple[Worksheet, ...] = ()
    resources: tuple[Resource, ...] = ()
