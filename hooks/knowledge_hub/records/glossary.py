"""The glossary: abbreviations and terms of the field, each with a plain meaning."""

from pydantic import Field

from knowledge_hub.records.fields import Label, Note, Part, Slug


class GlossaryTerm(Part):
    """One term; `expand` says whether the hub may spell it out at first use on a page."""

    id: Slug
    term: Label
    expansion: Label | None = None
    definition: Note
    aliases: tuple[Label, ...] = ()
    expand: bool = True


class Glossary(Part):
    """Every term, in the order of the file."""

    terms: tuple[GlossaryTerm, ...] = Field(())
