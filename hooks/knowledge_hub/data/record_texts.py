"""One record as JSON: what all records have, what its type has besides, and what it is connected to."""

from collections.abc import Callable

from knowledge_hub.catalogue.catalogue import Catalogue
from knowledge_hub.data.json_text import JsonWriter, write_text
from knowledge_hub.data.public_fields import RETOLD, all_own, choose, public_fields
from knowledge_hub.records import Record, Source

COMMON = tuple(field for field in public_fields(Record) if field.name not in RETOLD)
_FIRST_NAMES = ("id", "title", "summary", "status")
_FIRST = choose(field for field in COMMON if field.name in _FIRST_NAMES)
_REST = choose(field for field in COMMON if field.name not in _FIRST_NAMES)
_OF_SOURCE = choose(field for field in public_fields(Source) if field.name != "id")


def create_record_text(catalogue: Catalogue, record: Record, facets: str, writer: JsonWriter, site_url: str) -> str:
    """Return a record as a JSON object; its shape is that of record_schema.py.

    `facets` are JSON already. `site_url` is where the hub is published, "" where that isn't known: then there is no
    absolute address.
    """
    values = record.__dict__
    if record.replaced_by and not writer.has(record.type, record.replaced_by):
        values = {**values, "replaced_by": None}
    if record.review and record.status == "archived":
        # Nobody looks after it any more.
        values = {**values, "review": {name: day for name, day in record.review if name != "owner"}}
    first = f'"type":{write_text(record.type)},{writer.write_fields(values, _FIRST)}'
    told = f"{{{first},{writer.write(addresses(record.address, site_url))[1:-1]},{writer.write_fields(values, _REST)}"
    connections = writer.write_links(catalogue.reasons_of(record))
    fields = writer.write_fields(values, all_own(type(record)))
    return f'{told},"facets":{facets},"connections":{connections},"fields":{{{fields}}}}}'


def create_source_text(catalogue: Catalogue, source: Source, writer: JsonWriter) -> str:
    """Return a source as a JSON object, with the records that rest on it; its url is where it can be read itself."""
    citations = catalogue.source_citations(source.id)
    used_by = [{"type": use.record.type, "id": use.record.id, "supports": use.supports} for use in citations]
    first = writer.write({"id": source.id, "address": f"sources/#{source.id}"})
    own = writer.write_fields(source.__dict__, _OF_SOURCE)
    return f'{first[:-1]},{own},"used_by":{writer.write(used_by)}}}'


def addresses(address: str, site_url: str) -> dict[str, str]:
    """Return the address of a page below the hub's own, and the whole one where the hub's is known."""
    return {"address": address, "url": f"{site_url}{address}"} if site_url else {"address": address}


def create_facets_text(catalogue: Catalogue, record: Record, write_facet: Callable[[str, tuple[str, ...]], str]) -> str:
    """Return by which values of which facets a record is found, as the pages for browsing list it."""
    told = [write_facet(facet.slug, ids) for facet, ids in catalogue.facet_values(record)]
    return f"{{{','.join(told)}}}"
