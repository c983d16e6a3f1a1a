"""The record types of one library: each built-in type, with the facets and fields that its host adds.

An added field is a field like any other: a subclass is made with `pydantic.create_model`, so that checks,
messages, schemas, forms and the field guide treat it as they treat the rest. A library that adds nothing
uses the built-in types themselves.
"""

import functools
from typing import Annotated, Any, Literal

from pydantic import Field, create_model

from knowledge_hub.keeping import fingerprint
from knowledge_hub.records import RECORD_TYPES, Record
from knowledge_hub.records.fields import Choice, Day, Line, Number, Prose
from knowledge_hub.records.single_files.own_fields import OwnFacet, OwnField

_KINDS: dict[str, Any] = {"text": Line, "long-text": Prose, "date": Day, "number": Number}


@functools.cache
def create_own_types(facets: tuple[OwnFacet, ...], fields: tuple[OwnField, ...]) -> dict[str, type[Record]]:
    """Return every record type by its name; the same additions always give the same types."""
    return {cls.type: _extend(cls, _of(cls, facets), _of(cls, fields)) for cls in RECORD_TYPES}


def has_name(cls: type[Record], name: str) -> bool:
    """Tell whether a type uses a name already, for a field or for anything else."""
    aliases = {info.alias for info in cls.model_fields.values()}
    return name in cls.model_fields or name in aliases or hasattr(cls, name)


def _of(cls: type[Record], additions: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(added for added in additions if not added.types or cls.type in added.types)


def _extend(cls: type[Record], facets: tuple[OwnFacet, ...], fields: tuple[OwnField, ...]) -> type[Record]:
    if not facets and not fields:
        return cls
    added = dict([*map(_facet_field, facets), *map(_plain_field, fields)])
    made: type[Record] = create_model(cls.__name__, __base__=cls, __doc__=cls.__doc__, **added)
    made.own_facets, made.own_fields = facets, fields
    _make_findable(made)
    return made


def _make_findable(made: type[Record]) -> None:
    """Let records of a type be kept between builds: they are found again by a name that only the same type has."""
    says = fingerprint(repr(made.own_facets), repr(made.own_fields)).hex()
    made.__module__, made.__qualname__ = __name__, f"{made.__name__}_{says}"
    globals()[made.__qualname__] = made


def _facet_field(facet: OwnFacet) -> tuple[str, Any]:
    ids = tuple[Annotated[str, Choice(facet.vocabulary)], ...]
    return facet.field, (ids, Field((), description=facet.help))


def _plain_field(field: OwnField) -> tuple[str, Any]:
    if field.kind == "list":
        return field.id, (tuple[Line, ...], Field((), description=field.help))
    kind = Literal[field.options] if field.kind == "choice" else _KINDS[field.kind]
    return field.id, (kind | None, Field(None, description=field.help))
