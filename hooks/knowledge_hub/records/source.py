"""A source: a publication or page that a claim rests on. Field names follow CSL 1.0.2."""

from typing import Annotated, ClassVar

from pydantic import Field

from knowledge_hub.records.fields import (
    Choice,
    Day,
    Doi,
    Label,
    Line,
    Note,
    Part,
    PartialDate,
    Slug,
    Url,
)


class Name(Part):
    """An author: family and given name of a person, or the whole name of a body."""

    family: Label | None = Field(None, description="Family name of a person.", examples=["Rivera"])
    given: Label | None = Field(None, description="Given name or initials of a person.", examples=["M."])
    literal: Label | None = Field(None, description="The whole name of a body.", examples=["State Office of Education"])


class Fact(Part):
    """One thing that was read in the source, so that what records claim can be traced to it."""

    statement: Note = Field(
        description="What was read, in one sentence of our own, with its numbers, dates and places.",
        examples=["Of 40 teams, 31 met every month, and those shared data more often."],
    )
    locator: Label = Field(description="Where in the source it was read.", examples=["abstract"])
    read_on: Day = Field(description="The day it was read.", examples=["2026-01-15"])


class Source(Part):
    """A publication or page, and what of it was read."""

    record_type: ClassVar[str] = "source"
    folder: ClassVar[str] = "sources"

    id: Slug = Field(
        description="The file name without .yml; it is never written in the file.", examples=["rivera-2024"]
    )
    kind: Annotated[str, Choice("source-kinds")] = Field(description="What kind of publication it is.")
    title: Line = Field(description="Its title.", examples=["How teams in four districts share data"])
    author: tuple[Name, ...] = Field((), description="Its authors in their order: people, or a body.")
    authors_incomplete: bool = Field(False, description="True when the author list was not seen whole.")
    issued: PartialDate | None = Field(None, description="When it was published.", examples=["2024"])
    container_title: Line | None = Field(
        None, description="Journal, book or site it appeared in.", examples=["Journal of School Teams"]
    )
    volume: Label | None = Field(None, description="Volume of the journal.", examples=["12"])
    issue: Label | None = Field(None, description="Issue of the volume.", examples=["3"])
    page: Label | None = Field(None, description="Pages in it.", examples=["201-215"])
    publisher: Line | None = Field(None, description="Who published it.", examples=["State Office of Education"])
    doi: Doi | None = Field(None, description="Its DOI, without https://doi.org/.", examples=["10.1000/182"])
    url: Url | None = Field(None, description="Where it can be read.", examples=["https://www.example.org/report"])
    accessed: Day | None = Field(None, description="The day it was last looked at.", examples=["2026-01-15"])
    read: Annotated[str, Choice("source-reading")] = Field(description="What of it was read.")
    says: Note | None = Field(
        None,
        description="What it says that the hub uses, in our own words.",
        examples=["Teams that met every month shared data more often."],
    )
    facts: tuple[Fact, ...] = Field((), description="What was read in it, one sentence each.")
    note: Note | None = Field(
        None,
        description="What a reader must know about it.",
        examples=["We read only the abstract. The teams rated themselves."],
    )
