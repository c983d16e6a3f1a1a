"""Write again what is made from the record types and committed: python3 scripts/generate.py

These are the JSON Schemas in content/schemas/, which editors read, and the issue forms in
.github/ISSUE_TEMPLATE/. serve.py and build.py do this by themselves, and check.py says when it is due.

--starter is for those who keep the starter library: it says that what content/ and docs/ hold now is
that library, whose own tests run only while it is there unchanged.
"""

from setup.for_site import ROOT

import argparse
import sys

from knowledge_hub.library.loading import load_library
from setup.command_line import create_parser
from setup.generated_files import write_generated_files
from setup.starter_library import write_lists


def main() -> int:
    """Write what has changed, and return the exit code."""
    arguments = parse_arguments()
    library, _ = load_library(ROOT / "content", ROOT / "docs" / "guides")
    changed = write_generated_files(ROOT, library)
    if arguments.starter:
        changed += write_lists(ROOT)
    print("\n".join([*(f"written: {path}" for path in changed), f"{len(changed)} files changed."]))
    return 0


def parse_arguments() -> argparse.Namespace:
    """Return what was asked for."""
    parser = create_parser(__doc__)
    parser.add_argument("--starter", action="store_true", help="content/ and docs/ are the starter library")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
