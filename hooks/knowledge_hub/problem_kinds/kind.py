"""What is known of a kind of problem before it is met: title, reason, and a bad and a good example."""

from typing import Literal, NamedTuple

Severity = Literal["error", "warning", "hint"]


class ProblemKind(NamedTuple):
    """One code with its words; `bad` and `good` are lines of a record.

    An error keeps a record from being published. A warning is for a reviewer to judge, a hint for the
    author. `why` is left empty where the reason is plain.
    """

    code: str
    title: str
    why: str = ""
    bad: str = ""
    good: str = ""
    severity: Severity = "error"


class ProblemGroup(NamedTuple):
    """Kinds that belong together on the page of problems."""

    id: str
    title: str
    kinds: tuple[ProblemKind, ...]
