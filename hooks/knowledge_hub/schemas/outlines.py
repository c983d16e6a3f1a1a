"""The fields of a record type as a tree of plain values, for everything that is made of them."""

import functools
from typing import Any, NamedTuple

from pydantic import BaseModel

from knowledge_hub.schemas.schemas import create_schema
from knowledge_hub.vocabulary import Vocabularies


class FieldOutline(NamedTuple):
    """One field: its name in the file, what to write, and what is allowed.

    `kind` is text, long-text, choice, reference, number, switch or part; `choices` are the fixed ones of
    a choice that has no vocabulary. `parts` are the fields of a part.
    """

    key: str
    description: str
    kind: str
    required: bool
    is_list: bool = False
    example: Any = None
    written: str = ""
    limit: int | None = None
    vocabulary: str = ""
    choices: tuple[str, ...] = ()
    reference: str = ""
    default: Any = None
    parts: tuple["FieldOutline", ...] = ()

    def part(self, key: str) -> "FieldOutline":
        """Return the field `key` of this part; KeyError where it has none."""
        return _named(self.parts, key)


class Outline(NamedTuple):
    """One record type: what it is, its fields, and the fields that one of its forms requires."""

    description: str
    fields: tuple[FieldOutline, ...]
    required_by_form: dict[str, tuple[str, ...]]

    def field(self, *path: str | int) -> FieldOutline:
        """Return the field that a path of names leads to; list positions in it are passed over."""
        first, *rest = (step for step in path if isinstance(step, str))
        found = _named(self.fields, first)
        for key in rest:
            found = found.part(key)
        return found


@functools.cache
def create_outline(cls: type[BaseModel]) -> Outline:
    """Return the fields of a record type in the order in which they are declared."""
    schema = create_schema(cls, Vocabularies({}), {})
    forms = {
        rule["if"]["properties"]["form"]["const"]: tuple(rule["then"]["required"]) for rule in schema.get("allOf", [])
    }
    return Outline(schema["description"], _outline_fields(schema, schema["$defs"]), forms)


def _named(fields: tuple[FieldOutline, ...], key: str) -> FieldOutline:
    for field in fields:
        if field.key == key:
            return field
    raise KeyError(key)


def _outline_fields(schema: dict[str, Any], definitions: dict[str, Any]) -> tuple[FieldOutline, ...]:
    required = schema.get("required", ())
    return tuple(
        _outline_field(key, value, definitions, required=key in required) for key, value in schema["properties"].items()
    )


def _outline_field(key: str, schema: dict[str, Any], definitions: dict[str, Any], *, required: bool) -> FieldOutline:
    is_list = schema.get("type") == "array"
    value = schema["items"] if is_list else schema
    resolved = {**definitions.get(value.get("$ref", "").removeprefix("#/$defs/"), {}), **value}
    return FieldOutline(
        key=key,
        description=schema.get("description") or resolved.get("description", ""),
        kind=_kind(resolved),
        required=required,
        is_list=is_list,
        example=next(iter(schema.get("examples", ())), None),
        written=resolved.get("x-written", ""),
        limit=resolved.get("maxLength"),
        vocabulary=resolved.get("x-vocabulary", ""),
        choices=tuple(resolved.get("enum", ())),
        reference=resolved.get("x-reference", ""),
        default=schema.get("default"),
        parts=_outline_fields(resolved, definitions) if "properties" in resolved else (),
    )


def _kind(schema: dict[str, Any]) -> str:
    if "properties" in schema:
        return "part"
    if "x-reference" in schema:
        return "reference"
    if "x-vocabulary" in schema or "enum" in schema:
        return "choice"
    if "contentMediaType" in schema:
        return "long-text"
    return {"integer": "number", "number": "number", "boolean": "switch"}.get(str(schema.get("type")), "text")
