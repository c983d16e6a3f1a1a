"""The version: one number, and the same in every place that names it."""

import datetime
import re
import tomllib

import pytest
import yaml
from check_jsonschema import main as check_jsonschema
from click.testing import CliRunner

from knowledge_hub import __version__
from support.builds import ROOT

_HEADING = re.compile(r"^## (?:(\d+\.\d+\.\d+) - (\d{4}-\d{2}-\d{2})|Unreleased)$")


@pytest.fixture
def releases() -> list[tuple[str, str]]:
    """Number and day of every release in the changelog, newest first."""
    lines = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").splitlines()
    found = [_HEADING.match(line) for line in lines if line.startswith("## ")]
    assert all(found), "A heading is “## Unreleased” or “## 1.2.3 - 2026-11-26”."
    return [(heading[1], heading[2]) for heading in found if heading and heading[1]]


def test_the_changelog_is_in_order(releases: list[tuple[str, str]]) -> None:
    """Its newest release is this version; numbers and days only ever grow."""
    assert releases[0][0] == __version__
    numbers = [tuple(map(int, number.split("."))) for number, _ in releases]
    days = [datetime.date.fromisoformat(day) for _, day in releases]
    assert numbers == sorted(set(numbers), reverse=True)
    assert days == sorted(days, reverse=True)


def test_the_citation_is_valid_and_names_this_version(releases: list[tuple[str, str]]) -> None:
    """CITATION.cff follows its own schema, and has number and day of the newest release."""
    path = ROOT / "CITATION.cff"
    result = CliRunner().invoke(check_jsonschema, ["--builtin-schema", "vendor.citation-file-format", str(path)])
    assert result.exit_code == 0, result.output
    citation = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 -- reads text only
    assert (citation["version"], citation["date-released"]) == releases[0]


def test_the_project_has_no_number_of_its_own() -> None:
    """pyproject.toml says that the version is elsewhere, so that there aren't two to change."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["dynamic"] == ["version"]
    assert "version" not in project
