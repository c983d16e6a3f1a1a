"""Writes the Markdown of records beside their pages: site generators take such files for pages of their own."""

from collections.abc import Mapping
from pathlib import Path


def write_texts(site_dir: Path, texts: Mapping[str, str]) -> None:
    """Write texts at their paths in the site."""
    for path, text in texts.items():
        target = site_dir / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="")
