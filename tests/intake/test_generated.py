"""What is made from the record types: valid, within GitHub's rules, and known to editors."""

import json
from pathlib import Path

import pytest

from knowledge_hub.intake.generated import FILE_TYPES, create_committed_files
from knowledge_hub.library.loading import load_library
from support.builds import ROOT, TINY
from support.rules.issue_form import ask_github, find_broken_rules

MADE = dict(create_committed_files(load_library(TINY / "content", TINY / "docs" / "guides")[0]))
FORMS = [path for path in MADE if path.startswith(".github/ISSUE_TEMPLATE/")]


@pytest.mark.parametrize("path", FORMS)
def test_github_accepts_the_form(path: str, tmp_path: Path) -> None:
    """GitHub's own schema has nothing against it, and neither have its other rules."""
    form = tmp_path / Path(path).name
    form.write_text(MADE[path], encoding="utf-8")
    assert ask_github(form) == ""
    assert find_broken_rules(MADE[path]) == []


def test_a_form_that_breaks_githubs_rules_is_known() -> None:
    """Each rule is seen where it is broken."""
    field = '{type: dropdown, id: "%s", attributes: {label: "%s", options: [%s]}}'
    fields = [field % (f"id-{number}", f"Label {number}", "a, b") for number in range(12)]
    text = f"body: [{', '.join([*fields, field % ('id-0', 'Label 1', 'a, a, None, true')])}]"
    assert find_broken_rules(text) == [
        *("13 fields", "'id-0' twice", "'Label 1' twice", "'a' twice"),
        *("the option 'None'", "the option True"),
    ]


def test_editors_are_told_which_schema_belongs_to_which_file() -> None:
    """Each type that is written as YAML has its folder and its schema in the settings of the editor."""
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    wanted = {
        f"./content/schemas/{name}.schema.json": f"content/{cls.folder}/*.yml"
        for name, cls in FILE_TYPES.items()
        if name != "guide"
    }
    assert settings == {**wanted, "./content/schemas/glossary.schema.json": "content/glossary.yml"}
    assert {path.removeprefix("./") for path in settings} <= MADE.keys()
