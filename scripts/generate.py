"""Write again what is made from the record types and committed: python3 scripts/generate.py

These are the JSON Schemas in content/schemas/, which editors read, and the issue forms in
.github/ISSUE_TEMPLATE/. A test fails while one of them is out of date.
"""

from setup.for_site import ROOT

import sys
from pathlib import Path

from knowledge_hub.intake.generated import create_committed_files
from knowledge_hub.library.loading import load_library
from setup.command_line import create_parser


def main() -> int:
    """Write what has changed, and return the exit code."""
    create_parser(__doc__).parse_args()
    library, _ = load_library(ROOT / "content", ROOT / "docs" / "guides")
    changed = [path for path, text in create_committed_files(library) if write_if_changed(ROOT / path, text)]
    print("\n".join([*(f"written: {path}" for path in changed), f"{len(changed)} files changed."]))
    return 0


def write_if_changed(target: Path, text: str) -> bool:
    """Write a file unless it holds the text already; tell whether it was written."""
    if target.is_file() and target.read_bytes() == text.encode():
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8", newline="\n")
    return True


if __name__ == "__main__":
    sys.exit(main())
