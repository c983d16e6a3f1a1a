"""What is wrong with the content, and where: one value for every check. Its reports: reports.py."""

from collections.abc import Iterable
from dataclasses import dataclass

from knowledge_hub.problem_kinds import PROBLEM_KINDS, ProblemKind, Severity

# Where the site explains every kind of problem, each below its code.
PROBLEMS_ADDRESS = "contribute/problems/"


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One fault in one place.

    `line` and `column` count from 1, in characters; `length` is how many characters of that line the
    marker covers. `source` holds that line and the one before it, and is empty where the fault isn't in
    the text. `field` is the way to the value in the record, such as "sources.0.source". `is_raised` marks what is an
    error here because the host's settings say so, though its kind is none.
    """

    path: str
    line: int
    column: int
    code: str
    message: str
    help: str = ""
    length: int = 1
    source: tuple[str, ...] = ()
    field: str = ""
    is_raised: bool = False

    @property
    def kind(self) -> ProblemKind:
        """What is known of this kind of problem."""
        return PROBLEM_KINDS[self.code]

    @property
    def severity(self) -> Severity:
        """Whether it keeps the record from being published."""
        return "error" if self.is_raised else self.kind.severity

    def link(self, site_url: str = "") -> str:
        """Return where the site explains this kind of problem; only the path while the site is unknown."""
        return f"{site_url.rstrip('/')}/{PROBLEMS_ADDRESS}#{self.code}"


class ContentError(Exception):
    """The content can't be published; `problems` says why, all of them, in order of place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        first = self.problems[0]
        super().__init__(f"{len(self.problems)} problems, first {first.path}:{first.line}: {first.message}")


def has_errors(problems: Iterable[Problem]) -> bool:
    """Tell whether any of the problems keeps something from being published."""
    return any(problem.severity == "error" for problem in problems)
