"""List the records that a pull request changes: python3 scripts/summarize_changes.py --since COMMIT --site DIR

Prints Markdown for the summary page of a workflow run: each changed record, and where its page is in
the built preview. It reads only, so it works for a fork's pull request, too.
"""

from setup.for_site import ROOT

import argparse
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from knowledge_hub.library.changes import Change, create_changes, render_summary
from knowledge_hub.library.loading import load_library
from setup.command_line import create_parser


def main() -> int:
    """Print the summary and return the exit code."""
    arguments = parse_arguments()
    library, _ = load_library(ROOT / "content", ROOT / "docs" / "guides")
    changes = create_changes(changed_files(arguments.since), library)
    print(render_summary(changes, set(find_pages(Path(arguments.site), changes)), arguments.preview))
    return 0


def changed_files(commit: str) -> Iterator[tuple[str, str]]:
    """Yield Git's letter for what happened, and the path, of every file that changed since a commit."""
    command = ["git", "diff", "--name-status", "--no-renames", "-z", commit, "HEAD", "--", "content", "docs/guides"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 -- our own
    if result.returncode:
        raise SystemExit(f"Nothing can be compared with “{commit}”. Git says: {result.stderr.strip()}")
    parts = result.stdout.split("\0")
    return zip(parts[::2], parts[1::2], strict=False)


def find_pages(site: Path, changes: Iterable[Change]) -> Iterator[str]:
    """Yield the addresses that have a page in the built site."""
    return (change.address for change in changes if (site / change.address / "index.html").is_file())


def parse_arguments() -> argparse.Namespace:
    """Return what was asked for."""
    parser = create_parser(__doc__)
    parser.add_argument("--since", required=True, metavar="COMMIT", help="what the pull request is compared with")
    parser.add_argument("--site", required=True, metavar="DIR", help="the built preview")
    parser.add_argument("--preview", default="", metavar="URL", help="where the preview can be downloaded")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
