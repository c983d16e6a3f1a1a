"""Gives every HTML file of a finished site its Content-Security-Policy; 404.html never passes a page event."""

import codecs
import os
from collections.abc import Collection, Iterator
from pathlib import Path

from knowledge_hub.publishing.csp import add_policy
from knowledge_hub.publishing.page_head import read_head
from knowledge_hub.settings.outside import Outside


def write_policies(site_dir: Path, has_policy: Collection[str], outside: Outside | None = None) -> None:
    """Add the policy to every HTML file; `has_policy` are paths in the site of those that need no look."""
    for path in _find_pages(site_dir, has_policy):
        page = path.read_bytes()
        encoding = _find_encoding(page)
        # A byte that the encoding hasn't comes back as it was.
        text = page.decode(encoding, "surrogateescape")
        path.write_bytes(add_policy(text, outside).encode(encoding, "surrogateescape"))


def _find_encoding(page: bytes) -> str:
    """Return the encoding by which a browser reads a page: a mark at its start, what it declares, else UTF-8."""
    if page.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    declared = read_head(page.decode("utf-8", "replace")).charset
    try:
        # A declaration that could be read as letters can't be of an encoding with other ones.
        return declared if "<meta".encode(declared) == b"<meta" else "utf-8"
    except (LookupError, ValueError):
        return "utf-8"


def _find_pages(site_dir: Path, left_out: Collection[str]) -> Iterator[Path]:
    # Asking each path of a big site what it is would take longer than all the rest, and so would a Path for each.
    start = str(site_dir)
    for folder, _, names in os.walk(start):
        within = folder[len(start) :].replace(os.sep, "/").lstrip("/")
        for name in names:
            if name.endswith(".html") and f"{within}/{name}".lstrip("/") not in left_out:
                yield Path(folder, name)
