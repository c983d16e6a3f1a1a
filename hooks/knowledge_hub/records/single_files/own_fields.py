"""What a host adds to the record types without Python: facets and plain fields."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from knowledge_hub.records.fields import Label, Line, Part, Slug, ValueFormat

_NAME = r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*"
Name = Annotated[
    str,
    StringConstraints(pattern=f"^(?:{_NAME})$", max_length=40),
    ValueFormat("small letters, digits and single underscores, a letter first", _NAME),
]


class OwnFacet(Part):
    """A way to browse and filter; records choose from a vocabulary of the host's."""

    id: Slug = Field(description="The word in addresses and filters.", examples=["language"])
    field: Name = Field(description="The name of the field in records.", examples=["languages"])
    label: Label = Field(description="What readers see.", examples=["Language"])
    help: Line = Field(description="What contributors are told.", examples=["Languages in which it can be had."])
    vocabulary: Slug = Field(description="The file in vocabularies/ that holds the choices.", examples=["languages"])
    types: tuple[Slug, ...] = Field((), description="The record types that have it; all where nothing is said.")
    on_cards: bool = Field(False, description="Whether cards show it.")
    before: Slug | None = Field(None, description="The facet before which it stands; else it comes last.")


class OwnFacets(Part):
    """Every facet of the host's, in the order in which readers meet them."""

    facets: tuple[OwnFacet, ...] = Field((), description="The facets.")


class OwnField(Part):
    """A plain field of a record."""

    id: Name = Field(description="The name of the field in records.", examples=["grant_number"])
    label: Label = Field(description="What readers see.", examples=["Number of the grant"])
    help: Line = Field(description="What contributors are told.", examples=["As it stands in the letter of award."])
    kind: Literal["text", "long-text", "date", "number", "choice", "list"] = Field(description="What it holds.")
    options: tuple[Label, ...] = Field((), description="The choices of a choice, as readers see them.")
    types: tuple[Slug, ...] = Field((), description="The record types that have it; all where nothing is said.")
    shown: Literal["facts", "section", "nowhere"] = Field("facts", description="Where a page shows it.")
    searched: bool = Field(True, description="Whether search finds a page by it.")
    exported: bool = Field(True, description="Whether PDF files show it.")


class OwnFields(Part):
    """Every plain field of the host's, in the order in which readers meet them."""

    fields: tuple[OwnField, ...] = Field((), description="The fields.")
