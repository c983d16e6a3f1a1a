"""Write again what is made from the record types and committed: python3 scripts/generate.py

These are the JSON Schemas in content/schemas/, which editors read, and the issue forms in
.github/ISSUE_TEMPLATE/. serve.py and build.py do this by themselves, and check.py says when it is due.
"""

from setup.for_site import ROOT

import sys

from knowledge_hub.library.loading import load_library
from setup.command_line import create_parser
from setup.generated_files import write_generated_files


def main() -> int:
    """Write what has changed, and return the exit code."""
    create_parser(__doc__).parse_args()
    library, _ = load_library(ROOT / "content", ROOT / "docs" / "guides")
    changed = write_generated_files(ROOT, library)
    print("\n".join([*(f"written: {path}" for path in changed), f"{len(changed)} files changed."]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
