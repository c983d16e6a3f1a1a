"""Runs a workflow of this project in a made-up GitHub: its own conditions, shell steps and outputs, no network.

Only what the project's workflows use is known; anything else raises, so that nothing is passed over.
"""

import fnmatch
import json
import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from support.workflow_expressions import UnknownConstruct, fill, is_true

_STEP_KEYS = {"name", "id", "if", "uses", "with", "run", "env"}
_JOB_KEYS = {
    *("name", "if", "needs", "runs-on", "timeout-minutes", "permissions", "strategy", "environment"),
    *("env", "outputs", "steps"),
}
# What a step gets from the machine that runs the tests.
_KEPT = ("PATH", "HOME", "TMPDIR", "LANG", "SYSTEMROOT")


class ActionFails(Exception):
    """A stub of an action ends as a failed action does."""


# From what `with:` says to the outputs of an action.
Action = Callable[[Mapping[str, str]], Mapping[str, str]]


@dataclass(frozen=True, kw_only=True)
class Event:
    """What happened on GitHub, as far as a workflow can ask."""

    name: str
    branch: str = "main"
    default_branch: str = "main"
    repository: str = "owner/hub"
    is_created: bool = False
    changed: tuple[str, ...] = ()
    payload: Mapping[str, Any] = field(default_factory=dict)

    @property
    def ref(self) -> str:
        """What the workflow runs on: a pull request has a reference of its own."""
        return "refs/pull/7/merge" if self.name == "pull_request" else f"refs/heads/{self.branch}"

    def facts(self) -> dict[str, Any]:
        """Return the event's own data; a schedule's names no repository, which is the least one can count on."""
        if self.name == "schedule":
            return {"schedule": "17 6 * * 1"}
        name = self.repository.partition("/")[2]
        repository = {"name": name, "default_branch": self.default_branch}
        created = {"created": self.is_created} if self.name == "push" else {}
        return {"repository": repository, **created, **self.payload}

    def context(self) -> dict[str, Any]:
        """Return the context `github` of expressions."""
        return {
            "event_name": self.name,
            "event": self.facts(),
            "ref": self.ref,
            "ref_name": self.ref.removeprefix("refs/heads/").removeprefix("refs/pull/"),
            "repository": self.repository,
            "repository_owner": self.repository.partition("/")[0],
            "server_url": "https://github.com",
            "token": "made-up-token",
            "run_id": "1",
            "run_attempt": "1",
        }


@dataclass(frozen=True, slots=True)
class Step:
    """How one step ended ("success", "failure", "skipped"), and what it printed."""

    name: str
    outcome: str
    said: str = ""


@dataclass(slots=True)
class Job:
    """How one job ended, its steps in order, and what it hands on."""

    result: str
    steps: list[Step] = field(default_factory=list)
    outputs: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Run:
    """How a workflow ended: its jobs by id, and the summary page."""

    jobs: dict[str, Job]
    summary: str = ""

    @property
    def results(self) -> dict[str, str]:
        """How each job ended."""
        return {name: job.result for name, job in self.jobs.items()}

    @property
    def said(self) -> str:
        """All that was printed."""
        return "\n".join(step.said for job in self.jobs.values() for step in job.steps)


class MadeUpGitHub:
    """One repository's folder with the actions and the environment that its workflows meet.

    `settings` are environment variables of every step; `temporary` is an empty folder for what GitHub
    keeps outside the repository.
    """

    def __init__(
        self, folder: Path, temporary: Path, actions: Mapping[str, Action], settings: Mapping[str, str] | None = None
    ) -> None:
        self._folder = folder
        self._temporary = temporary
        self._actions = actions
        self._settings = settings or {}

    def run(self, workflow_name: str, event: Event) -> Run:
        """Run a workflow's jobs in the order in which they stand; one that isn't triggered has none."""
        workflow = read_workflow(self._folder, workflow_name)
        if not is_triggered(workflow, event):
            return Run({})
        # Each run has new machines.
        shutil.rmtree(self._temporary, ignore_errors=True)
        self._temporary.mkdir(parents=True)
        (self._temporary / "event.json").write_text(json.dumps(event.facts()), encoding="utf-8")
        jobs: dict[str, Job] = {}
        for name, job in workflow["jobs"].items():
            jobs[name] = self._run_job(name, job, event, jobs)
        summary = self._temporary / "summary.md"
        return Run(jobs, summary.read_text(encoding="utf-8") if summary.exists() else "")

    def _run_job(self, name: str, job: Mapping[str, Any], event: Event, before: Mapping[str, Job]) -> Job:
        _refuse_unknown(job, _JOB_KEYS)
        runner = self._temporary / name
        runner.mkdir()
        context: dict[str, Any] = {
            "github": event.context(),
            "runner": {"temp": str(runner)},
            "needs": _describe_needs(job, before),
            "steps": {},
        }
        if any(need["result"] != "success" for need in context["needs"].values()):
            return Job("skipped")
        if "if" in job and not is_true(job["if"], context):
            return Job("skipped")
        context["env"] = _fill_all(job.get("env", {}), context)
        done = Job("success")
        for step in job["steps"]:
            done.steps.append(self._run_step(step, event, context, is_failing=done.result == "failure"))
            if done.steps[-1].outcome == "failure":
                done.result = "failure"
        done.outputs = _fill_all(job.get("outputs", {}), context)
        return done

    def _run_step(self, step: Mapping[str, Any], event: Event, context: dict[str, Any], *, is_failing: bool) -> Step:
        _refuse_unknown(step, _STEP_KEYS)
        name = step.get("name") or step["uses"].partition("@")[0]
        if is_failing or not is_true(step.get("if", "true"), context):
            return Step(name, "skipped")
        outcome, outputs, said = self._do(step, event, context)
        if "id" in step:
            context["steps"][step["id"]] = {"outputs": outputs, "outcome": outcome}
        return Step(name, outcome, said)

    def _do(
        self, step: Mapping[str, Any], event: Event, context: Mapping[str, Any]
    ) -> tuple[str, Mapping[str, str], str]:
        """Return how a step ended, its outputs, and what it printed."""
        if "run" in step:
            return self._run_shell(step, event, context)
        action = self._actions.get(step["uses"].partition("@")[0])
        if action is None:
            raise UnknownConstruct(f"the action {step['uses']}")
        try:
            return "success", action(_fill_all(step.get("with", {}), context)), ""
        except ActionFails as failed:
            return "failure", {}, str(failed)

    def _run_shell(
        self, step: Mapping[str, Any], event: Event, context: Mapping[str, Any]
    ) -> tuple[str, Mapping[str, str], str]:
        output = self._temporary / "output"
        output.write_text("", encoding="utf-8")
        github = event.context()
        environment = {
            **{name: os.environ[name] for name in _KEPT if name in os.environ},
            "CI": "true",
            "GITHUB_ACTIONS": "true",
            "GITHUB_EVENT_PATH": str(self._temporary / "event.json"),
            "GITHUB_OUTPUT": str(output),
            "GITHUB_STEP_SUMMARY": str(self._temporary / "summary.md"),
            **{f"GITHUB_{name.upper()}": github[name] for name in ("repository", "server_url", "ref", "event_name")},
            "GITHUB_RUN_ID": "1",
            "RUNNER_TEMP": context["runner"]["temp"],
            **self._settings,
            **context["env"],
            **_fill_all(step.get("env", {}), context),
        }
        ended = subprocess.run(
            ["bash", "-e", "-c", fill(step["run"], context)],  # noqa: S607 -- as GitHub does
            cwd=self._folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            check=False,
        )
        outcome = "failure" if ended.returncode else "success"
        return outcome, _read_outputs(output.read_text(encoding="utf-8")), ended.stdout


def read_workflow(folder: Path, name: str) -> dict[str, Any]:
    """Return a workflow as plain data in which every value is text; YAML 1.1 would take its key `on` for true."""
    text = (folder / ".github" / "workflows" / f"{name}.yml").read_text(encoding="utf-8")
    workflow: dict[str, Any] = yaml.load(text, yaml.BaseLoader)  # noqa: S506 -- reads text only
    return workflow


def is_triggered(workflow: Mapping[str, Any], event: Event) -> bool:
    """Tell whether an event starts a workflow, by its `on:`."""
    if event.name not in workflow["on"]:
        return False
    if event.name == "schedule":
        return True
    filters = workflow["on"][event.name] or {}
    _refuse_unknown(filters, {"branches", "paths", "types"})
    return (
        ("branches" not in filters or _matches([event.branch], filters["branches"]))
        and ("paths" not in filters or _matches(event.changed, filters["paths"]))
        and ("types" not in filters or event.payload["action"] in filters["types"])
    )


def starts(workflow: Mapping[str, Any], event: Event) -> set[str]:
    """Return the jobs that an event starts at once, by `on:` and by their own conditions."""
    if not is_triggered(workflow, event):
        return set()
    context = {"github": event.context()}
    return {
        name
        for name, job in workflow["jobs"].items()
        if "needs" not in job and ("if" not in job or is_true(job["if"], context))
    }


def _fill_all(texts: Mapping[str, str], context: Mapping[str, Any]) -> dict[str, str]:
    return {name: fill(text, context) for name, text in texts.items()}


def _matches(names: list[str] | tuple[str, ...], patterns: list[str]) -> bool:
    return any(fnmatch.fnmatchcase(name, pattern) for name in names for pattern in patterns)


def _describe_needs(job: Mapping[str, Any], before: Mapping[str, Job]) -> dict[str, Any]:
    needs = job.get("needs", [])
    names = [needs] if isinstance(needs, str) else needs
    return {name: {"result": before[name].result, "outputs": before[name].outputs} for name in names}


def _read_outputs(text: str) -> dict[str, str]:
    pairs = dict(line.split("=", 1) for line in text.splitlines())
    if any("<<" in name for name in pairs):
        raise UnknownConstruct("an output of several lines")
    return pairs


def _refuse_unknown(given: Mapping[str, Any], known: set[str]) -> None:
    if unknown := set(given) - known:
        raise UnknownConstruct(f"{', '.join(sorted(unknown))} in a workflow")
