"""Keep the rolling issue of one kind of upkeep as a file says: PYTHONPATH=scripts python3 -m issues.keep KIND FILE

The workflow "Upkeep" runs it, and nobody by hand. An empty FILE says that nothing is due, and the issue is closed;
where there is no FILE the issue stays as it is. Because it may write, it uses GitHub's program gh and no packages,
so it isn't one of the commands, which set .venv up.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from issues.rolling import BOT, TITLES, Change, Issue, find_issue, plan

# One line of JSON for each issue; pull requests are in the same list.
_FIELDS = ".[] | select(.pull_request | not) | {number, state, state_reason, body, user: .user.login} | tojson"
_SWITCHED_OFF = "HTTP 410"


def main() -> int:
    """Do what has to be done, say it, and return the exit code."""
    arguments = _parse_arguments()
    file = Path(arguments.file)
    if not file.is_file():
        print(f"{arguments.kind}: nothing is known this time, so the issue stays as it is.")
        return 0
    try:
        change = plan(arguments.kind, _find(arguments.kind), file.read_text(encoding="utf-8"))
        if change:
            _make(change)
    except _GhError as error:
        if _SWITCHED_OFF in str(error):
            print(f"{arguments.kind}: issues are switched off in this repository, so nothing was written.")
            return 0
        print(f"::error::GitHub said no: {error}")
        return 1
    print(f"{arguments.kind}: {_tell(change)}")
    return 0


class _GhError(Exception):
    """The program gh has failed; the message is its own."""


def _find(kind: str) -> Issue | None:
    creator = BOT.replace("[", "%5B").replace("]", "%5D")
    said = _run_gh(f"{_issues()}?creator={creator}&state=all&per_page=100", "--paginate", "--jq", _FIELDS)
    return find_issue(kind, map(json.loads, said.splitlines()))


def _make(change: Change) -> None:
    where, method = (f"{_issues()}/{change.number}", "PATCH") if change.number else (_issues(), "POST")
    _run_gh(where, "--method", method, "--input", "-", text=json.dumps(change.fields))


def _issues() -> str:
    return f"repos/{os.environ['GH_REPO']}/issues"


def _run_gh(*arguments: str, text: str = "") -> str:
    """Ask GitHub's interface; what people wrote goes to the program's input, never to its arguments."""
    gh = shutil.which("gh")
    if gh is None:
        raise _GhError("the program gh is missing.")
    ended = subprocess.run([gh, "api", *arguments], input=text, capture_output=True, encoding="utf-8", check=False)  # noqa: S603 -- our own words
    if ended.returncode:
        raise _GhError(ended.stderr.strip())
    return ended.stdout


def _tell(change: Change | None) -> str:
    if change is None:
        return "nothing has to be changed."
    if not change.number:
        return "a new issue is open."
    return f"the issue #{change.number} is {change.fields.get('state', 'edited')}."


def _parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind", choices=sorted(TITLES), metavar="KIND", help="reviews or links")
    parser.add_argument("file", metavar="FILE", help="what is due, as Markdown")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
