"""A stakeholder role: who is at the table, what they bring and what they need."""

from typing import Annotated, ClassVar

from pydantic import Field

from knowledge_hub.records.common import Discipline, Record
from knowledge_hub.records.fields import Line, Part, Prose, Reference, Slug

PartnerRole = Annotated[Slug, Reference("role", "Works with", "Works with")]


class Partner(Part):
    """Another role that this one works with, and how."""

    role: PartnerRole
    how: Line


class Role(Record):
    """Someone who belongs at the table: discipline, levels, what they bring and need."""

    type: ClassVar[str] = "role"
    folder: ClassVar[str] = "roles"
    required_facets: ClassVar[tuple[str, ...]] = ("levels",)

    discipline: Discipline
    about: Prose | None = Field(None, description="Who this is, for a reader who never met one.")
    brings: tuple[Line, ...] = Field(min_length=1)
    needs: tuple[Line, ...] = Field(min_length=1)
    first_steps: tuple[Line, ...] = Field((), description="How to involve them well, step by step.")
    ask_them: tuple[Line, ...] = Field((), description="Questions worth asking them.")
    works_with: tuple[Partner, ...] = ()

    def facet_ids(self, facet_field: str) -> tuple[str, ...]:
        """Return the values of one facet; the role's own discipline counts."""
        ids = super().facet_ids(facet_field)
        if facet_field == "disciplines":
            return tuple(dict.fromkeys((self.discipline, *ids)))
        return ids
