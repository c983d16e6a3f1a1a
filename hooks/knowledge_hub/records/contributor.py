"""A contributor: a person or organization credited for work on the hub."""

from typing import ClassVar, Literal

from pydantic import Field

from knowledge_hub.records.fields import Label, Note, Part, Slug, Url


class Contributor(Part):
    """Someone who is credited; people decide themselves what is shown of them."""

    record_type: ClassVar[str] = "contributor"
    folder: ClassVar[str] = "contributors"

    id: Slug = Field(
        description="The file name without .yml; it is never written in the file.", examples=["river-school-district"]
    )
    name: Label = Field(description="The name as it should be credited.", examples=["River School District"])
    kind: Literal["person", "organization"] = Field(description="Whether it is one person or a body.")
    about: Note | None = Field(
        None, description="Who this is, in a sentence.", examples=["A district with nine schools."]
    )
    url: Url | None = Field(
        None, description="A public page about the contributor.", examples=["https://www.example.org/about"]
    )
