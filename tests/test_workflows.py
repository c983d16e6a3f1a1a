"""The workflows: valid, without known traps, and with no way from an issue's text into a shell."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from support.builds import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
TOOLS = Path(sys.executable).parent


def _run(*command: str) -> subprocess.CompletedProcess[str]:
    # actionlint looks for shellcheck on the path.
    environment = {**os.environ, "PATH": f"{TOOLS}{os.pathsep}{os.environ['PATH']}", "NO_COLOR": "1"}
    program = shutil.which(command[0], path=environment["PATH"])
    assert program, f"{command[0]} is missing: run scripts/test.py"
    return subprocess.run(
        [program, *command[1:]], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )


def test_actionlint_finds_nothing() -> None:
    """Syntax, expressions and the shell in every workflow are right."""
    result = _run("actionlint", *map(str, WORKFLOWS))
    assert result.stdout + result.stderr == ""


def test_zizmor_finds_nothing() -> None:
    """No workflow has a known weakness."""
    result = _run("zizmor", "--offline", "--no-progress", "--format", "plain", ".github")
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_github_accepts_the_workflow(path: Path) -> None:
    """GitHub's own schema has nothing against it."""
    result = _run("check-jsonschema", "--builtin-schema", "vendor.github-workflows", str(path))
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_right_is_given_by_name_and_every_action_is_pinned(path: Path) -> None:
    """A workflow starts without rights, and runs only code that can't change under it."""
    text = path.read_text(encoding="utf-8")
    assert "\npermissions: {}\n" in text
    assert re.findall(r"uses: (?!\S+@[0-9a-f]{40} # v)\S+", text) == []


def test_only_numbers_of_an_issue_reach_the_intake() -> None:
    """What people wrote stays in the event's file: no expression hands it on."""
    text = (ROOT / ".github" / "workflows" / "intake.yml").read_text(encoding="utf-8")
    used = set(re.findall(r"github\.event\.[a-z_.]+", text))
    assert used == {"github.event.issue.number", "github.event.label.name", "github.event.repository.default_branch"}
    assert "secrets." not in text
