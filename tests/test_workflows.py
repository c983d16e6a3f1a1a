"""The workflows of GitHub: correct, pinned, and with no more rights than they need."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from conftest import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.y*ml"))
_TOOLS = Path(sys.executable).parent
_PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40}")


def test_there_is_a_workflow() -> None:
    """A copy of the repository publishes itself."""
    assert [path.name for path in WORKFLOWS].count("pages.yml") == 1


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
@pytest.mark.parametrize("command", [["actionlint", "-no-color"], ["zizmor", "--offline", "--no-progress", "--color=never"]])
def test_a_workflow_passes(path: Path, command: list[str]) -> None:
    """Neither the checker of syntax and shell nor the one of security finds anything."""
    environment = {**os.environ, "PATH": f"{_TOOLS}{os.pathsep}{os.environ['PATH']}"}
    checked = subprocess.run(
        [_TOOLS / command[0], *command[1:], path], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_has_no_more_rights_than_it_says(path: Path) -> None:
    """Every right is given to one job, and every action is pinned to a commit."""
    text = path.read_text(encoding="utf-8")
    workflow = yaml.safe_load(text)
    assert workflow["permissions"] == {}
    assert all("permissions" in job for job in workflow["jobs"].values())
    used = re.findall(r"uses:\s*(\S+)", text)
    assert [action for action in used if not action.startswith("./") and not _PINNED.fullmatch(action)] == []
