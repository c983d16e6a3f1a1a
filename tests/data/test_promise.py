"""What the page about the data promises: nothing of version 1 goes away."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from knowledge_hub.catalogue.from_library import create_catalogue
from knowledge_hub.data.places import DATA
from knowledge_hub.library.loading import load_library
from knowledge_hub.records import RECORD_TYPES, is_own_type
from support.builds import TINY
from support.data_files import create_data

PROMISED = Path(__file__).with_name("v1.json")


def test_no_file_and_no_field_goes_away() -> None:
    """Every file and every name in its schema that was ever published is there, of the kind that it was.

    Where something was added, the message says what belongs into v1.json.
    """
    library, _ = load_library(TINY / "content", TINY / "docs" / "guides")
    files = create_data(create_catalogue(library)).files
    found = {path: _describe(path, content) for path, content in files.items() if _is_lasting(path)}
    promised = json.loads(PROMISED.read_text(encoding="utf-8"))
    assert _find_missing(promised, found) == {}
    added = _find_missing(found, promised)
    assert added == {}, f"Add to {PROMISED.name}:\n{json.dumps(added, indent=1)}"


def _find_missing(wanted: dict[str, list[str]], found: dict[str, list[str]]) -> dict[str, list[str]]:
    """Return the wanted files that aren't found, and the names that their schemas lack."""
    missing = {path: [name for name in names if name not in found.get(path, ())] for path, names in wanted.items()}
    return {path: names for path, names in missing.items() if names or path not in found}


def _is_lasting(path: str) -> bool:
    """Tell whether a file is of every hub: not that of one record, and not of a type that a host has added."""
    own = {cls.type for cls in RECORD_TYPES if is_own_type(cls)}
    is_record = path.startswith(f"{DATA}records/") and path.count("/") > 3
    return not is_record and Path(path).stem not in own


def _describe(path: str, content: bytes) -> list[str]:
    """Return the names in a schema, each with its way and its kind; none for other files."""
    return sorted(_names(json.loads(content), "")) if path.startswith(f"{DATA}schema/") else []


def _names(schema: Any, way: str) -> Iterator[str]:
    if isinstance(schema, list):
        for item in schema:
            yield from _names(item, way)
    elif isinstance(schema, dict):
        for name, value in (schema.get("properties") or {}).items():
            here = f"{way}/{name}"
            yield f"{here} {_kind(value)}"
            yield from _names(value, here)
        for name, value in (schema.get("$defs") or {}).items():
            yield from _names(value, f"{way}#{name}")
        for key in ("items", "additionalProperties"):
            yield from _names(schema.get(key), f"{way}[]" if key == "items" else f"{way}/*")


def _kind(schema: dict[str, Any]) -> str:
    """Return what a field holds: its type, or the part that it refers to."""
    kind = schema.get("type") or schema.get("$ref", "").removeprefix("#/$defs/")
    return str(kind or ("constant" if "const" in schema else "choice"))
