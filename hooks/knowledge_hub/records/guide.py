"""A guide: a hand-written page in docs/guides/, found and connected by its front matter."""

from typing import ClassVar

from knowledge_hub.records.common import Record


class Guide(Record):
    """The front matter of a guide; its text is ordinary Markdown and isn't read here."""

    type: ClassVar[str] = "guide"
    folder: ClassVar[str] = "guides"
    required_facets: ClassVar[tuple[str, ...]] = ("stages",)
