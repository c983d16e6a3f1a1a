"""Write again what is made from the record types and committed: python3 scripts/generate.py

These are the JSON Schemas in content/schemas/, which editors read, and the issue forms in
.github/ISSUE_TEMPLATE/. A test fails while one of them is out of date.

--starter is for those who keep the starter library: it says that what content/ and docs/ hold now is
that library, whose own tests run only while it is there unchanged.
"""

from setup.for_site import ROOT

import argparse
import sys
from pathlib import Path

from knowledge_hub.intake.generated import create_committed_files
from knowledge_hub.library.loading import load_library
from setup.command_line import create_parser
from setup.starter_library import LIST, render_list


def main() -> int:
    """Write what has changed, and return the exit code."""
    arguments = parse_arguments()
    library, _ = load_library(ROOT / "content", ROOT / "docs" / "guides")
    made = dict(create_committed_files(library))
    if arguments.starter:
        made[LIST] = render_list(ROOT)
    changed = [path for path, text in made.items() if write_if_changed(ROOT / path, text)]
    print("\n".join([*(f"written: {path}" for path in changed), f"{len(changed)} files changed."]))
    return 0


def write_if_changed(target: Path, text: str) -> bool:
    """Write a file unless it holds the text already; tell whether it was written."""
    if target.is_file() and target.read_bytes() == text.encode():
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8", newline="\n")
    return True


def parse_arguments() -> argparse.Namespace:
    """Return what was asked for."""
    parser = create_parser(__doc__)
    parser.add_argument("--starter", action="store_true", help="content/ and docs/ are the starter library")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
