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
_ISSUES = "api repos/owner/hub/issues"


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
        case _ if command.startswith(_ISSUES) and "--method" in options:
            return _change_issue(github, options["--method"], command.removeprefix(_ISSUES).strip("/"))
        case _ if command == f"{_ISSUES}?creator=github-actions%5Bbot%5D&state=all&per_page=100":
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
    return Path(file).read_text(encoding="utf-8") if file else options["--body"]


def _change_issue(github: dict[str, Any], method: str, named: str) -> str:
    """Make an issue of what comes in, or change one; what was changed is kept in `changes`."""
    if github.get("has_no_issues"):
        raise _RefusedError("gh: Issues has been disabled in this repository (HTTP 410)")
    fields = json.loads(sys.stdin.read())
    if method == "POST":
        named = str(len(github["issues"]) + 1)
        new = {"number": int(named), "state": "open", "state_reason": None, "user": "github-actions[bot]"}
        github["issues"].append(new)
    issue = next(issue for issue in github["issues"] if str(issue["number"]) == named)
    # GitHub may keep texts with the line ends of forms.
    issue |= {name: value.replace("\n", "\r\n") for name, value in fields.items()}
    github["changes"].append(f"{'+' if method == 'POST' else ''}{named} {' '.join(sorted(fields))}")
    return json.dumps(issue)


def _reopen(pull: dict[str, Any]) -> str:
    if pull.get("is_lost"):
        raise _RefusedError("Could not open the pull request.")
    pull["state"] = "OPEN"
    return ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
