"""What is made from the record types and committed: up to date, valid, and within GitHub's rules."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from check_jsonschema import main as check_jsonschema
from click.testing import CliRunner

from knowledge_hub.intake.generated import FILE_TYPES, create_committed_files
from knowledge_hub.library.loading import Library, load_library
from support.builds import ROOT

FORMS = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml"))
RESERVED = {"none"}


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
    for path in (ROOT / "content" / "schemas").glob("*.json"):
        for name, definition in json.loads(path.read_text(encoding="utf-8"))["$defs"].items():
            suggested = definition.get("anyOf", [{}])[0].get("enum", [])
            assert set(suggested) <= set(ids.get(name.removesuffix("-id"), ())), (path.name, name)


def test_editors_are_told_which_schema_belongs_to_which_file() -> None:
    """Each type that is written as YAML has its folder and its schema in the settings of the editor."""
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    for name, cls in FILE_TYPES.items():
        if name != "guide":
            assert settings[f"./content/schemas/{name}.schema.json"] == f"content/{cls.folder}/*.yml"
    assert [path for path in settings if not (ROOT / path).is_file()] == []


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_github_accepts_the_form(path: Path) -> None:
    """GitHub's own schema has nothing against it."""
    schema = "vendor.github-issue-config" if path.stem == "config" else "vendor.github-issue-forms"
    result = CliRunner().invoke(check_jsonschema, ["--builtin-schema", schema, str(path)])
    assert result.exit_code == 0, result.output


@pytest.mark.parametrize("path", [path for path in FORMS if path.stem != "config"], ids=lambda path: path.name)
def test_a_form_keeps_githubs_rules(path: Path) -> None:
    """At most 12 fields; ids, labels and options once each; no word that GitHub keeps for itself."""
    fields = [field for field in _load(path)["body"] if field["type"] != "markdown"]
    labels = [field["attributes"]["label"] for field in fields]
    assert len(fields) <= 12
    assert len(set(labels)) == len(labels)
    assert len({field["id"] for field in fields}) == len(fields)
    for field in fields:
        options = [_text(option) for option in field["attributes"].get("options", [])]
        assert len(set(options)) == len(options)
        assert not RESERVED & {option.lower() for option in options}
        assert field["attributes"].get("multiple") is None
        assert all(isinstance(option, str) for option in options)


def _load(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


def _text(option: str | dict[str, Any]) -> Any:
    return option["label"] if isinstance(option, dict) else option


def _without_ids(path: str, text: str) -> object:
    """Return what must be up to date in a file."""
    if not path.endswith(".json"):
        return text
    schema = json.loads(text)
    for definition in schema["$defs"].values():
        definition.pop("anyOf", None)
    return schema
