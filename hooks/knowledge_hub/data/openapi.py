"""The description of all files in OpenAPI 3.1, from which programs can be made that read them."""

from collections.abc import Iterable, Iterator

from knowledge_hub.data.data_files import EXCEL, JSON, DataFile, DataGroup
from knowledge_hub.data.json_text import JsonObject
from knowledge_hub.data.places import INDEX, LICENSE, LICENSE_ADDRESS, VERSION, schema_file
from knowledge_hub.schemas.schemas import Schema
from knowledge_hub.slugs import LONGEST_SLUG, SLUG

_ABOUT = (
    "Every published record of the hub, its connections and its vocabularies, as files that are made anew with each "
    "build. Nothing of version 1 goes away or changes its meaning; fields and files may be added."
)
_ID: JsonObject = {
    "name": "id",
    "in": "path",
    "required": True,
    "description": "The id of the record.",
    "schema": {"type": "string", "pattern": f"^(?:{SLUG.pattern})$", "maxLength": LONGEST_SLUG},
}


def create_openapi(name: str, site_url: str, groups: Iterable[DataGroup], schemas: Iterable[str]) -> JsonObject:
    """Return the description; `schemas` are the paths of all schemas.

    Addresses are relative to this file, so that they are right wherever the hub is.
    """
    info = {
        "title": name,
        "version": VERSION,
        "description": _ABOUT,
        "license": {"name": LICENSE, "url": LICENSE_ADDRESS},
    }
    index = DataFile(INDEX, JSON, 0, schema_file("index"))
    paths = {f"/{INDEX}": _describe(index, "What there is.", "index")}
    for group in groups:
        paths |= _describe_group(group)
    for schema in sorted(schemas):
        about = "A schema of one kind of these files."
        paths[f"/{schema}"] = _describe(DataFile(schema, "application/schema+json", 0), about, schema)
    documentation = {"url": f"{site_url}data/" if site_url else "../"}
    return {
        "openapi": "3.1.0",
        "info": info,
        "externalDocs": documentation,
        "servers": [{"url": "."}],
        "paths": paths,
    }


def _describe_group(group: DataGroup) -> Iterator[tuple[str, JsonObject]]:
    for file in group.files:
        yield f"/{file.path}", _describe(file, group.label, file.path)
    if one := group.records:
        file = DataFile(one.path, JSON, 0, one.schema)
        yield f"/{one.path}", {"parameters": [_ID], **_describe(file, f"{group.label}: one", one.path)}


def _describe(file: DataFile, about: str, operation: str) -> JsonObject:
    content = {file.media_type: {"schema": _schema_of(file)}}
    responses: JsonObject = {"200": {"description": about, "content": content}}
    if "{" in file.path:
        responses["404"] = {"description": "There is no such record."}
    return {"get": {"operationId": operation, "summary": about, "responses": responses}}


def _schema_of(file: DataFile) -> Schema:
    if file.schema:
        return {"$ref": file.schema}
    return {"contentMediaType": EXCEL} if file.media_type == EXCEL else {"type": "object"}
