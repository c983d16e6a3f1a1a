"""The citation files of a library, made from nothing."""

from collections.abc import Mapping

from knowledge_hub.catalogue.catalogue import Catalogue
from knowledge_hub.citations.files import EntryWriter, add_citation_files, create_other_citation_files
from knowledge_hub.keeping import FileStore, Marked, fingerprint
from knowledge_hub.settings.settings import Settings


def create_citation_files(catalogue: Catalogue, settings: Settings) -> Mapping[str, bytes]:
    """Return every citation file by its path."""
    files, writer, parts = FileStore(), EntryWriter(catalogue, settings), []
    files.update(create_other_citation_files(catalogue, settings))
    for record in catalogue.records:
        mark = fingerprint(record.type, record.id)
        parts.append(Marked(mark, files.parts.put(mark, None, writer.write(record))))
    add_citation_files(catalogue.records, files, parts, first=0)
    return files
