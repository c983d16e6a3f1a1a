"""Start a new record: python3 scripts/new.py TYPE "Title" [--form snapshot]

Writes a file with every field, its help and an example. It passes the checks as a draft at once.
"""

from setup.for_site import ROOT

import argparse
import sys
from pathlib import Path

from knowledge_hub.intake.generated import FILE_TYPES, file_types
from knowledge_hub.intake.skeletons import create_skeleton
from knowledge_hub.library.content_folder import find_content, find_guides
from knowledge_hub.library.loading import load_library
from knowledge_hub.records import Guide
from knowledge_hub.slugs import create_slug
from setup.command_line import create_parser

FORMS = ("snapshot", "full", "adoption")


def main() -> int:
    """Write the file and return the exit code."""
    arguments = parse_arguments()
    content = find_content(ROOT, arguments.content)
    slug = create_slug(arguments.title)
    if slug is None:
        print(f"“{arguments.title}” gives no file name. Add a few words in the letters a to z.")
        return 1
    library, _ = load_library(content, find_guides(content))
    cls = file_types(library.types)[arguments.type]
    target = find_guides(content) / f"{slug}.md" if issubclass(cls, Guide) else content / cls.folder / f"{slug}.yml"
    form = arguments.form if arguments.type == "case-study" else ""
    text = create_skeleton(cls, arguments.title, library.vocabularies, library.ids(), form)
    try:
        write_new(target, f"---\n{text}---\n\n# {arguments.title}\n" if issubclass(cls, Guide) else text)
    except FileExistsError:
        print(f"{shown(target)} exists already, and nothing was changed. Choose another title.")
        return 1
    print(f"{shown(target)} is ready: open it and write. See it with python3 scripts/serve.py.")
    return 0


def write_new(target: Path, text: str) -> None:
    """Write a file that must not exist yet."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)


def shown(path: Path) -> str:
    """Return a path as people see it: from the project's folder on where it lies in it."""
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else str(path)


def parse_arguments() -> argparse.Namespace:
    """Return what was asked for."""
    parser = create_parser(__doc__)
    parser.add_argument("type", choices=list(FILE_TYPES), metavar="TYPE", help=f"one of: {', '.join(FILE_TYPES)}")
    parser.add_argument("title", metavar="TITLE", help="what readers see first, in quotes")
    parser.add_argument("--form", choices=FORMS, default="full", help="how a case study is told (full)")
    parser.add_argument("--content", help="another content folder than content/")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
