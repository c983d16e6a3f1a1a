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

from issues.rolling import BOT, TITLES, Issue, Plan, Step, find_issue, plan

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
        issue = _find(arguments.kind)
        wanted = plan(arguments.kind, issue, file.read_text(encoding="utf-8"))
        for step in wanted.steps:
            _do(step, arguments.kind, wanted)
    except _GhError as error:
        if _SWITCHED_OFF in str(error):
            print(f"{arguments.kind}: issues are switched off in this repository, so nothing was written.")
            return 0
        print(f"::error::GitHub said no: {error}")
        return 1
    print(f"{arguments.kind}: {_tell(wanted, issue)}")
    return 0


class _GhError(Exception):
    """The program gh has failed; the message is its own."""


def _find(kind: str) -> Issue | None:
    creator = BOT.replace("[", "%5B").replace("]", "%5D")
    listed = f"repos/{os.environ['GH_REPO']}/issues?creator={creator}&state=all&per_page=100"
    said = _run_gh("api", listed, "--paginate", "--jq", _FIELDS)
    return find_issue(kind, map(json.loads, said.splitlines()))


def _do(step: Step, kind: str, wanted: Plan) -> None:
    number = str(wanted.number)
    match step:
        case "create":
            _run_gh("issue", "create", "--title", TITLES[kind], "--body-file", "-", text=wanted.body)
        case "edit":
            _run_gh("issue", "edit", number, "--body-file", "-", text=wanted.body)
        case "reopen":
            _run_gh("issue", "reopen", number)
        case "close":
            _run_gh("issue", "close", number, "--reason", "completed")


def _run_gh(*arguments: str, text: str = "") -> str:
    gh = shutil.which("gh")
    if gh is None:
        raise _GhError("the program gh is missing.")
    ended = subprocess.run([gh, *arguments], input=text, capture_output=True, encoding="utf-8", check=False)  # noqa: S603 -- our own words; what people wrote goes to its input
    if ended.returncode:
        raise _GhError(ended.stderr.strip())
    return ended.stdout


def _tell(wanted: Plan, issue: Issue | None) -> str:
    if not wanted.steps:
        return "nothing has changed." if issue else "nothing is due."
    return f"{' and '.join(wanted.steps)} the issue{f' #{wanted.number}' if wanted.number else ''}."


def _parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind", choices=sorted(TITLES), metavar="KIND", help="reviews or links")
    parser.add_argument("file", metavar="FILE", help="what is due, as Markdown")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
