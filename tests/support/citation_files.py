"""The citation files of a library, made from nothing."""

from collections.abc import Mapping

from knowledge_hub.catalogue.catalogue import Catalogue
from knowledge_hub.citations.files import Entries, EntryWriter, add_citation_files, create_other_citation_files
from knowledge_hub.keeping import FileStore, fingerprint
from knowledge_hub.settings.settings import Settings


def create_citation_files(catalogue: Catalogue, settings: Settings) -> Mapping[str, bytes]:
    """Return every citation file by its path."""
    files, writer, entries = FileStore(), EntryWriter(catalogue, settings), {}
    files.update(create_other_citation_files(catalogue, settings))
    for record in catalogue.records:
        mark = fingerprint(record.type, record.id)
        entries[record.type, record.id] = Entries(mark, files.parts.put(mark, None, writer.write(record)).places)
    add_citation_files(catalogue, files, entries)
    return files
