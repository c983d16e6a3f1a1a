"""The file that a program reads first: what there is, how large, of what age, and under which license."""

from collections.abc import Iterable, Iterator

from knowledge_hub.data.data_files import JSON, DataFile, DataGroup
from knowledge_hub.data.json_text import JsonObject
from knowledge_hub.data.places import DATA, DATA_PAGE, LICENSE, LICENSE_ADDRESS, OPENAPI, VERSION
from knowledge_hub.data.schemas.record_schema import create_document
from knowledge_hub.schemas.schemas import Schema

_TEXT: Schema = {"type": "string"}
_NUMBER: Schema = {"type": "integer", "minimum": 0}
_FILE: dict[str, Schema] = {
    "group": {**_TEXT, "description": "What it holds: the name of a record type, or one of the hub's own."},
    "about": {**_TEXT, "description": "What readers call that."},
    "path": {**_TEXT, "description": "Where it is, from this file on; {id} stands for the id of a record."},
    "media_type": _TEXT,
    "count": {**_NUMBER, "description": "How many things are in it, or how many files there are with {id}."},
    "bytes": {**_NUMBER, "description": "Its size, or that of all files with {id}."},
    "schema": {**_TEXT, "description": "Where its JSON Schema is, from this file on."},
}


def create_index(name: str, site_url: str, reviewed_on: str, groups: Iterable[DataGroup]) -> JsonObject:
    """Return what there is; its date is the newest review ("" for none), so that the same library gives the same."""
    index: JsonObject = {"name": name, "version": VERSION}
    if reviewed_on:
        index["reviewed_on"] = reviewed_on
    if site_url:
        index |= {"url": site_url, "base": f"{site_url}{DATA}"}
    index |= {
        "license": {"name": LICENSE, "url": LICENSE_ADDRESS},
        "documentation": f"{site_url}{DATA_PAGE}" if site_url else "../",
        "openapi": OPENAPI,
    }
    return {**index, "files": [described for group in groups for described in _describe_group(group)]}


def create_index_schema() -> Schema:
    """Return the schema of the index."""
    required = [name for name in _FILE if name != "schema"]
    license_ = {"type": "object", "properties": {"name": _TEXT, "url": _TEXT}, "required": ["name", "url"]}
    properties: dict[str, Schema] = {
        "name": {**_TEXT, "description": "The name of the hub."},
        "version": {"const": VERSION},
        "reviewed_on": {"type": "string", "format": "date", "description": "The day of the newest review of a record."},
        "url": {**_TEXT, "description": "The address of the hub, where it is known."},
        "base": {**_TEXT, "description": "The whole address of the folder that this file is in."},
        "license": license_,
        "documentation": {**_TEXT, "description": "The page for people."},
        "openapi": {**_TEXT, "description": "Where the OpenAPI description is, from this file on."},
        "files": {"type": "array", "items": {"type": "object", "properties": _FILE, "required": required}},
    }
    always = [name for name in properties if name not in ("reviewed_on", "url", "base")]
    return create_document("What there is, and where.", properties, always)


def _describe_group(group: DataGroup) -> Iterator[JsonObject]:
    for file in group.files:
        yield _describe(group, file, group.count)
    if one := group.records:
        yield _describe(group, DataFile(one.path, JSON, one.size, one.schema), one.count)


def _describe(group: DataGroup, file: DataFile, count: int) -> JsonObject:
    described: JsonObject = {"group": group.name, "about": group.label, "path": file.path}
    described |= {"media_type": file.media_type, "count": count, "bytes": file.size}
    return {**described, "schema": file.schema} if file.schema else described
