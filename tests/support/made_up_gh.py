"""Stands in for GitHub's `gh` on PATH: what a workflow asks of it, kept as JSON in the file that MADE_UP_GH names.

Its options are those of the workflows; any other command ends with 64.
"""

import json
import os
import shutil
import sys
from pathlib import Path
from typing import Any


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
    words, rest = arguments[:2], arguments[2:]
    named = rest.pop(0) if rest and not rest[0].startswith("--") else ""
    return " ".join(words), named, dict(zip(rest[::2], rest[1::2], strict=True))


def _answer(github: dict[str, Any], command: str, named: str, options: dict[str, str]) -> str | None:
    """Return what a command prints, None where it isn't known; `github` is changed as GitHub would be."""
    match command:
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


def _reopen(pull: dict[str, Any]) -> str:
    if pull.get("is_lost"):
        raise _RefusedError("Could not open the pull request.")
    pull["state"] = "OPEN"
    return ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
