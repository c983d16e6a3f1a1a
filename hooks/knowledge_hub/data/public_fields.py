"""Which fields of a record are for everybody: what no page shows stays out of the data, too."""

import functools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from knowledge_hub.records import Contributor, GlossaryTerm, Record
from knowledge_hub.records.common import Faceted
from knowledge_hub.records.fields import AnyReference, ProseMark, Reference
from knowledge_hub.records.parts.picture import Picture
from knowledge_hub.records.walking import find_mark, find_parts
from knowledge_hub.vocabulary import Term

# What editors say to each other, who agreed to a picture, who opted out, and how a term is shown.
_PRIVATE: Mapping[type[BaseModel], frozenset[str]] = {
    Record: frozenset({"for_editors", "accepted"}),
    Picture: frozenset({"shows_people", "consent"}),
    Contributor: frozenset({"opt_out"}),
    GlossaryTerm: frozenset({"expand"}),
    Term: frozenset({"tile", "mark"}),
}
# A record tells these in a form of their own: as its facets, and as connections that are known from both sides.
RETOLD = frozenset(Faceted.model_fields) - {"aliases"}


@dataclass(frozen=True, slots=True)
class PublicField:
    """A field by its attribute and its name in files; `holds` is what the parts in it are, None where there are none.

    `reference` marks ids of records and contributors. `needed` are the fields of such a part that name the record it
    is about: without that record, it says nothing.
    """

    name: str
    key: str
    info: Any
    reference: Reference | AnyReference | None = None
    is_prose: bool = False
    holds: type[BaseModel] | None = None
    needed: tuple["PublicField", ...] = ()

    @property
    def names_somebody(self) -> bool:
        """Whether it holds ids of contributors."""
        return isinstance(self.reference, Reference) and self.reference.type == Contributor.record_type


@functools.cache
def public_fields(cls: type[BaseModel]) -> tuple[PublicField, ...]:
    """Return the fields of a type or part that everybody may read, in its order."""
    private = _private_names(cls)
    return tuple(_describe(name, info) for name, info in cls.model_fields.items() if name not in private)


@functools.cache
def own_fields_of(cls: type[Record]) -> tuple[PublicField, ...]:
    """Return the public fields that not every record has: those of its type, and those that the host has added."""
    facets = {facet.field for facet in cls.own_facets}
    return tuple(
        field for field in public_fields(cls) if field.name not in Record.model_fields and field.name not in facets
    )


@dataclass(frozen=True, slots=True, eq=False)
class Chosen:
    """Some fields: attribute of each and what stands before its value in JSON, and those of them that name others.

    Not all that is in the latter may be for everybody. It is known by itself, so that it is found at once.
    """

    starts: tuple[tuple[str, str], ...]
    naming: tuple[PublicField, ...]


def choose(fields: Iterable[PublicField]) -> Chosen:
    """Return these fields and no others."""
    chosen = tuple(fields)
    naming = tuple(field for field in chosen if field.reference or field.needed)
    return Chosen(tuple((field.name, f'"{field.key}":') for field in chosen), naming)


@functools.cache
def all_public(cls: type[BaseModel]) -> Chosen:
    """Return all public fields of a type or part."""
    return choose(public_fields(cls))


@functools.cache
def all_own(cls: type[Record]) -> Chosen:
    """Return the public fields that not every record has."""
    return choose(own_fields_of(cls))


def _private_names(cls: type[BaseModel]) -> set[str]:
    names = {name for base, fields in _PRIVATE.items() if issubclass(cls, base) for name in fields}
    if issubclass(cls, Record):
        names |= {field.id for field in cls.own_fields if field.shown == "nowhere"}
    return names


def _describe(name: str, info: Any) -> PublicField:
    mark = find_mark([*info.metadata, info.annotation])
    holds = next(find_parts(info.annotation), None)
    return PublicField(
        name,
        info.alias or name,
        info,
        reference=None if isinstance(mark, ProseMark) else mark,
        is_prose=isinstance(mark, ProseMark),
        holds=holds,
        needed=tuple(_needed_references(holds)) if holds else (),
    )


def _needed_references(cls: type[BaseModel]) -> Iterator[PublicField]:
    references = (field for field in public_fields(cls) if field.reference and not field.names_somebody)
    return (field for field in references if field.info.is_required())
