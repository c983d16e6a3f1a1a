"""Gives every HTML file of a finished site its Content-Security-Policy; 404.html never passes a page event."""

import codecs
from collections.abc import Iterable
from pathlib import Path

from knowledge_hub.publishing.csp import add_policy
from knowledge_hub.publishing.page_head import read_head
from knowledge_hub.settings.outside import Outside


def write_policies(site_dir: Path, paths: Iterable[str], outside: Outside | None = None) -> None:
    """Add the policy to every HTML file among these paths in the site."""
    for path in (site_dir / name for name in paths if name.endswith(".html")):
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
