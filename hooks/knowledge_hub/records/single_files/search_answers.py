"""Answers that search gives itself, above what it finds: whom to call, or a sentence with links."""

from typing import Annotated

from pydantic import Field

from knowledge_hub.records.fields import Address, Label, Note, Part


class AnswerLink(Part):
    """A page of the site that helps further."""

    words: Label = Field(description="What readers see.", examples=["How to contribute"])
    address: Address = Field(description="The page, below the site’s address.", examples=["contribute/"])


class SearchAnswer(Part):
    """One answer, and the words in a question that it belongs to."""

    words: Annotated[tuple[Label, ...], Field(min_length=1)] = Field(
        description="Words and phrases; a question that has one of them gets the answer. One in capitals is "
        "looked for in capitals only.",
        examples=[["crisis line"]],
    )
    help: bool = Field(False, description="Whether it shows the help line of the settings, before all else.")
    text: Note | None = Field(None, description="What search says.", examples=["We don’t give medical advice."])
    links: tuple[AnswerLink, ...] = Field((), description="Pages that help further.")


class SearchAnswers(Part):
    """Every answer, in the order of the file."""

    answers: tuple[SearchAnswer, ...] = Field((), description="The answers.")
