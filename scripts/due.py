"""List what is due in the library: python3 scripts/due.py [--by-owner] [--json] [--on DATE]

Reviews that are overdue or due within 60 days come first; then drafts, links that fail, and what records leave out.
What is due is no mistake, so it always ends with 0. It writes nothing but what --issue asks for.
"""

from setup.for_site import ROOT

import argparse
import datetime
import sys
from pathlib import Path

from knowledge_hub.catalogue.from_library import create_catalogue
from knowledge_hub.library.content_folder import find_content, find_guides
from knowledge_hub.library.loading import load_library
from knowledge_hub.problems.problem import has_errors
from knowledge_hub.publishing.build_date import find_today
from knowledge_hub.publishing.kept.link_results_file import load_link_results
from knowledge_hub.upkeep.upkeep import create_upkeep
from reports.due_report import render_issue, render_json, render_text
from setup.command_line import create_parser

_UNREAD = "Some files can’t be read and are left out here: python3 scripts/check.py says which."


def main() -> int:
    """Print what is due and return the exit code."""
    arguments = _parse_arguments()
    content = find_content(ROOT, arguments.content)
    library, problems = load_library(content, find_guides(content))
    if has_errors(problems):
        print(_UNREAD, file=sys.stderr)
    upkeep = create_upkeep(create_catalogue(library, with_drafts=True), arguments.on, load_link_results(ROOT))
    # A list that isn't whole would tell of reviews that are done: then the issue stays as it is.
    if arguments.issue and not has_errors(problems):
        arguments.issue.parent.mkdir(parents=True, exist_ok=True)
        arguments.issue.write_text(render_issue(upkeep), encoding="utf-8", newline="\n")
    if arguments.json:
        print(render_json(upkeep, arguments.on), end="")
    else:
        print(render_text(upkeep, arguments.on, by_owner=arguments.by_owner), end="")
    return 0


def _parse_arguments() -> argparse.Namespace:
    parser = create_parser(__doc__)
    parser.add_argument("--by-owner", action="store_true", help="list reviews below the name of each owner")
    parser.add_argument("--json", action="store_true", help="print everything as JSON")
    parser.add_argument("--on", type=_parse_day, default=find_today(), metavar="DATE", help="another day than today")
    parser.add_argument("--issue", type=Path, metavar="FILE", help="write the text of the issue on reviews, too")
    parser.add_argument("--content", metavar="DIR", help="another content folder than content/")
    return parser.parse_args()


def _parse_day(written: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(written)
    except ValueError:
        raise argparse.ArgumentTypeError("Write a day as year-month-day, such as 2028-11-27.") from None


if __name__ == "__main__":
    sys.exit(main())
