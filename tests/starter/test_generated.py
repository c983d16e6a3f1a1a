"""What is made from the record types and the starter's vocabularies, and committed: up to date, and valid."""

import json
from pathlib import Path

import pytest

from knowledge_hub.intake.generated import create_committed_files
from knowledge_hub.library.library import Library
from knowledge_hub.library.loading import load_library
from knowledge_hub.schemas.schemas import find_names
from support.builds import ROOT
from support.rules.issue_form import ask_github, find_broken_rules

FORMS = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml"))


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(ROOT / "content", ROOT / "docs" / "guides")[0]


def test_committed_files_are_up_to_date(library: Library) -> None:
    """Run scripts/generate.py after a change of the record types or the vocabularies.

    The ids that a schema suggests may lag behind new records, so that a contributor who adds a record
    on GitHub doesn't have to run anything.
    """
    stale = [
        path
        for path, text in create_committed_files(library)
        if _without_ids(path, text) != _without_ids(path, (ROOT / path).read_text(encoding="utf-8"))
    ]
    assert stale == []


def test_no_suggested_id_leads_nowhere(library: Library) -> None:
    """Every id that an editor suggests belongs to a record."""
    ids = library.ids()
    # Of any type: its name stands before the id.
    ids["record"] = {f"{kind}:{one}" for kind, listed in ids.items() for one in listed}
    for path in (ROOT / "content" / "schemas").glob("*.json"):
        for name, definition in json.loads(path.read_text(encoding="utf-8"))["$defs"].items():
            suggested = definition.get("anyOf", [{}])[0].get("enum", [])
            assert set(suggested) <= set(find_names(name.removesuffix("-id"), ids)), (path.name, name)


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_github_accepts_the_form(path: Path) -> None:
    """With the terms of the starter library, too."""
    assert ask_github(path) == ""
    assert find_broken_rules(path.read_text(encoding="utf-8")) == []


def _without_ids(path: str, text: str) -> object:
    """Return what must be up to date in a file."""
    if not path.endswith(".json"):
        return text
    schema = json.loads(text)
    for definition in schema["$defs"].values():
        definition.pop("anyOf", None)
    return schema
