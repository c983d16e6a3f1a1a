"""A contributor: a person or organization credited for work on the hub."""

from typing import ClassVar, Literal

from pydantic import Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from knowledge_hub.records.fields import Label, Line, Note, Part, Slug, Url
from knowledge_hub.records.parts.identifiers import Orcid, Ror

# Whom each kind of identifier is for.
_BELONGS_TO = {"orcid": "person", "ror": "organization"}


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
    affiliation: Label | None = Field(
        None, description="Where a person works, or what a body is part of.", examples=["River County"]
    )
    url: Url | None = Field(
        None, description="A public page about the contributor.", examples=["https://www.example.org/about"]
    )
    orcid: Orcid | None = Field(
        None, description="A person’s ORCID iD, without https://orcid.org/.", examples=["0000-0002-1825-0097"]
    )
    ror: Ror | None = Field(
        None, description="An organization’s ROR ID, without https://ror.org/.", examples=["03yrm5c26"]
    )
    helped_with: Line | None = Field(
        None,
        description="Help that no record credits; it is thanked for.",
        examples=["Tried the whole site with a screen reader."],
    )
    opt_out: bool = Field(
        False,
        description="True for someone who doesn’t want to be named on the site: no page, list, file or citation has "
        "the name then. Anyone can still read it in this file.",
    )

    @property
    def address(self) -> str:
        """The address of the contributor's page below the site's root."""
        return f"people/{self.id}/"

    @property
    def identifier(self) -> str:
        """The ORCID iD or the ROR ID as a whole address, as both ask, "" where there is none."""
        if self.orcid:
            return f"https://orcid.org/{self.orcid}"
        return f"https://ror.org/{self.ror}" if self.ror else ""

    @field_validator("orcid", "ror")
    @classmethod
    def _check_kind(cls, value: str | None, info: ValidationInfo) -> str | None:
        """Refuse an identifier that is for people on an organization, and the other way round."""
        kind = info.data.get("kind")
        if value and kind and kind != _BELONGS_TO[info.field_name or ""]:
            raise PydanticCustomError("other-kind", "an identifier for another kind of contributor", {"kind": kind})
        return value
