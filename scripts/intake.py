"""Turn a submitted issue form into a record file: python3 scripts/intake.py --event FILE

FILE is the event that GitHub hands to a workflow. The outcome is the text of a pull request (exit code 0,
one new file in content/), or the problems to post back (exit code 1, no file). With --out the content
stays as it is, and the file and the outcome (report.md) go to another folder, for who may do more.
Nothing of what a form says is ever a file name, a command or a setting.
"""

from setup.for_site import ROOT

import argparse
import json
import sys
from pathlib import Path

from knowledge_hub.intake.submission import (
    Submission,
    read_submission,
    render_problems,
    render_success,
)
from knowledge_hub.library.content_folder import find_content, find_guides
from knowledge_hub.library.loading import load_library
from setup.command_line import create_parser

_TAKEN = "A file with this address exists already, and it is never overwritten. Choose a more exact title."


def main() -> int:
    """Write the record or the problems, and return the exit code."""
    arguments = parse_arguments()
    content = find_content(ROOT, arguments.content)
    issue = json.loads(Path(arguments.event).read_text(encoding="utf-8"))["issue"]
    library, _ = load_library(content, find_guides(content))
    out = Path(arguments.out) if arguments.out else None
    submission = write_record(content, read_submission(issue["body"] or "", library), out)
    if submission.problems:
        report = render_problems(submission.problems)
    else:
        report = render_success(submission.path, int(issue["number"]))
    if out:
        out.mkdir(parents=True, exist_ok=True)
        (out / "report.md").write_text(report, encoding="utf-8", newline="\n")
    print(report)
    return 1 if submission.problems else 0


def write_record(content: Path, submission: Submission, out: Path | None = None) -> Submission:
    """Write the file of a submission without problems, below `out` if it is given; return what came of it."""
    if submission.problems:
        return submission
    if (content / submission.path).exists():
        return Submission(problems=(_TAKEN,))
    target = (out / "content" if out else content) / submission.path
    # A library may have no record of this type yet.
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("x", encoding="utf-8", newline="\n") as file:
        file.write(submission.text)
    return submission


def parse_arguments() -> argparse.Namespace:
    """Return what was asked for."""
    parser = create_parser(__doc__)
    parser.add_argument("--event", required=True, metavar="FILE", help="the event as JSON ($GITHUB_EVENT_PATH)")
    parser.add_argument("--out", metavar="DIR", help="a new folder for the record and the text to post (report.md)")
    parser.add_argument("--content", help="another content folder than content/")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
