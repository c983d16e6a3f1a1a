"""JSON Schema (draft 2020-12) of a record, of a list of them, and of the lines of its table."""

from typing import Any

from knowledge_hub.catalogue.facets import Facet
from knowledge_hub.data.places import schema_file
from knowledge_hub.data.public_fields import own_fields_of, public_fields
from knowledge_hub.data.record_texts import COMMON
from knowledge_hub.data.schemas.published_fields import DRAFT, describe_object, describe_parts
from knowledge_hub.data.tables.table import Column
from knowledge_hub.records import Contributor, Record, Source
from knowledge_hub.schemas.schemas import Schema, describe

_TEXT: Schema = {"type": "string"}
ADDRESSES: dict[str, Schema] = {
    "address": {**_TEXT, "description": "Its page, below the address of the hub."},
    "url": {"type": "string", "format": "uri", "description": "Its whole address, where the hub's is known."},
}
_NAME: dict[str, Schema] = {
    "type": {**_TEXT, "description": "The type of a record."},
    "id": {**_TEXT, "description": "Its id within the type."},
}
_FACETS = "The values of each facet by which readers find it, with what its type adds; x-vocabulary has the meanings."


def create_record_schema(cls: type[Record], facets: tuple[Facet, ...]) -> Schema:
    """Return the schema of one record's file."""
    described, own = describe(cls), own_fields_of(cls)
    common = describe_object(described, COMMON, cls)
    properties = {
        "type": {"const": cls.type},
        **ADDRESSES,
        **common["properties"],
        "facets": describe_facets(facets),
        "connections": _describe_connections(),
        "fields": {"description": "What only this type has.", **describe_object(described, own, cls)},
    }
    required = ["type", "address", *common["required"], "facets", "connections", "fields"]
    return create_document(cls.__doc__, properties, required, describe_parts(cls, (*COMMON, *own)))


def create_source_schema() -> Schema:
    """Return the schema of one source."""
    used_by = {**_NAME, "supports": {**_TEXT, "description": "What in the record rests on the source."}}
    described = describe_object(describe(Source), public_fields(Source), Source)
    properties = {
        "address": ADDRESSES["address"],
        **described["properties"],
        "used_by": _list_of(used_by, "The records that rest on it."),
    }
    required = ["address", *described["required"], "used_by"]
    return create_document(Source.__doc__, properties, required, describe_parts(Source, public_fields(Source)))


def create_contributor_schema() -> Schema:
    """Return the schema of one contributor."""
    described = describe_object(describe(Contributor), public_fields(Contributor), Contributor)
    properties = {"address": ADDRESSES["address"], **described["properties"]}
    return create_document(Contributor.__doc__, properties, ["address", *described["required"]])


def create_list_schema(one: Schema, about: str) -> Schema:
    """Return the schema of a file with a number and that many items; `one` refers to the schema of an item."""
    properties = {
        "count": {"type": "integer", "minimum": 0, "description": "How many there are."},
        "items": {"type": "array", "items": one},
    }
    return create_document(about, properties, ["count", "items"])


def create_rows_schema(columns: tuple[Column, ...]) -> Schema:
    """Return the schema of the lines of a CSV file, each as an object of texts by the names in its first line."""
    properties = {column.name: {**_TEXT, "description": column.about} for column in columns}
    row = {"type": "object", "properties": properties, "required": list(properties)}
    return {"$schema": DRAFT, "description": "One object for each line below the first.", "type": "array", "items": row}


def create_document(
    about: str | None, properties: dict[str, Any], required: list[str], parts: dict[str, Schema] | None = None
) -> Schema:
    """Return a whole schema of an object."""
    schema: Schema = {"$schema": DRAFT, "description": about or "", "type": "object"}
    schema |= {"properties": properties, "required": required}
    return {**schema, "$defs": parts} if parts else schema


def describe_facets(facets: tuple[Facet, ...]) -> Schema:
    """Return the schema of the facets of a record."""
    properties = {
        facet.slug: {"type": "array", "items": {**_TEXT, "x-vocabulary": facet.vocabulary}} for facet in facets
    }
    return {"type": "object", "description": _FACETS, "properties": properties}


def refer(kind: str, name: str = "") -> Schema:
    """Return a reference from one schema in a folder of them to another."""
    return {"$ref": f"../{schema_file(kind, name).removeprefix('schema/')}"}


def _describe_connections() -> Schema:
    reason = {**_TEXT, "description": "Why, as it is read on the page of this record."}
    return _list_of({**_NAME, "reason": reason}, "What it is connected to, whichever of the two says so.")


def _list_of(properties: dict[str, Any], about: str) -> Schema:
    item = {"type": "object", "properties": properties, "required": list(properties)}
    return {"type": "array", "description": about, "items": item}
