"""A record or page as the lists of upkeep name it."""

from dataclasses import dataclass

from knowledge_hub.catalogue.catalogue import Catalogue
from knowledge_hub.records import Record
from knowledge_hub.records.own_page import OwnPage


@dataclass(frozen=True, slots=True)
class Item:
    """`type` is the record's type ("page" for a hand-written one), `address` its page, `path` its file."""

    type: str
    title: str
    address: str
    path: str


def create_item(catalogue: Catalogue, record: Record | OwnPage) -> Item:
    """Return what lists need to know of a record or a hand-written page."""
    path = f"docs/{record.path}" if isinstance(record, OwnPage) else catalogue.source_paths[record.type, record.id]
    return Item(record.type, record.title, record.address, path)
