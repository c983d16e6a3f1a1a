"""What is wrong with the content, and where: one value for every check, and its reports."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One fault in one place; `line` and `column` count from 1."""

    path: str
    line: int
    column: int
    code: str
    message: str
    help: str = ""


class ContentError(Exception):
    """The content can't be published; `problems` says why, all of them, in order of place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__(render_text(self.problems))


def render_text(problems: Iterable[Problem]) -> str:
    """Return the problems as plain text, one paragraph each, with a count on the last line."""
    ordered = sorted(set(problems))
    paragraphs = [_render_paragraph(problem) for problem in ordered]
    noun = "problem" if len(ordered) == 1 else "problems"
    return "\n".join([*paragraphs, f"{len(ordered)} {noun} found."])


def _render_paragraph(problem: Problem) -> str:
    place = f"{problem.path}:{problem.line}:{problem.column}"
    line = f"{place}: {problem.message} [{problem.code}]"
    return f"{line}\n    {problem.help}" if problem.help else line
