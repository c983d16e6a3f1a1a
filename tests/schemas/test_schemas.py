"""What every field of a record type says of itself, and that its examples keep its own rules."""

from collections.abc import Iterator

import jsonschema
import pytest

from knowledge_hub.records import RECORD_TYPES, Contributor, Glossary, Record, Source
from knowledge_hub.records.single_files.learning_models import LearningModels
from knowledge_hub.schemas.outlines import FieldOutline, create_outline
from knowledge_hub.schemas.schemas import create_schema
from knowledge_hub.vocabulary import Vocabularies

TYPES = (*RECORD_TYPES, Source, Contributor)
NEEDS_EXAMPLE = ("text", "long-text", "number")


def _fields(fields: tuple[FieldOutline, ...], path: str) -> Iterator[tuple[str, FieldOutline]]:
    for field in fields:
        yield f"{path}.{field.key}", field
        yield from _fields(field.parts, f"{path}.{field.key}")


@pytest.mark.parametrize("cls", [*TYPES, Glossary, LearningModels])
def test_every_field_says_what_to_write(cls: type[Record]) -> None:
    """Each field of each type has a description, and an example where words alone leave doubt."""
    fields = list(_fields(create_outline(cls).fields, cls.__name__))
    assert [path for path, field in fields if not field.description.endswith((".", "?"))] == []
    assert [path for path, field in fields if field.kind in NEEDS_EXAMPLE and field.example is None] == []


@pytest.mark.parametrize("cls", TYPES)
def test_every_example_is_allowed(cls: type[Record]) -> None:
    """An example never breaks the rule that it explains."""
    schema = create_schema(cls, Vocabularies({}), {})
    validator = jsonschema.Draft202012Validator
    validator.check_schema(schema)
    parts = [schema, *(part for part in schema["$defs"].values() if "properties" in part)]
    fields = [field for part in parts for field in part["properties"].values()]
    explained = [(field, example) for field in fields for example in field.get("examples", ())]
    assert explained
    for field, example in explained:
        validator({**field, "$defs": schema["$defs"]}).validate(example)
