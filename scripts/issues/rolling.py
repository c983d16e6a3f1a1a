"""What becomes of a rolling issue: made when something is due, changed when that changes, closed when all is mended.

Nothing is ever said in a comment, and an issue that says the same as before isn't touched. Standard library only.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

# Who opens issues for a workflow. Anybody else could have written the mark.
BOT = "github-actions[bot]"
TITLES = {"reviews": "Upkeep: reviews that are due", "links": "Upkeep: links that are broken"}
_MENDED = {
    "reviews": "No review is due. This issue opens again when one is.",
    "links": "No link is broken. This issue opens again when one is.",
}


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue as GitHub keeps it; `is_declined` says that somebody closed it as “not planned”."""

    number: int
    body: str
    is_open: bool
    is_declined: bool


@dataclass(frozen=True, slots=True)
class Change:
    """What of an issue has to become what, in GitHub's own names; `number` is 0 for a new issue."""

    number: int
    fields: Mapping[str, str]


def mark(kind: str) -> str:
    """Return the first line of an issue's text, which readers don't see and by which it is found again."""
    return f"<!-- knowledge-hub upkeep: {kind} -->"


def find_issue(kind: str, found: Iterable[dict[str, object]]) -> Issue | None:
    """Return the issue of a kind among those that GitHub lists, the open one first, then the oldest; None without."""
    mine = [
        issue for issue in found if issue["user"] == BOT and str(issue["body"] or "").lstrip().startswith(mark(kind))
    ]
    if not mine:
        return None
    best = min(mine, key=lambda issue: (issue["state"] != "open", int(str(issue["number"]))))
    is_declined = best["state_reason"] == "not_planned"
    return Issue(int(str(best["number"])), str(best["body"]), best["state"] == "open", is_declined)


def plan(kind: str, issue: Issue | None, text: str) -> Change | None:
    """Return what to change where `text` is due, "" for nothing; None where all is as it should be.

    Who closes the issue as “not planned” wants to hear no more of it: it is kept up to date, and stays closed.
    Who closes it as done sees it again only when something else is due.
    """
    is_due = bool(text.strip())
    body = f"{mark(kind)}\n{text.strip() if is_due else _MENDED[kind]}\n"
    if issue is None:
        return Change(0, {"title": TITLES[kind], "body": body}) if is_due else None
    fields = {} if _is_same(issue.body, body) else {"body": body}
    if issue.is_open and not is_due:
        fields |= {"state": "closed", "state_reason": "completed"}
    elif fields and not issue.is_open and is_due and not issue.is_declined:
        fields["state"] = "open"
    return Change(issue.number, fields) if fields else None


def _is_same(kept: str, wanted: str) -> bool:
    # GitHub keeps the line ends of whoever edited last.
    return kept.replace("\r\n", "\n").strip() == wanted.strip()
