"""Gives every HTML file of a finished site its Content-Security-Policy; 404.html never passes a page event."""

from pathlib import Path

from knowledge_hub.csp import add_policy


def write_policies(site_dir: Path) -> None:
    """Add the policy to every HTML file that doesn't have it yet."""
    # An old address may be the name of a file, and is then a folder here.
    for path in filter(Path.is_file, sorted(site_dir.rglob("*.html"))):
        html = path.read_text(encoding="utf-8")
        hardened = add_policy(html)
        if hardened != html:
            path.write_text(hardened, encoding="utf-8", newline="\n")
