"""Reads the data of a library as another program would: by its index, its schemas and its tables."""

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource

from knowledge_hub.catalogue.catalogue import Catalogue
from knowledge_hub.data.data_files import DataGroup, LibraryData
from knowledge_hub.data.library_data import create_library_data
from knowledge_hub.data.places import DATA, INDEX
from knowledge_hub.data.record_parts import RecordWriter
from knowledge_hub.keeping import FileStore, Marked, fingerprint
from knowledge_hub.settings.settings import Settings
from support.small_library import Fields, create_small_catalogue

SETTINGS = Settings(site_name="Tiny hub", site_url="https://hub.example/")
_BASE = "https://hub.example/"


@dataclass(frozen=True, slots=True)
class MadeData:
    """The data of a library with its files."""

    told: LibraryData
    files: Mapping[str, bytes]

    @property
    def groups(self) -> tuple[DataGroup, ...]:
        """What is told of each group."""
        return self.told.groups


def create_data(
    catalogue: Catalogue, settings: Settings = SETTINGS, workbooks: Mapping[str, int] = MappingProxyType({})
) -> MadeData:
    """Return the data of a library, made from nothing."""
    files, writer, parts = FileStore(), RecordWriter(catalogue, settings.site_url), []
    for record in catalogue.records:
        mark = fingerprint(record.type, record.id)
        parts.append(Marked(mark, files.parts.put(mark, None, writer.write(record))))
    return MadeData(create_library_data(catalogue, settings, workbooks, files, parts), files)


def create_small_data(folder: Path, records: Mapping[str, Fields], settings: Settings = SETTINGS) -> MadeData:
    """Return the data of a small library that has no problems."""
    return create_data(create_small_catalogue(folder, records), settings)


def read_json(files: Mapping[str, bytes], path: str) -> Any:
    """Return the value of a JSON file by its path below /data/v1/."""
    return json.loads(files[f"{DATA}{path}"])


def read_rows(files: Mapping[str, bytes], path: str) -> list[dict[str, str]]:
    """Return the lines of a CSV file by its path below /data/v1/, each by the names in the first line."""
    text = files[f"{DATA}{path}"].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def find_schema_faults(files: Mapping[str, bytes]) -> list[str]:
    """Return what in any file isn't as its schema says; a field that the schema doesn't know is a fault, too."""
    schemas = {path: _close(json.loads(text)) for path, text in files.items() if path.startswith(f"{DATA}schema/")}
    resources = [(_BASE + path, Resource.from_contents(schema)) for path, schema in schemas.items()]
    registry = Registry().with_resources(resources)
    checkers = {
        path: Draft202012Validator({"$ref": _BASE + path}, registry=registry, format_checker=FormatChecker())
        for path in schemas
    }
    return [
        f"{path}: {error.json_path} {error.message}"
        for path, schema in _find_schemas(files)
        for error in checkers[f"{DATA}{schema}"].iter_errors(_read(files, path))
    ]


def _find_schemas(files: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Yield path and schema of every file that is no schema, as the index tells them."""
    yield INDEX, "schema/index.json"
    for entry in read_json(files, INDEX)["files"]:
        pattern = re.escape(f"{DATA}{entry['path']}").replace(r"\{id\}", "[^/]+")
        for path in (path for path in files if re.fullmatch(pattern, path)):
            yield path.removeprefix(DATA), entry["schema"]


def _read(files: Mapping[str, bytes], path: str) -> Any:
    return read_rows(files, path) if path.endswith(".csv") else read_json(files, path)


def _close(schema: Any) -> Any:
    """Return a schema that allows no other fields than those it names."""
    if isinstance(schema, list):
        return [_close(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {key: _close(value) for key, value in schema.items()}
    # A field may be called "properties" or "type".
    is_object = schema.get("type") == "object" and isinstance(schema.get("properties"), dict)
    return {"additionalProperties": False, **closed} if is_object else closed
