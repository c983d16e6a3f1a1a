"""Gives every HTML file of a finished site its Content-Security-Policy; 404.html never passes a page event."""

import os
from collections.abc import Collection, Iterator
from pathlib import Path

from knowledge_hub.publishing.csp import add_policy
from knowledge_hub.settings.outside import Outside


def write_policies(site_dir: Path, has_policy: Collection[str], outside: Outside | None = None) -> None:
    """Add the policy to every HTML file; `has_policy` are paths in the site of those that need no look."""
    for path in _find_pages(site_dir, has_policy):
        path.write_text(add_policy(path.read_text(encoding="utf-8"), outside), encoding="utf-8", newline="\n")


def _find_pages(site_dir: Path, left_out: Collection[str]) -> Iterator[Path]:
    # Asking each path of a big site what it is would take longer than all the rest.
    for folder, _, names in os.walk(site_dir):
        for name in names:
            path = Path(folder, name) if name.endswith(".html") else None
            if path and path.relative_to(site_dir).as_posix() not in left_out:
                yield path
