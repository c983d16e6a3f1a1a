"""Everything that is made from the record types: what is committed, and what is published."""

from collections.abc import Iterator, Mapping
from functools import partial

from pydantic import BaseModel

from knowledge_hub.catalogue.catalogue import Catalogue
from knowledge_hub.intake.issue_forms import create_issue_forms
from knowledge_hub.library.library import Library
from knowledge_hub.records import RECORD_TYPES, Contributor, Glossary, Record, Source
from knowledge_hub.schemas.schemas import create_schema_files, type_name

SCHEMAS = "schemas"
_TYPES: tuple[type[Record | Source | Contributor], ...] = (*RECORD_TYPES, Source, Contributor)
FILE_TYPES = {type_name(cls): cls for cls in _TYPES}


def create_committed_files(library: Library) -> Iterator[tuple[str, str]]:
    """Yield path from the project's folder and text of every file that scripts/generate.py keeps up to date."""
    for name, text in create_schema_files(_schema_types(library.types), library.vocabularies, library.ids()):
        yield f"content/{SCHEMAS}/{name}", text
    yield from create_issue_forms(library.vocabularies, library.types)


def file_types(own: Mapping[str, type[Record]]) -> dict[str, type[Record | Source | Contributor]]:
    """Return every type with a file a record by its name; `own` are the record types of a library."""
    return {**FILE_TYPES, **own}


def _schema_types(own: Mapping[str, type[Record]]) -> dict[str, type[BaseModel]]:
    return {**file_types(own), "glossary": Glossary}


def create_published_schemas(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Yield path in the site and text of every schema; only what readers can see is suggested."""
    ids = catalogue.ids()
    make = partial(create_schema_files, _schema_types(catalogue.types), catalogue.vocabularies, ids)
    for name, text in catalogue.describe_type("files", repr(ids), lambda: tuple(make())):
        yield f"{SCHEMAS}/{name}", text
