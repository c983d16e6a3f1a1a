"""Gives every HTML file of a finished site its Content-Security-Policy; 404.html never passes a page event."""

from pathlib import Path

from knowledge_hub.csp import POLICY, add_policy

_HEAD = 500


def write_policies(site_dir: Path) -> None:
    """Add the policy to every HTML file that doesn't have it yet."""
    # An old address may be the name of a file, and is then a folder here.
    for path in filter(Path.is_file, sorted(site_dir.rglob("*.html"))):
        if not _has_policy(path):
            path.write_text(add_policy(path.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")


def _has_policy(path: Path) -> bool:
    """Tell whether the head of a page has its policy already: all that come from the shell do."""
    with path.open(encoding="utf-8") as file:
        return POLICY in file.read(_HEAD)
