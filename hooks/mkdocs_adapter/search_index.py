"""Writes the search index of a build, once the text of its hand-written pages is known."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from knowledge_hub.collector import collector_at_rest
from knowledge_hub.keeping import Store
from knowledge_hub.publishing.publication import Publication
from knowledge_hub.publishing.site_folder.finished_files import FinishedFiles
from knowledge_hub.publishing.site_folder.program_files import write_program_files
from knowledge_hub.side_by_side import MANY_RECORDS, Aside


def start_search_index(config: MkDocsConfig) -> Aside[dict[str, bytes]]:
    """Begin to make the index of everything that is published, with the hand-written pages that were read so far."""
    publication: Publication = config.extra["hub_publication"]
    store: Store = config.extra["hub_store"]
    is_large = len(publication.site.catalogue.records) >= MANY_RECORDS

    @collector_at_rest()
    def make() -> dict[str, bytes]:
        # What counts in large arrays takes long to load; where the index is large, only the second process needs it.
        from knowledge_hub.pages.search.search_index import create_search_files  # noqa: PLC0415

        with store.apart().kept() as kept:
            files = create_search_files(publication.site, config.extra["hub_texts"], kept)
        return {path: content.encode() for path, content in files.items()}

    return Aside(make, at_once=is_large)


def write_search_index(site_dir: Path, index: Aside[dict[str, bytes]], finished: FinishedFiles) -> None:
    """Write the index, once it is made."""
    write_program_files(site_dir, index.result(), finished)
