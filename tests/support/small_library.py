"""Writes small content folders for tests: each test shows its whole world, without the fields that don't matter."""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from knowledge_hub.catalogue.catalogue import Catalogue
from knowledge_hub.catalogue.from_library import create_catalogue
from knowledge_hub.checks import check_library
from knowledge_hub.library.library import Library
from knowledge_hub.library.loading import load_library
from knowledge_hub.problems.problem import Problem
from knowledge_hub.records import RECORD_TYPES, Contributor, Guide, Source
from support.builds import TINY
from support.made_fields import FieldMaker

Fields = Mapping[str, Any]

_TYPES = {cls.folder: cls for cls in (*RECORD_TYPES, Source, Contributor)}


def complete(path: str, fields: Fields) -> dict[str, Any]:
    """Return the fields of the record at `path`, with what its type needs besides; the title is its id."""
    folder, _, name = path.rpartition("/")
    title = {"name": name} if folder == Contributor.folder else {"title": name}
    return {**FieldMaker().fields(_TYPES[folder], without="id"), **title, **fields}


def dump(fields: Fields) -> str:
    """Return fields as YAML; what is JSON is YAML, and needs neither anchors nor a clever writer."""
    return json.dumps(fields, ensure_ascii=False) + "\n"


def write_content(folder: Path, records: Mapping[str, Fields | str]) -> Path:
    """Write a content folder below `folder` and return it.

    `records` has fields by "type-folder/id", completed; a text is written as it is. The contributor
    "one" that completed records name is there, and so are the vocabularies.
    """
    content = folder / "content"
    shutil.copytree(TINY / "content" / "vocabularies", content / "vocabularies")
    for path, fields in {"contributors/one": {}, **records}.items():
        is_guide = path.startswith(f"{Guide.folder}/")
        target = folder / "docs" / f"{path}.md" if is_guide else content / f"{path}.yml"
        target.parent.mkdir(parents=True, exist_ok=True)
        text = fields if isinstance(fields, str) else dump(complete(path, fields))
        target.write_text(f"---\n{text}---\n\n# {path}\n" if is_guide else text, encoding="utf-8")
    return content


def read_content(content: Path) -> tuple[Library, list[Problem]]:
    """Return the library of a content folder and every problem, as they are reported."""
    library, problems = load_library(content, content.parent / "docs" / "guides")
    return library, sorted({*problems, *check_library(library)})


def create_small_catalogue(folder: Path, records: Mapping[str, Fields], *, with_drafts: bool = False) -> Catalogue:
    """Return the catalogue of a small library that has no problems."""
    library, problems = read_content(write_content(folder, records))
    assert problems == [], problems
    return create_catalogue(library, with_drafts=with_drafts)


def brief(problem: Problem) -> str:
    """Return place and code of a problem; its words belong to the tests of the messages."""
    return f"{problem.path}:{problem.line}:{problem.column} {problem.code}"
