"""Writes the search index of a build, once the text of its hand-written pages is known."""

from collections.abc import Iterable
from pathlib import Path

from knowledge_hub.pages.search.search_index import HandWritten, create_search_files
from knowledge_hub.publishing.publication import Publication
from knowledge_hub.publishing.site_folder.finished_files import FinishedFiles
from knowledge_hub.publishing.site_folder.program_files import write_program_files
from mkdocs_adapter.collector import collector_at_rest


@collector_at_rest()
def write_search_index(
    site_dir: Path, publication: Publication, written: Iterable[HandWritten], finished: FinishedFiles
) -> None:
    """Write the index of everything that is published; `written` are the hand-written pages that may be found."""
    files = create_search_files(publication.site, written)
    write_program_files(site_dir, {path: content.encode() for path, content in files.items()}, finished)
