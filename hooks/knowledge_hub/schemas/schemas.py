"""Record types to JSON Schema (draft 2020-12): what editors, forms, skeletons and the field guide read.

Three keywords are the hub's own: `x-vocabulary` names the vocabulary of a choice, `x-reference` the
record type that an id belongs to, `x-written` says in words how a value is written. Long text has
`contentMediaType: text/markdown`.
"""

import functools
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema

from knowledge_hub.records.common import Record
from knowledge_hub.records.contributor import Contributor
from knowledge_hub.records.fields import ANY_RECORD
from knowledge_hub.records.source import Source
from knowledge_hub.slugs import LONGEST_SLUG, SLUG
from knowledge_hub.vocabulary import Vocabularies

Schema = dict[str, Any]
Ids = Mapping[str, Sequence[str]]

_NAME_WORDS = "a kind of record, a colon and an id, such as toolkit:team-charter, or the address of a page"
_UNPAGED = (Contributor.record_type, Source.record_type)
# The longest text that is likely to be nothing but a number, such as a volume or a year.
_SHORT = 300
# More suggestions help nobody, and an editor and the form on the site load all of them.
_MOST_SUGGESTED = 1000


def type_name(cls: type[Record | Source | Contributor]) -> str:
    """Return the name of a type with a file a record, such as "case-study"."""
    return cls.type if issubclass(cls, Record) else cls.record_type


def create_schema(cls: type[BaseModel], vocabularies: Vocabularies, ids: Ids) -> Schema:
    """Return the JSON Schema of a record's file.

    Choices are listed from `vocabularies`. `ids` holds the ids of existing records by type: they are
    suggestions only, because a record may be named before it is written.
    """
    schema = _Cleaner(vocabularies).clean(describe(cls))
    parts = schema.pop("$defs", {})
    if hasattr(cls, "folder"):
        # A record's id is its file name.
        del schema["properties"]["id"]
        schema["required"] = [name for name in schema["required"] if name != "id"]
    used = _find_references({"schema": schema, "parts": parts})
    definitions = parts | {f"{name}-id": _create_id_schema(name, find_names(name, ids)) for name in used}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "$defs": dict(sorted(definitions.items())),
    }


def create_schema_files(
    classes: Mapping[str, type[BaseModel]], vocabularies: Vocabularies, ids: Ids
) -> Iterator[tuple[str, str]]:
    """Yield file name and text of the schema of each type, by its name."""
    for name, cls in classes.items():
        schema = create_schema(cls, vocabularies, ids)
        yield f"{name}.schema.json", f"{json.dumps(schema, ensure_ascii=False, indent=1)}\n"


@functools.cache
def describe(cls: type[BaseModel]) -> Schema:
    """Return pydantic's own schema of a type, which nobody may change: it takes long to make."""
    return cls.model_json_schema(schema_generator=_Describer)


class _Describer(GenerateJsonSchema):
    def default_schema(self, schema: core_schema.WithDefaultSchema) -> Schema:
        # Absence is the only empty value that people write, and pydantic would make a validator for each other one.
        if isinstance(schema.get("default"), str | bool | int):
            return super().default_schema(schema)
        return self.generate_inner(schema["schema"])


def find_names(reference: str, ids: Ids) -> Sequence[str]:
    """Return what a field with this `x-reference` can hold: the ids of one type, or the names of all records."""
    if reference != ANY_RECORD:
        return ids.get(reference, ())
    return [f"{kind}:{one}" for kind, known in ids.items() if kind not in _UNPAGED for one in known]


def _create_id_schema(name: str, known: Sequence[str]) -> Schema:
    free: Schema = {"type": "string", "pattern": f"^(?:{SLUG.pattern})$", "maxLength": LONGEST_SLUG}
    written = {}
    if name == ANY_RECORD:
        # The address of a page is as good.
        free = {"type": "string", "pattern": f"[:/]{SLUG.pattern}/?$"}
        written = {"x-written": _NAME_WORDS}
    choices: list[Schema] = [{"enum": sorted(known)[:_MOST_SUGGESTED]}] if known else []
    return {"x-reference": name, **written, "anyOf": [*choices, free]}


def _find_references(value: Any) -> list[str]:
    """Return the record types that are referred to anywhere in a schema."""
    if isinstance(value, dict):
        found = [value["$ref"].removeprefix("#/$defs/")] if str(value.get("$ref", "")).endswith("-id") else []
        return sorted({name.removesuffix("-id") for name in found}.union(*map(_find_references, value.values())))
    if isinstance(value, list):
        return sorted(set().union(*map(_find_references, value)))
    return []


class _Cleaner:
    """Turns pydantic's schema into one whose messages and suggestions help people who write YAML."""

    def __init__(self, vocabularies: Vocabularies) -> None:
        self._vocabularies = vocabularies

    def clean(self, schema: Schema) -> Schema:
        """Return one schema and all that it holds, cleaned."""
        # Generated titles help nobody.
        cleaned = {key: self._clean_value(key, value) for key, value in schema.items() if key != "title"}
        cleaned = _without_null(cleaned)
        if reference := cleaned.pop("x-reference", None):
            about: Schema = {key: cleaned[key] for key in ("description", "examples") if key in cleaned}
            return {**about, "$ref": f"#/$defs/{reference}-id"}
        if vocabulary := cleaned.get("x-vocabulary"):
            cleaned |= self._list_choices(vocabulary)
        elif _may_look_like_a_number(cleaned):
            cleaned["type"] = ["string", "number"]
        return cleaned

    def _clean_value(self, key: str, value: Any) -> Any:
        if key in ("properties", "$defs"):
            return {name: self.clean(part) for name, part in value.items()}
        if key in ("anyOf", "allOf"):
            return [self.clean(part) for part in value]
        return self.clean(value) if key == "items" else value

    def _list_choices(self, vocabulary: str) -> Schema:
        ids = self._vocabularies.ids(vocabulary)
        if not ids:
            return {}
        terms = [self._vocabularies.term(vocabulary, term_id) for term_id in ids]
        meanings = [term.definition.text() if term.definition else term.label.text() for term in terms]
        return {"enum": list(ids), "enumDescriptions": meanings}


def _without_null(schema: Schema) -> Schema:
    """Return the schema without the choice of writing nothing after a field's name.

    An editor then marks an empty field, and its messages name the one thing that is expected.
    """
    kept = [part for part in schema.get("anyOf", []) if part != {"type": "null"}]
    if len(kept) != 1:
        return schema
    return {**kept[0], **{key: value for key, value in schema.items() if key != "anyOf"}}


def _may_look_like_a_number(schema: Schema) -> bool:
    """Tell whether an editor would take a right value, such as the year 2024, for a number."""
    if schema.get("type") != "string" or "contentMediaType" in schema or "format" in schema or "enum" in schema:
        return False
    return str(schema.get("x-written")).startswith("a year") or int(schema.get("maxLength", _SHORT + 1)) <= _SHORT
