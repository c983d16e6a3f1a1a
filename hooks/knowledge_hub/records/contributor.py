"""A contributor: a person or organization credited for work on the hub."""

from typing import ClassVar, Literal

from knowledge_hub.records.fields import Label, Note, Part, Slug, Url


class Contributor(Part):
    """Someone who is credited; people decide themselves what is shown of them."""

    record_type: ClassVar[str] = "contributor"
    folder: ClassVar[str] = "contributors"

    id: Slug
    name: Label
    kind: Literal["person", "organization"]
    about: Note | None = None
    url: Url | None = None
