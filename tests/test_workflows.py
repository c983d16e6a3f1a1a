"""The workflows: valid, without known traps, and with no way from an issue's text into a shell."""

import ast
import fnmatch
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from setup.environment import NEWER_NAMES, OLDEST
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


def _read_workflow(name: str) -> dict[str, Any]:
    """Return a workflow as plain data; YAML 1.1 would take its key `on` for true."""
    text = (ROOT / ".github" / "workflows" / f"{name}.yml").read_text(encoding="utf-8")
    workflow: dict[str, Any] = yaml.load(text, yaml.BaseLoader)  # noqa: S506 -- reads text only
    return workflow


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


def test_publishing_waits_for_the_content_only() -> None:
    """A host's site goes out when its records pass the check and the build; no job there runs the code's tests."""
    jobs = _read_workflow("pages")["jobs"]
    assert jobs["deploy"]["needs"] == ["check", "build"]
    assert "test.py" not in json.dumps(jobs)


@pytest.mark.parametrize("event", ["push", "pull_request"])
@pytest.mark.parametrize(
    ("path", "is_code"),
    [
        ("hooks/knowledge_hub/theme/partials/hub/footer.html", True),
        ("scripts/setup/gates.py", True),
        ("tests/tiny/content/models.yml", True),
        ("requirements-test.txt", True),
        (".github/workflows/pages.yml", True),
        ("content/lessons/ask-first.yml", False),
        ("docs/about.md", False),
        ("mkdocs.yml", False),
    ],
)
def test_code_is_tested_where_it_changed(event: str, path: str, *, is_code: bool) -> None:
    """A change of content or settings alone starts no test of the code."""
    patterns = _read_workflow("code")["on"][event]["paths"]
    assert any(fnmatch.fnmatchcase(path, pattern) for pattern in patterns) == is_code


def test_every_supported_python_is_tried() -> None:
    """From the oldest that the commands accept to the newest that they look for."""
    newest = int(NEWER_NAMES[0].removeprefix("python3."))
    expected = [f"3.{minor}" for minor in range(OLDEST[1], newest + 1)]
    assert _read_workflow("code")["jobs"]["linux"]["strategy"]["matrix"]["python"] == expected


def test_who_may_write_runs_no_package() -> None:
    """Of the intake, only the job that reads the form runs Python, and it may write nothing."""
    jobs = _read_workflow("intake")["jobs"]
    running = {name for name, job in jobs.items() if re.search(r"python|pip |npm|scripts/", json.dumps(job["steps"]))}
    assert running == {"read"}
    assert jobs["read"]["permissions"] == {"contents": "read"}


def test_who_keeps_issues_runs_no_package_either() -> None:
    """Of the upkeep, commands that set up packages run where nothing may be written; the other job runs one program."""
    jobs = _read_workflow("upkeep")["jobs"]
    assert jobs["look"]["permissions"] == {"contents": "read"}
    assert set(jobs["keep"]["permissions"]) == {"actions", "contents", "issues"}
    assert "write" not in {jobs["keep"]["permissions"][name] for name in ("actions", "contents")}
    told = [step["run"].partition(" -m ")[2].split()[:2] for step in jobs["keep"]["steps"] if "python" in str(step)]
    assert told == [["issues.keep", "reviews"], ["issues.keep", "links"]]


def test_the_program_that_keeps_issues_needs_python_only() -> None:
    """Without packages, and without reading what packages wrote as anything but text."""
    imported = set()
    for name in ("keep", "rolling"):
        tree = ast.parse((ROOT / "scripts" / "issues" / f"{name}.py").read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            imported |= {*names, *([node.module or ""] if isinstance(node, ast.ImportFrom) else [])}
    assert {name.partition(".")[0] for name in imported} - sys.stdlib_module_names == {"issues"}


def test_links_are_tried_often_enough_for_what_is_known_to_be_kept() -> None:
    """GitHub deletes what is kept after seven days without use, so no two checks are seven days apart."""
    (schedule,) = _read_workflow("upkeep")["on"]["schedule"]
    days = sorted(map(int, schedule["cron"].split()[4].split(",")))
    assert max(later - day for day, later in zip(days, [*days[1:], days[0] + 7], strict=True)) < 6


def test_nobodys_commits_are_overwritten() -> None:
    """No push of the intake uses force."""
    assert "--force" not in json.dumps(_read_workflow("intake")["jobs"])


def test_only_numbers_of_an_issue_reach_the_intake() -> None:
    """What people wrote stays in the event's file: no expression hands it on."""
    text = (ROOT / ".github" / "workflows" / "intake.yml").read_text(encoding="utf-8")
    used = set(re.findall(r"github\.event\.[a-z_.]+", text))
    assert used == {"github.event.issue.number", "github.event.label.name", "github.event.repository.default_branch"}
    assert "secrets." not in text
