"""Writes the search index of a build, once the text of its hand-written pages is known."""

from collections.abc import Iterable
from pathlib import Path

from knowledge_hub.pages.search.search_index import HandWritten, create_search_files
from knowledge_hub.publishing.publication import Publication
from mkdocs_adapter.collector import collector_at_rest


@collector_at_rest()
def write_search_index(site_dir: Path, publication: Publication, written: Iterable[HandWritten]) -> None:
    """Write the index of everything that is published; `written` are the hand-written pages that may be found."""
    for path, content in create_search_files(publication.site, written).items():
        target = site_dir / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content, encoding="utf-8", newline="")
