"""The glossary: abbreviations and terms of the field, each with a plain meaning."""

from pydantic import Field

from knowledge_hub.records.fields import Label, Note, Part, Slug


class GlossaryTerm(Part):
    """One term; `expand` says whether the hub may spell it out at first use on a page."""

    id: Slug = Field(description="A short name for the entry.", examples=["mtss"])
    term: Label = Field(description="The word or abbreviation.", examples=["MTSS"])
    expansion: Label | None = Field(
        None, description="What an abbreviation stands for.", examples=["multi-tiered system of supports"]
    )
    definition: Note = Field(
        description="What it means, in plain words.", examples=["Support in levels, from all students to single ones."]
    )
    aliases: tuple[Label, ...] = Field((), description="Other words for it.", examples=[["tiered support"]])
    expand: bool = Field(True, description="Whether the hub may spell it out where a page uses it first.")


class Glossary(Part):
    """Every term, in the order of the file."""

    terms: tuple[GlossaryTerm, ...] = Field((), description="The entries.")
