"""The two models of learning communities side by side: what each is, and which one fits."""

from typing import Annotated

from pydantic import Field

from knowledge_hub.records.common import CommunityId, SourceUse
from knowledge_hub.records.fields import Choice, Label, Line, Note, Part, Slug


class ModelPart(Part):
    """One part that a community of this kind is made of; `section` is where an example's page shows it."""

    title: Label = Field(description="What readers see.", examples=["A shared aim"])
    text: Note = Field(description="The part in one sentence.", examples=["What should improve, for whom and by when."])
    section: Slug | None = Field(None, description="The section of a community's page that shows it.", examples=["aim"])


class LearningModel(Part):
    """One model in two honest sentences, and when it fits."""

    kind: Annotated[str, Choice("community-kinds")] = Field(description="Which model it is.")
    title: Label = Field(description="What readers see.", examples=["Community of practice"])
    summary: Note = Field(
        description="The model in two honest sentences.", examples=["People with a shared interest meet regularly."]
    )
    fits_when: tuple[Line, ...] = Field(
        min_length=1, description="When it fits.", examples=[["You share an interest and have no set aim."]]
    )
    look_elsewhere_when: tuple[Line, ...] = Field(
        (), description="When the other one fits better.", examples=[["You have a deadline and an aim."]]
    )
    parts: tuple[ModelPart, ...] = Field((), description="What such a community is made of, in the order it is met.")
    example: CommunityId | None = Field(None, description="The community whose page shows every part.")


class ModelRow(Part):
    """One aspect on which the two models differ."""

    aspect: Label = Field(description="What differs.", examples=["Time"])
    coiin: Line = Field(description="How it is in a CoIIN.", examples=["A fixed number of months"])
    cop: Line = Field(description="How it is in a community of practice.", examples=["Open-ended"])


class LearningModels(Part):
    """The comparison page."""

    title: Label = Field(description="The title of the page.", examples=["CoIIN or community of practice?"])
    summary: Line = Field(
        description="What the page helps to decide.", examples=["Two ways of learning together, side by side."]
    )
    evidence_note: Note = Field(
        description="What is known about whether such communities work.", examples=["Few studies compare them."]
    )
    models: tuple[LearningModel, ...] = Field(description="The two models.")
    rows: tuple[ModelRow, ...] = Field(description="The aspects on which they differ.")
    sources: tuple[SourceUse, ...] = Field((), description="What the page rests on.")
