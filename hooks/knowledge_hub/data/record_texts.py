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
    told = f"{{{first},{write_addresses(record.address, site_url)},{writer.write_fields(values, _REST)}"
    connections = writer.write_links(catalogue.reasons_of(record))
    fields = writer.write_fields(values, all_own(type(record)))
    return f'{told},"facets":{facets},"connections":{connections},"fields":{{{fields}}}}}'


def create_source_text(catalogue: Catalogue, source: Source, writer: JsonWriter) -> str:
    """Return a source as a JSON object, with the records that rest on it; its url is where it can be read itself."""
    used_by = [
        f'{{"type":{write_text(use.record.type)},"id":{write_text(use.record.id)},"supports":{writer.write(use.supports)}}}'
        for use in catalogue.source_citations(source.id)
    ]
    first = f'"id":{write_text(source.id)},"address":{write_text(f"sources/#{source.id}")}'
    return f'{{{first},{writer.write_fields(source.__dict__, _OF_SOURCE)},"used_by":[{",".join(used_by)}]}}'


def write_addresses(address: str, site_url: str) -> str:
    """Return the address of a page below the hub's own, and the whole one where the hub's is known, as in an object."""
    told = f'"address":{write_text(address)}'
    return f'{told},"url":{write_text(f"{site_url}{address}")}' if site_url else told


def create_facets_text(catalogue: Catalogue, record: Record, write_facet: Callable[[str, tuple[str, ...]], str]) -> str:
    """Return by which values of which facets a record is found, as the pages for browsing list it."""
    told = [write_facet(facet.slug, ids) for facet, ids in catalogue.facet_values(record)]
    return f"{{{','.join(told)}}}"
