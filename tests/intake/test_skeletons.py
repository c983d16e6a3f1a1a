"""New records to start from."""

import re
from pathlib import Path

import pytest

from knowledge_hub.checks import check_library
from knowledge_hub.intake.skeletons import create_skeleton
from knowledge_hub.library.loading import load_library
from knowledge_hub.problems.problem import Problem
from knowledge_hub.records import RECORD_TYPES, Contributor, Guide, Record, Source
from knowledge_hub.schemas.outlines import create_outline
from knowledge_hub.schemas.schemas import type_name

TYPES = (*RECORD_TYPES, Source, Contributor)
STARTS = [(cls, "") for cls in TYPES if type_name(cls) != "case-study"] + [
    (cls, form) for cls in TYPES if type_name(cls) == "case-study" for form in ("snapshot", "full", "adoption")
]


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
