"""Where the content lies, and the hand-written pages that belong to it: one rule for every command and adapter."""

import os
from pathlib import Path


def find_content(root: Path, chosen: str | None = None) -> Path:
    """Return the content folder: `chosen`, else what HUB_CONTENT names, else content/ below `root`.

    A relative path starts where the command was called.
    """
    named = chosen or os.environ.get("HUB_CONTENT")
    return Path(named).resolve() if named else root / "content"


def find_docs(content: Path) -> Path:
    """Return the folder of hand-written pages: docs/ beside the content, never that of another library.

    It need not be there; then there are no hand-written pages.
    """
    return content.parent / "docs"


def find_guides(content: Path) -> Path:
    """Return the folder of the guides that belong to the content; it need not be there."""
    return find_docs(content) / "guides"
