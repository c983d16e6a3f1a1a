"""A toolkit: steps and worksheets that a team can use tomorrow."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from knowledge_hub.records.common import Record
from knowledge_hub.records.fields import Choice, Label, Line, Note, Part, Prose, Slug, Url

FieldType = Literal["text", "long-text", "date", "number", "choice", "choices", "scale", "table"]


class WorksheetColumn(Part):
    """One column of a table that the reader fills in."""

    id: Slug = Field(description="A short name for the column.", examples=["by-when"])
    label: Label = Field(description="The head of the column.", examples=["By when"])
    type: Literal["text", "long-text", "date", "number", "choice"] = Field(
        "text", description="What goes into its cells."
    )
    options: tuple[Label, ...] = Field(
        (), description="The choices, where the type is choice.", examples=[["Partners", "Leaders"]]
    )


class WorksheetField(Part):
    """One thing that the reader fills in."""

    id: Slug = Field(description="A short name for the field.", examples=["question"])
    label: Label = Field(description="What the reader is asked.", examples=["Our question"])
    help: Line | None = Field(None, description="A word of help under the label.", examples=["One sentence is enough."])
    type: FieldType = Field(description="What the reader fills in.")
    options: tuple[Label, ...] = Field(
        (),
        description="The choices, or the words of a scale from low to high.",
        examples=[["Not yet", "Partly", "Fully"]],
    )
    columns: tuple[WorksheetColumn, ...] = Field((), description="The columns of a table.")
    rows: int | None = Field(None, ge=1, le=40, description="How many empty rows a table starts with.", examples=[5])


class WorksheetSection(Part):
    """Fields that belong together."""

    title: Label = Field(description="The head of the section.", examples=["Before the meeting"])
    intro: Line | None = Field(
        None, description="A sentence before the fields.", examples=["Ask what your state says."]
    )
    fields: tuple[WorksheetField, ...] = Field(min_length=1, description="What the reader fills in.")


class Worksheet(Part):
    """A form that a team fills in together."""

    id: Slug = Field(description="A short name for the worksheet.", examples=["plan"])
    title: Label = Field(description="What readers see.", examples=["Plan of one small test"])
    instructions: Prose = Field(
        description="How to fill it in, and a warning against names of students.",
        examples=["Fill it in together. Write roles, and no names of students."],
    )
    sections: tuple[WorksheetSection, ...] = Field(min_length=1, description="Fields that belong together.")
    scoring: Note | None = Field(
        None,
        description="How scale fields add up, and what the sum means.",
        examples=["Add up the answers. A low sum shows where to start; it is no grade."],
    )
    adds_up: bool = Field(True, description="Whether the answers on scales are meant to be added up.", examples=[False])


class Step(Part):
    """One step of using the toolkit."""

    title: Label = Field(description="What is done in this step.", examples=["Agree on the purpose first"])
    text: Prose = Field(
        description="How to do it.", examples=["Write one paragraph together before you open the worksheet."]
    )
    worksheet: Slug | None = Field(None, description="Id of the worksheet that this step fills in.", examples=["plan"])


class Resource(Part):
    """Something to read or use elsewhere."""

    title: Label = Field(description="What it is called.", examples=["A guide to small tests of change"])
    url: Url = Field(description="Where it is.", examples=["https://www.example.org/guide"])
    licence: Label | None = Field(None, description="How it may be used.", examples=["CC BY 4.0"])
    language: Label = Field("English", description="The language it is in.", examples=["Spanish"])


class Toolkit(Record):
    """Steps and worksheets that a team can use tomorrow."""

    type: ClassVar[str] = "toolkit"
    folder: ClassVar[str] = "toolkits"
    required_facets: ClassVar[tuple[str, ...]] = ("domains", "stages")

    purpose: Prose = Field(
        description="What it is for, and what a team has when it is done.",
        examples=["To agree on who does what before a new service starts."],
    )
    use_when: tuple[Line, ...] = Field(
        min_length=1,
        description="Situations in which it helps, one a line.",
        examples=[["A community provider will start to work in your school."]],
    )
    people: Line = Field(
        description="Who should be in the room, and how many.",
        examples=["Three to eight people from at least two disciplines"],
    )
    time: Label = Field(description="How long it takes, with preparation.", examples=["Two meetings of 90 minutes"])
    difficulty: Annotated[str, Choice("difficulties")] = Field(description="How much practice it needs.")
    steps: tuple[Step, ...] = Field(min_length=1, description="What to do, in order.")
    worksheets: tuple[Worksheet, ...] = Field((), description="Forms that a team fills in together.")
    resources: tuple[Resource, ...] = Field((), description="Things to read or use elsewhere.")
