"""Try every link to another site, politely: python3 scripts/check_links.py [--minutes N]

Only what is gone on several days counts as broken; what is known is kept in .cache/links.json from run to run.
It changes no record and keeps nothing from being published: it ends with 0, with 1 only where no server was reached.
"""

from setup.for_site import ROOT

import argparse
import asyncio
import sys
from pathlib import Path

from knowledge_hub import __version__
from knowledge_hub.library.content_folder import find_content, find_docs, find_guides
from knowledge_hub.library.loading import load_library
from knowledge_hub.problems.problem import has_errors
from knowledge_hub.problems.reports import real_address
from knowledge_hub.publishing.build_date import find_today
from knowledge_hub.publishing.kept.link_results_file import find_link_results, read_link_results, write_link_results
from knowledge_hub.upkeep.link_results import Answer, Results, add_answers, order_by_age
from links.asking import Manners, ask_all
from links.collecting import find_places
from reports.links_report import render_issue, render_links
from setup.command_line import create_parser
from setup.site_settings import read_settings

_NO_NETWORK = "Not one server was reached, so this says nothing about links: is there a way to the internet?"


def main() -> int:
    """Ask, keep what is known, print it, and return the exit code."""
    arguments = _parse_arguments()
    content = find_content(ROOT, arguments.content)
    settings = read_settings(ROOT / "mkdocs.yml")
    library, problems = load_library(content, find_guides(content))
    before = _read(arguments.results)
    places = find_places(library, find_docs(content), settings)
    if has_errors(problems):
        # What a file names that can't be read for now isn't forgotten.
        places = {**{address: result.places for address, result in before.items()}, **places}
    manners = _create_manners(str(settings.get("site_url") or ""), arguments.minutes)
    answers = _ask(order_by_age(places, before), manners)
    tried = [answer for answer in answers.values() if answer.state != "refused"]
    if tried and not any(answer.is_heard for answer in tried):
        # It is this machine that has no way to them: no failure of theirs is counted.
        print(_NO_NETWORK)
        return 1
    results = add_answers(before, answers, places, find_today())
    write_link_results(arguments.results, results)
    if arguments.issue:
        arguments.issue.parent.mkdir(parents=True, exist_ok=True)
        arguments.issue.write_text(render_issue(results), encoding="utf-8", newline="\n")
    print(render_links(results, places, len(answers)), end="")
    return 0


def _read(path: Path) -> Results:
    try:
        return read_link_results(path)
    except ValueError:
        print(f"{path.name} was damaged; it is made anew, and the counting of failures with it.", file=sys.stderr)
        return {}


def _ask(addresses: list[str], manners: Manners) -> dict[str, Answer]:
    answers: dict[str, Answer] = {}
    try:
        asyncio.run(ask_all(addresses, manners, answers))
    except KeyboardInterrupt:
        print("Stopped. What was found so far is kept.", file=sys.stderr)
    return answers


def _create_manners(site_url: str, minutes: float) -> Manners:
    about = real_address(site_url)
    told = f" (+{about})" if about.isascii() and about.isprintable() and about else ""
    return Manners(user_agent=f"KnowledgeHub-links/{__version__}{told}", total_time=60 * minutes)


def _parse_arguments() -> argparse.Namespace:
    parser = create_parser(__doc__)
    parser.add_argument("--minutes", type=float, default=25, metavar="N", help="the longest that it may take (25)")
    parser.add_argument(
        "--results", type=Path, default=find_link_results(ROOT), metavar="FILE", help="where results are kept"
    )
    parser.add_argument("--issue", type=Path, metavar="FILE", help="write the text of the issue on links, too")
    parser.add_argument("--content", metavar="DIR", help="another content folder than content/")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
