"""Words to avoid, each with better ones: what the check of the wording reads."""

from typing import Literal

from pydantic import Field

from knowledge_hub.records.common import SourceId
from knowledge_hub.records.fields import Line, Part

WordingCode = Literal["suicide-wording", "person-first", "jargon"]


class Phrase(Part):
    """One phrase in its forms, the better words, and why."""

    code: WordingCode
    avoid: tuple[Line, ...] = Field(min_length=1, description="Each form of the phrase, as it is found in texts.")
    better: Line = Field(description="What to write instead.")
    reason: Line
    source: SourceId | None = Field(None, description="Where the advice comes from; none for the hub's own.")


class Wording(Part):
    """Every phrase to avoid, in the order of the file."""

    phrases: tuple[Phrase, ...] = ()
