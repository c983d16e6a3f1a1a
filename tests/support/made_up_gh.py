"""Stands in for GitHub's `gh` on PATH: what a workflow asks of it, kept as JSON in the file that MADE_UP_GH names.

Its options are those of the workflows; any other command ends with 64.
"""

import json
import os
import shutil
import sys
from pathlib import Path
from typing import Any

# Options without a value.
_FLAGS = {"--paginate"}
_ISSUES = "api repos/owner/hub/issues?creator=github-actions%5Bbot%5D&state=all&per_page=100"


def main(arguments: list[str]) -> int:
    """Do one command, and return the exit code."""
    path = Path(os.environ["MADE_UP_GH"])
    github: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    command, named, options = _split(arguments)
    try:
        said = _answer(github, command, named, options)
    except _RefusedError as refused:
        sys.stderr.write(f"{refused}\n")
        return 1
    if said is None:
        sys.stderr.write(f"This gh doesn't know: {command}\n")
        return 64
    path.write_text(json.dumps(github), encoding="utf-8")
    sys.stdout.write(said)
    return 0


class _RefusedError(Exception):
    """GitHub says no."""


def _split(arguments: list[str]) -> tuple[str, str, dict[str, str]]:
    """Return the two words of a command, what it is for, and its options, each of which has a value."""
    words, rest = arguments[:2], [argument for argument in arguments[2:] if argument not in _FLAGS]
    named = rest.pop(0) if rest and not rest[0].startswith("--") else ""
    return " ".join(words), named, dict(zip(rest[::2], rest[1::2], strict=True))


def _answer(github: dict[str, Any], command: str, named: str, options: dict[str, str]) -> str | None:
    """Return what a command prints, None where it isn't known; `github` is changed as GitHub would be."""
    match command:
        case "issue create" | "issue edit" | "issue reopen" | "issue close":
            return _change_issue(github, command.partition(" ")[2], named, options)
        case _ if command == _ISSUES:
            # One line for each, as the question that the project asks has it.
            return "".join(f"{json.dumps(issue)}\n" for issue in github["issues"])
        case "auth setup-git":
            return ""
        case "run download":
            shutil.copytree(Path(github["artifacts"]) / options["--name"], options["--dir"], dirs_exist_ok=True)
            return ""
        case "issue view":
            return f"{github['comments'][-1]}\n" if github["comments"] else "\n"
        case "issue comment":
            github["comments"].append(_body(options))
            return ""
        case "pr list":
            found = [pull for pull in github["pulls"] if pull["head"] == options["--head"]]
            return f"{found[-1]['state']} {found[-1]['number']}\n" if found else ""
        case "pr reopen":
            return _reopen(next(pull for pull in github["pulls"] if str(pull["number"]) == named))
        case "pr create":
            pull = {"number": 100 + len(github["pulls"]), "state": "OPEN"}
            github["pulls"].append({**pull, "head": options["--head"], "body": _body(options)})
            return f"https://github.com/owner/hub/pull/{pull['number']}\n"
    return None


def _body(options: dict[str, str]) -> str:
    file = options.get("--body-file")
    if file == "-":
        return sys.stdin.read()
    return Path(file).read_text(encoding="utf-8") if file else options["--body"]


def _change_issue(github: dict[str, Any], change: str, named: str, options: dict[str, str]) -> str:
    """Do to an issue what a workflow may; each time it is kept in `changes`."""
    if github.get("has_no_issues"):
        raise _RefusedError("gh: Issues has been disabled in this repository (HTTP 410)")
    if change == "create":
        named = str(len(github["issues"]) + 1)
        new = {"number": int(named), "state": "open", "state_reason": None, "user": "github-actions[bot]"}
        github["issues"].append({**new, "title": options["--title"]})
    issue = next(issue for issue in github["issues"] if str(issue["number"]) == named)
    match change:
        case "create" | "edit":
            # GitHub keeps texts with the line ends of forms.
            issue["body"] = _body(options).replace("\n", "\r\n")
        case "reopen":
            issue.update(state="open", state_reason="reopened")
        case "close":
            issue.update(state="closed", state_reason=options["--reason"])
    github["changes"].append(f"{change} {named}")
    return f"https://github.com/owner/hub/issues/{named}\n"


def _reopen(pull: dict[str, Any]) -> str:
    if pull.get("is_lost"):
        raise _RefusedError("Could not open the pull request.")
    pull["state"] = "OPEN"
    return ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
