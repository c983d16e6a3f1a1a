"""What the types say of their fields, as JSON Schema of what is published.

It is the schema that contributors write by, without what isn't published. Nothing closes an object: a later build
may tell more, and who reads by these schemas goes on reading.
"""

import typing
from collections.abc import Iterator, Sequence
from typing import Any

from pydantic import BaseModel

from knowledge_hub.data.public_fields import PublicField, public_fields
from knowledge_hub.records import Record
from knowledge_hub.records.parts.measure import MeasurePoint
from knowledge_hub.schemas.schemas import Schema, describe
from knowledge_hub.small_groups import SMALLEST_GROUP

DRAFT = "https://json-schema.org/draft/2020-12/schema"
# Promises about what contributors write; here, values may be fewer, because drafts are left out.
_LEFT_OUT = frozenset({"title", "default", "additionalProperties", "allOf", "minItems"})
_NULL = {"type": "null"}
_SUPPRESSED = {
    "const": True,
    "description": f"There where the group was smaller than {SMALLEST_GROUP}: then nothing but the date is told.",
}


def describe_object(described: Schema, fields: Sequence[PublicField], cls: type[BaseModel]) -> Schema:
    """Return the schema of an object with some fields of a type, from pydantic's own schema of that type."""
    properties = {field.key: _clean(described["properties"][field.key]) for field in fields}
    required = [field.key for field in fields if _is_always_told(described["properties"][field.key], field, cls)]
    if cls is MeasurePoint:
        properties["suppressed"] = _SUPPRESSED
        required.remove("value")
    return {"type": "object", "properties": properties, "required": required}


def describe_parts(cls: type[BaseModel], fields: Sequence[PublicField]) -> dict[str, Schema]:
    """Return the schema of every part that these fields of a type can hold, by the name that they refer to."""
    known = describe(cls).get("$defs", {})
    parts = {part.__name__: part for part in _find_parts(fields)}
    return {
        name: {"description": known[name].get("description", "")}
        | describe_object(known[name], public_fields(part), part)
        for name, part in sorted(parts.items())
    }


def _find_parts(fields: Sequence[PublicField]) -> Iterator[type[BaseModel]]:
    for field in fields:
        if field.holds:
            yield field.holds
            yield from _find_parts(public_fields(field.holds))


def _is_always_told(described: Schema, field: PublicField, cls: type[BaseModel]) -> bool:
    """Tell whether a field is always there: it can't be left out, and names neither a possible draft nor anybody."""
    if _NULL in described.get("anyOf", ()):
        return False
    if typing.get_origin(field.info.annotation) is tuple:
        return True
    return not (field.needed or field.names_somebody or (field.reference and issubclass(cls, Record)))


def _clean(value: Any) -> Any:
    """Return a schema, or a part of one, without what holds for contributors only."""
    if isinstance(value, list):
        return [_clean(item) for item in value]
    if not isinstance(value, dict):
        return value
    kept = {key: _clean_value(key, item) for key, item in value.items() if key not in _LEFT_OUT}
    choices = [choice for choice in kept.get("anyOf", []) if choice != _NULL]
    if len(choices) == 1:
        del kept["anyOf"]
        return {**choices[0], **kept}
    return kept


def _clean_value(key: str, value: Any) -> Any:
    # A field may be called "title" or "default".
    return {name: _clean(part) for name, part in value.items()} if key == "properties" else _clean(value)
