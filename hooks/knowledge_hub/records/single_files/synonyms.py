"""Everyday words and the field's words for the same thing, so that readers find pages in their own words."""

from typing import Annotated

from pydantic import Field

from knowledge_hub.records.fields import Label, Line, Part


class SynonymGroup(Part):
    """Words and phrases that readers use for one thing; one form of each word is enough."""

    words: Annotated[tuple[Label, ...], Field(min_length=2)]
    note: Line | None = Field(None, description="Why these belong together, for the next editor.")


class Synonyms(Part):
    """Every group, in the order of the file."""

    groups: tuple[SynonymGroup, ...] = ()
