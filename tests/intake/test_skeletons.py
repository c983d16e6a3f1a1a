"""New records to start from, and what every field of a record type says of itself."""

import re
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest

from knowledge_hub.checks import check_library
from knowledge_hub.intake.skeletons import create_skeleton
from knowledge_hub.library.loading import load_library
from knowledge_hub.problems.problem import Problem
from knowledge_hub.records import RECORD_TYPES, Contributor, Glossary, Guide, Record, Source
from knowledge_hub.records.single_files.learning_models import LearningModels
from knowledge_hub.schemas.outlines import FieldOutline, create_outline
from knowledge_hub.schemas.schemas import create_schema, type_name
from knowledge_hub.vocabulary import Vocabularies

TYPES = (*RECORD_TYPES, Source, Contributor)
STARTS = [(cls, "") for cls in TYPES if type_name(cls) != "case-study"] + [
    (cls, form) for cls in TYPES if type_name(cls) == "case-study" for form in ("snapshot", "full", "adoption")
]
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
    parts = [schema, *(part for part in schema["$defs"].values() if "properties" in part)]
    for part in parts:
        for value in part["properties"].values():
            for example in value.get("examples", ()):
                jsonschema.validate(example, {**value, "$defs": schema["$defs"]})


@pytest.mark.parametrize(("cls", "form"), STARTS)
def test_a_skeleton_is_a_valid_draft(tiny: Path, cls: type[Record], form: str) -> None:
    """What new.py writes passes the checks before anyone has changed a word."""
    assert _problems_with(tiny, cls, _skeleton(tiny, cls, form)) == []


@pytest.mark.parametrize(("cls", "form"), STARTS)
def test_a_skeleton_holds_every_field(tiny: Path, cls: type[Record], form: str) -> None:
    """No field of the type is missing; the ones that may stay away are switched off."""
    skeleton = _skeleton(tiny, cls, form)
    missing = [
        field.key
        for field in create_outline(cls).fields
        if not re.search(rf"^(# )?{field.key}:", skeleton, flags=re.MULTILINE)
    ]
    assert missing == []


def _skeleton(tiny: Path, cls: type[Record], form: str) -> str:
    library, _ = load_library(tiny, tiny.parent / "docs" / "guides")
    return create_skeleton(cls, "A new start", library.vocabularies, library.ids(), form)


def _problems_with(tiny: Path, cls: type[Record], text: str) -> list[Problem]:
    if cls is Guide:
        target, text = tiny.parent / "docs" / "guides" / "a-new-start.md", f"---\n{text}---\n"
    else:
        target = tiny / cls.folder / "a-new-start.yml"
    target.write_text(text, encoding="utf-8")
    library, problems = load_library(tiny, tiny.parent / "docs" / "guides")
    return [*problems, *check_library(library)]
