"""A stakeholder role: who is at the table, what they bring and what they need."""

from typing import Annotated, ClassVar

from pydantic import Field

from knowledge_hub.records.common import Discipline, Record
from knowledge_hub.records.fields import Line, Part, Prose, Reference, Slug

PartnerRole = Annotated[Slug, Reference("role", "Works with", "Works with")]


class Partner(Part):
    """Another role that this one works with, and how."""

    role: PartnerRole = Field(description="Id of the other role.")
    how: Line = Field(
        description="How the two work together.",
        examples=["They agree who sees which student first."],
    )


class Role(Record):
    """Someone who belongs at the table: discipline, levels, what they bring and need."""

    type: ClassVar[str] = "role"
    folder: ClassVar[str] = "roles"
    required_facets: ClassVar[tuple[str, ...]] = ("levels",)

    discipline: Discipline = Field(description="The role's own field of work.")
    about: Prose | None = Field(
        None,
        description="Who this is, for a reader who never met one.",
        examples=["A school nurse cares for students' health during the school day."],
    )
    brings: tuple[Line, ...] = Field(
        min_length=1,
        description="What this role brings to the table that others don't.",
        examples=[["An eye for patterns in visits to the health office."]],
    )
    needs: tuple[Line, ...] = Field(
        min_length=1,
        description="What this role needs from the others to take part.",
        examples=[["Cover for the health office during meetings."]],
    )
    first_steps: tuple[Line, ...] = Field(
        (),
        description="How to involve them well, step by step.",
        examples=[["Find cover first, and then set the meeting time."]],
    )
    ask_them: tuple[Line, ...] = Field(
        (),
        description="Questions worth asking them.",
        examples=[["Which health checks already work well here?"]],
    )
    works_with: tuple[Partner, ...] = Field((), description="Other roles, and how they work together.")

    def facet_ids(self, facet_field: str) -> tuple[str, ...]:
        """Return the values of one facet; the role's own discipline counts."""
        ids = super().facet_ids(facet_field)
        if facet_field == "disciplines":
            return tuple(dict.fromkeys((self.discipline, *ids)))
        return ids
