"""What is wrong with a set-up, in the order in which it is best mended; looks only, and changes nothing."""

import itertools
import platform
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import markdown  # type: ignore[import-untyped]

from knowledge_hub.checks import check_content
from knowledge_hub.intake.generated import create_committed_files
from knowledge_hub.library.loading import load_library
from knowledge_hub.problems.problem import Problem
from knowledge_hub.problems.reports import real_address, render_count
from knowledge_hub.publishing.blocked import find_blocked
from knowledge_hub.settings.settings import Settings, create_settings
from setup.site_settings import read_settings

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_GITHUB_REMOTE = re.compile(r"(?:https://github\.com/|git@github\.com:)([^/\s]+/[^/\s]+?)(?:\.git)?/?")
_PAGES_WORKFLOW = Path(".github/workflows/pages.yml")
# A build for publishing is strict, so these end it as errors do.
_STRICT_CODES = frozenset({"unused-setting", "blocked-content"})


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. `stop` keeps the site from being published, `advice` doesn't, `fine` is fine."""

    state: Literal["stop", "advice", "fine"]
    sentences: tuple[str, ...]


def diagnose(root: Path, content: Path) -> Iterator[Finding]:
    """Yield what there is to say about a hub in `root`, what has to be done first at the top.

    `content` is its content folder, beside which hand-written pages lie in docs/.
    """
    yield Finding("fine", (f"Python {platform.python_version()} runs the hub’s packages in .venv.",))
    docs = content.parent / "docs"
    settings, problems = _read_settings(root, docs)
    yield from _describe(problems, "The settings in mkdocs.yml are understood.")
    yield from _describe(_check_pages(docs, settings), "Browsers will show everything on the hand-written pages.")
    yield _describe_content(check_content(content, docs / "guides", settings), content)
    yield _describe_generated(root, content, docs)
    yield from _describe_address(settings)
    yield from _describe_ways_in(settings)
    yield from _describe_publishing(root)


def render_findings(findings: Sequence[Finding]) -> str:
    """Return all findings as text: what stops publishing first, numbered on, then advice, then what is fine."""
    parts = []
    for state, title in (
        ("stop", "To do before the site can be published"),
        ("advice", "Worth doing"),
        ("fine", "Fine"),
    ):
        sentences = [sentence for finding in findings if finding.state == state for sentence in finding.sentences]
        marks = (f"{number}." if state != "fine" else "-" for number in itertools.count(1))
        lines = [f"  {mark} {sentence}" for mark, sentence in zip(marks, sentences, strict=False)]
        parts += ["\n".join([f"{title}:", *lines])] if lines else []
    return "\n\n".join(parts)


def _read_settings(root: Path, docs: Path) -> tuple[Settings, list[Problem]]:
    path = root / "mkdocs.yml"
    return create_settings(read_settings(path), path.read_text(encoding="utf-8"), docs)


def _describe(problems: Sequence[Problem], fine: str) -> Iterator[Finding]:
    """Yield every problem of settings or pages that stops a build; the address has a finding of its own."""
    stops = [problem for problem in problems if problem.severity == "error" or problem.code in _STRICT_CODES]
    if stops:
        yield Finding("stop", tuple(_tell(problem) for problem in stops))
    else:
        yield Finding("fine", (fine,))


def _check_pages(docs: Path, settings: Settings) -> list[Problem]:
    problems = []
    for path in sorted(docs.rglob("*.md")):
        source = path.read_text(encoding="utf-8", errors="replace")
        html = markdown.markdown(_FRONT_MATTER.sub("", source), extensions=["fenced_code"])
        shown = f"{docs.name}/{path.relative_to(docs).as_posix()}"
        problems += find_blocked(html, shown, source, settings.outside)
    return problems


def _describe_content(problems: Sequence[Problem], content: Path) -> Finding:
    errors = [problem for problem in problems if problem.severity == "error"]
    if errors:
        told = f"{content.name}/ has problems. {render_count(errors)} The first: {_tell(errors[0])}"
        return Finding("stop", (f"{told} All of them: python3 scripts/check.py",))
    if problems:
        return Finding("advice", (f"{content.name}/: {render_count(problems)} See them: python3 scripts/check.py",))
    return Finding("fine", (f"The records in {content.name}/ have no problems.",))


def _describe_generated(root: Path, content: Path, docs: Path) -> Finding:
    library, _ = load_library(content, docs / "guides")
    due = [path for path, text in create_committed_files(library) if not _holds(root / path, text)]
    if due:
        shown = f"{due[0]} and {len(due) - 1} more" if len(due) > 1 else due[0]
        return Finding("advice", (f"Schemas and forms are out of date ({shown}). Run: python3 scripts/generate.py",))
    return Finding("fine", ("Schemas and forms are up to date.",))


def _describe_address(settings: Settings) -> Iterator[Finding]:
    if real_address(settings.site_url):
        yield Finding("fine", (f"The site will say that it is at {settings.site_url}",))
    else:
        mend = "GitHub Pages fills it in; for any other place write it into mkdocs.yml, site_url:."
        yield Finding("advice", (f"The site’s address isn’t known here. {mend}",))


def _describe_ways_in(settings: Settings) -> Iterator[Finding]:
    if not settings.contact.email:
        mend = "Write an address that someone reads into mkdocs.yml, extra: email:."
        yield Finding("advice", (f"Nobody can contribute by e-mail. {mend}",))
    if not settings.contact.repository:
        mend = "GitHub Pages fills it in; for any other place write it into mkdocs.yml, extra: repository:."
        yield Finding("advice", (f"The repository isn’t known here, so pages have no “Edit this page”. {mend}",))


def _describe_publishing(root: Path) -> Iterator[Finding]:
    if not (root / _PAGES_WORKFLOW).is_file():
        yield Finding("advice", (f"{_PAGES_WORKFLOW.as_posix()} is missing, so GitHub publishes nothing by itself.",))
    elif repository := _find_github_repository(root):
        where = f"https://github.com/{repository}/settings/pages"
        yield Finding(
            "advice", (f"If it isn’t done yet, switch on GitHub Pages with the source “GitHub Actions”: {where}",)
        )
    else:
        mend = "Push it to GitHub, or copy what python3 scripts/build.py writes to a server of your own."
        yield Finding("advice", (f"This folder has no repository on GitHub as its origin. {mend}",))


def _find_github_repository(root: Path) -> str:
    """Return owner and name of the repository that `origin` is, "" where there is none."""
    git = shutil.which("git")
    if git is None:
        return ""
    command = [git, "-C", str(root), "remote", "get-url", "origin"]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()  # noqa: S603 -- our own
    match = _GITHUB_REMOTE.fullmatch(said)
    return match[1] if match else ""


def _holds(path: Path, text: str) -> bool:
    return path.is_file() and path.read_bytes() == text.encode()


def _tell(problem: Problem) -> str:
    return f"{problem.path}:{problem.line}: {problem.message} {problem.help}".strip()
