"""Begin a hub of your own: python3 scripts/start.py [--name "My hub"] [--keep toolkits-and-guides] [--dry-run]

Writes your name, address, colors and help line into mkdocs.yml, and takes away what you don't want of the library
that came with the hub, together with every reference to it. On a terminal and without options it asks. Your own
records, and records that you changed, stay as they are.
"""

from setup.for_site import ROOT

import argparse
import sys
from pathlib import Path

from knowledge_hub.settings.settings import create_settings
from setup.command_line import create_parser
from setup.git import find_uncommitted
from setup.site_settings import parse_settings
from starting.keeping import KEEP
from starting.planning import create_plan, find_communities, list_files, read_starter
from starting.questions import ask_all
from starting.site_file import SETTINGS
from starting.starter_list import LIST, create_list, render_list
from starting.writing import carry_out, write_text


def main() -> int:
    """Do what was asked for, say it, and return the exit code."""
    arguments = parse_arguments()
    return run(Path(arguments.hub).resolve(), arguments)


def run(root: Path, arguments: argparse.Namespace) -> int:
    """Begin the hub in the folder `root`."""
    starter = read_starter(root)
    if arguments.list_starter:
        write_text(root / LIST, render_list(create_list(root, list_files(starter))))
        print(f"written: {LIST}")
        return 0
    if not is_asked(arguments):
        if not sys.stdin.isatty():
            print("Say what should change: --help lists the options. On a terminal, it asks.")
            return 1
        if not may_write(root, arguments):
            return 1
        fill_in(arguments, ask_all(input, current_answers(root), find_communities(starter)))
    plan = create_plan(root, starter, arguments)
    if plan.said and not may_write(root, arguments):
        return 1
    carry_out(root, plan, dry_run=arguments.dry_run)
    return 0


def may_write(root: Path, arguments: argparse.Namespace) -> bool:
    """Tell whether files may be changed; where some are not committed yet, say so."""
    found = [] if arguments.dry_run or arguments.with_changes else find_uncommitted(root)
    if found:
        print(
            f"Some of your changes are not committed yet, such as {found[0]}. Commit them first, so that nothing can "
            "get lost; or say --with-changes."
        )
    return not found


def current_answers(root: Path) -> dict[str, str]:
    """Return what mkdocs.yml says now, for the questions."""
    settings = create_settings(parse_settings((root / "mkdocs.yml").read_text(encoding="utf-8")))[0]
    return {
        "name": settings.site_name,
        "description": settings.description,
        "host": settings.host,
        "address": settings.site_url,
        "email": settings.contact.email,
        "repository": settings.contact.repository,
        "language": settings.language,
    }


def is_asked(arguments: argparse.Namespace) -> bool:
    """Tell whether any option says what to do."""
    given = any(getattr(arguments, name) is not None for name in SETTINGS)
    return given or arguments.no_help_line or arguments.keep != "all" or bool(arguments.community)


def fill_in(arguments: argparse.Namespace, answers: dict[str, str]) -> None:
    """Put what was answered on the terminal where options stand."""
    arguments.keep = answers.pop("keep")
    arguments.no_help_line = answers.pop("help") == "none"
    arguments.community = answers.pop("community", "").split()
    for name, answer in answers.items():
        setattr(arguments, name, answer)


def parse_arguments(given: list[str] | None = None) -> argparse.Namespace:
    """Return what was asked for."""
    parser = create_parser(__doc__)
    parser.add_argument("--name", help="the name of the hub")
    parser.add_argument("--description", help="what it is, in one or two sentences")
    parser.add_argument("--host", help="one line in the footer: who runs it, and how to reach them")
    parser.add_argument("--address", metavar="URL", help="where it will be published")
    parser.add_argument("--email", help="where contributions by e-mail go")
    parser.add_argument("--repository", metavar="URL", help="where its files are kept")
    parser.add_argument("--language", metavar="TAG", help="the language it is written in, such as en-US")
    parser.add_argument("--color", help="a color of Material for MkDocs, such as teal")
    parser.add_argument("--logo", metavar="FILE", help="a picture, which is copied into docs/assets/")
    parser.add_argument("--help-text", metavar="WORDS", help="what the help line says first")
    parser.add_argument("--help-phone", metavar="NUMBER", help="whom to call in a crisis")
    parser.add_argument("--help-text-message", metavar="NUMBER", help="where to send a text message")
    parser.add_argument("--help-emergency", metavar="NUMBER", help="the emergency number")
    parser.add_argument("--no-help-line", action="store_true", help="show no help line")
    kept = "; ".join(f"{name}: {words}" for name, words in KEEP.items())
    parser.add_argument("--keep", choices=list(KEEP), default="all", help=f"what of the library stays ({kept})")
    parser.add_argument("--community", action="append", default=[], metavar="ID", help="a community that stays")
    parser.add_argument("--dry-run", action="store_true", help="only say what would happen")
    parser.add_argument("--with-changes", action="store_true", help="even where changes are not committed")
    parser.add_argument("--hub", default=str(ROOT), metavar="FOLDER", help="another hub than this one")
    parser.add_argument("--list-starter", action="store_true", help=f"write {LIST} again, for its keeper")
    return parser.parse_args(given)


if __name__ == "__main__":
    sys.exit(main())
