"""One list of problems as text, GitHub annotations, a Markdown table, SARIF 2.1.0 or JSON."""

import json
import unicodedata
import urllib.parse
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from knowledge_hub.problem_kinds import PROBLEM_KINDS, Severity
from knowledge_hub.problems.problem import Problem

_WIDEST = 100
_SEVERITIES: tuple[Severity, ...] = ("error", "warning", "hint")
_GITHUB_LEVELS = {"error": "error", "warning": "warning", "hint": "notice"}
_SARIF_LEVELS = {"error": "error", "warning": "warning", "hint": "note"}


def real_address(site_url: str | None) -> str:
    """Return the site's address, "" while it is none or the example that a new hub starts with."""
    return "" if site_url is None or "//example.org" in site_url else site_url


def render_text(problems: Iterable[Problem], site_url: str = "") -> str:
    """Return a paragraph for each problem, with its line and a marker under the spot, and a count at the end."""
    ordered = sorted(set(problems))
    paragraphs = [_render_paragraph(problem, site_url) for problem in ordered]
    return "\n\n".join([*paragraphs, render_count(ordered)])


def render_count(problems: Iterable[Problem]) -> str:
    """Return how many problems of each severity there are, as a sentence."""
    counts = Counter(problem.severity for problem in problems)
    parts = [f"{counts[name]} {name}{'' if counts[name] == 1 else 's'}" for name in _SEVERITIES if counts[name]]
    return f"Found {', '.join(parts)}." if parts else "No problems found."


def render_github(problems: Iterable[Problem], site_url: str = "") -> str:
    """Return one GitHub workflow command a problem; an empty list is empty text.

    Escaping: https://docs.github.com/actions/reference/workflow-commands-for-github-actions. GitHub shows
    ten errors and ten warnings a step, so `render_summary` goes with it.
    """
    return "\n".join(_render_annotation(problem, site_url) for problem in sorted(set(problems)))


def render_summary(problems: Iterable[Problem], site_url: str = "") -> str:
    """Return every problem as a Markdown table, for the summary page of a workflow run."""
    ordered = sorted(set(problems))
    rows = [
        f"| {_cell(f'{problem.path}:{problem.line}:{problem.column}')} | {problem.severity} | "
        f"{_cell(problem.message)} {_cell(problem.help)} | {_summary_code(problem, site_url)} |"
        for problem in ordered
    ]
    head = ["| Where | | What and how to mend it | Kind |", "| --- | --- | --- | --- |"] if rows else []
    return "\n".join([f"## {render_count(ordered)}", "", *head, *rows, ""])


def render_json(problems: Iterable[Problem], site_url: str = "") -> str:
    """Return a JSON list with one object a problem."""
    ordered = sorted(set(problems))
    return json.dumps([_to_plain(problem, site_url) for problem in ordered], ensure_ascii=False, indent=2)


def render_sarif(problems: Iterable[Problem], site_url: str = "") -> str:
    """Return a SARIF 2.1.0 log (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html)."""
    ordered = sorted(set(problems))
    codes = sorted({problem.code for problem in ordered})
    driver = {"name": "knowledge-hub", "rules": [_sarif_rule(code) for code in codes]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_sarif_result(problem, codes.index(problem.code), site_url) for problem in ordered],
    }
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


REPORTS: dict[str, Callable[[Iterable[Problem], str], str]] = {
    "text": render_text,
    "github": render_github,
    "sarif": render_sarif,
    "json": render_json,
}


def _render_paragraph(problem: Problem, site_url: str) -> str:
    margin = " " * len(str(problem.line))
    notes = [("why", problem.kind.why), ("help", problem.help), ("more", problem.link(site_url))]
    return "\n".join(
        [
            f"{problem.severity}[{problem.code}]: {problem.message}",
            f"{margin}--> {problem.path}:{problem.line}:{problem.column}",
            *_render_frame(problem, margin),
            *(f"{margin} = {name}: {text}" for name, text in notes if text),
        ]
    )


def _render_frame(problem: Problem, margin: str) -> list[str]:
    if not problem.source:
        return []
    *neighbors, line = problem.source
    start = max(0, problem.column - 1 - _WIDEST // 2) if len(line) > _WIDEST else 0
    lead = "…" if start else ""
    before = _flat(lead + line[start : problem.column - 1])
    marked = _flat(line[problem.column - 1 : start + _WIDEST][: problem.length])
    frame = [f"{problem.line - 1:>{len(margin)}} | {_flat(text[:_WIDEST])}" for text in neighbors]
    frame.append(f"{problem.line} | {_flat(lead + line[start : start + _WIDEST])}")
    frame.append(f"{margin} | {' ' * _width(before)}{'^' * max(1, _width(marked))}")
    return [row.rstrip() for row in frame]


def _flat(text: str) -> str:
    """Return the text without anything that would move the cursor or hide a letter."""
    if text.isprintable():
        return text
    return "".join(" " if unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Zl", "Zp") else sign for sign in text)


def _width(text: str) -> int:
    """Return how many columns a terminal gives the text: two for a wide sign, none for a combining one."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text
    )


def _render_annotation(problem: Problem, site_url: str) -> str:
    properties = {
        "file": problem.path,
        "line": str(problem.line),
        "col": str(problem.column),
        "endColumn": str(problem.column + problem.length),
        "title": problem.kind.title,
    }
    listed = ",".join(f"{name}={_escape_property(value)}" for name, value in properties.items())
    text = "\n".join(part for part in (problem.message, problem.help, problem.link(site_url)) if part)
    return f"::{_GITHUB_LEVELS[problem.severity]} {listed}::{_escape_data(text)}"


def _escape_data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape_data(text).replace(":", "%3A").replace(",", "%2C")


def _cell(text: str) -> str:
    """Return the text so that Markdown shows it as it is, in one cell of a table."""
    plain = text.replace("&", "&amp;").replace("<", "&lt;")
    return "".join(f"\\{sign}" if sign in "\\`*_[]|#~@!" else sign for sign in " ".join(plain.split()))


def _summary_code(problem: Problem, site_url: str) -> str:
    return f"[{problem.code}]({problem.link(site_url)})" if site_url else problem.code


def _to_plain(problem: Problem, site_url: str) -> dict[str, Any]:
    return {
        "path": problem.path,
        "line": problem.line,
        "column": problem.column,
        "length": problem.length,
        "field": problem.field,
        "code": problem.code,
        "severity": problem.severity,
        "message": problem.message,
        "why": problem.kind.why,
        "help": problem.help,
        "link": problem.link(site_url),
    }


def _sarif_rule(code: str) -> dict[str, Any]:
    kind = PROBLEM_KINDS[code]
    return {
        "id": code,
        "shortDescription": {"text": kind.title},
        "fullDescription": {"text": kind.why or kind.title},
        "defaultConfiguration": {"level": _SARIF_LEVELS[kind.severity]},
    }


def _sarif_result(problem: Problem, rule_index: int, site_url: str) -> dict[str, Any]:
    region = {
        "startLine": problem.line,
        "startColumn": problem.column,
        "endColumn": problem.column + problem.length,
    }
    text = " ".join(part for part in (problem.message, problem.help, problem.link(site_url)) if part)
    place = {"artifactLocation": {"uri": _uri(problem.path)}, "region": region}
    return {
        "ruleId": problem.code,
        "ruleIndex": rule_index,
        "level": _SARIF_LEVELS[problem.severity],
        "message": {"text": text},
        "locations": [{"physicalLocation": place}],
    }


def _uri(path: str) -> str:
    return urllib.parse.quote(path)
