"""Makes the search index of a build, once the text of its hand-written pages is known, and writes it."""

from collections.abc import Mapping
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from knowledge_hub.collector import collector_at_rest
from knowledge_hub.keeping import Store
from knowledge_hub.publishing.publication import Publication
from knowledge_hub.publishing.site_folder.finished_files import Finished, FinishedFiles
from knowledge_hub.publishing.site_folder.program_files import ProgramFileWriter, write_program_files
from knowledge_hub.side_by_side import MANY_RECORDS, Aside

# What is known of the files that were written by the process that made the index.
WrittenAside = Mapping[str, Finished]


def start_search_index(config: MkDocsConfig, programs: ProgramFileWriter) -> Aside[WrittenAside]:
    """Begin to make the index of everything that is published, with the hand-written pages that were read so far.

    A process of its own writes it, and then helps to write the files for programs.
    """
    publication: Publication = config.extra["hub_publication"]
    store: Store = config.extra["hub_store"]
    finished: FinishedFiles = config.extra["hub_finished"]
    is_large = len(publication.site.catalogue.records) >= MANY_RECORDS

    @collector_at_rest()
    def make() -> WrittenAside:
        # What counts in large arrays takes long to load; where the index is large, only the second process needs it.
        from knowledge_hub.pages.search.search_index import create_search_files  # noqa: PLC0415

        with store.apart().kept() as kept:
            files = create_search_files(publication.site, config.extra["hub_texts"], kept)
        index = {path: content.encode() for path, content in files.items()}
        write_program_files(Path(config.site_dir), index, finished)
        return finished.give([*index, *programs.write()])

    return Aside(make, at_once=is_large)
