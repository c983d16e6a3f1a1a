"""The two models of learning communities side by side: what each is, and which one fits."""

from typing import Annotated

from pydantic import Field

from knowledge_hub.records.common import CommunityId, SourceUse
from knowledge_hub.records.fields import Choice, Label, Line, Note, Part, Slug


class ModelPart(Part):
    """One part that a community of this kind is made of; `section` is where an example's page shows it."""

    title: Label
    text: Note
    section: Slug | None = None


class LearningModel(Part):
    """One model in two honest sentences, and when it fits."""

    kind: Annotated[str, Choice("community-kinds")]
    title: Label
    summary: Note
    fits_when: tuple[Line, ...] = Field(min_length=1)
    look_elsewhere_when: tuple[Line, ...] = ()
    parts: tuple[ModelPart, ...] = Field((), description="What such a community is made of, in the order it is met.")
    example: CommunityId | None = Field(None, description="The community whose page shows every part.")


class ModelRow(Part):
    """One aspect on which the two models differ."""

    aspect: Label
    coiin: Line
    cop: Line


class LearningModels(Part):
    """The comparison page."""

    title: Label
    summary: Line
    evidence_note: Note = Field(description="What is known about whether such communities work.")
    models: tuple[LearningModel, ...]
    rows: tuple[ModelRow, ...]
    sources: tuple[SourceUse, ...] = ()
