"""Which pictures and documents are published with each record, made ready for the web."""

from collections.abc import Iterable, Mapping

from knowledge_hub.library.library import Library
from knowledge_hub.record_files.kinds import is_picture_name
from knowledge_hub.record_files.shelf import (
    Cache,
    PublishedDocument,
    PublishedPicture,
    Shelf,
    create_document,
    create_picture,
    published_files,
)
from knowledge_hub.records import Record


def create_shelves(records: Iterable[Record], library: Library, cache: Cache) -> dict[str, Shelf]:
    """Return the shelf of each record that has files, by the record's address."""
    return {
        record.address: _create_shelf(record, library, cache)
        for record in records
        if (type(record).folder, record.id) in library.files
    }


def find_shelf_files(shelves: Mapping[str, Shelf]) -> dict[str, bytes]:
    """Return the bytes of every shelf's files by address."""
    return {address: content for shelf in shelves.values() for address, content in published_files(shelf).items()}


def _create_shelf(record: Record, library: Library, cache: Cache) -> Shelf:
    # A folder of its own: the record's page, its parts and its packs stand beside it.
    folder = f"{record.address}files/"
    credits_by_file = {picture.file: picture.credit or "" for picture in record.pictures}
    shelf: dict[str, PublishedPicture | PublishedDocument] = {}
    for name, file in library.files[type(record).folder, record.id].items():
        if is_picture_name(name):
            shelf[name] = create_picture(name, file.read(), folder, credits_by_file.get(name, ""), cache)
        else:
            shelf[name] = create_document(name, file.read(), folder)
    return shelf
