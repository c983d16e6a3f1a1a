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

    family: Label | None = None
    given: Label | None = None
    literal: Label | None = None


class Source(Part):
    """A publication or page, and what of it was read."""

    record_type: ClassVar[str] = "source"
    folder: ClassVar[str] = "sources"

    id: Slug
    kind: Annotated[str, Choice("source-kinds")]
    title: Line
    author: tuple[Name, ...] = ()
    authors_incomplete: bool = Field(False, description="True when the author list was not seen whole.")
    issued: PartialDate | None = None
    container_title: Line | None = Field(None, description="Journal, book or site it appeared in.")
    volume: Label | None = None
    issue: Label | None = None
    page: Label | None = None
    publisher: Line | None = None
    doi: Doi | None = None
    url: Url | None = None
    accessed: Day | None = None
    read: Annotated[str, Choice("source-reading")] = Field(description="What of it was read.")
    says: Note | None = Field(None, description="What it says that the hub uses, in our own words.")
    note: Note | None = None
