"""One record as JSON: what all records have, what its type has besides, and what it is connected to."""

from typing import Any

from knowledge_hub.catalogue.catalogue import Catalogue
from knowledge_hub.data.json_text import JsonObject, JsonWriter
from knowledge_hub.data.public_fields import RETOLD, own_fields_of, public_fields
from knowledge_hub.records import Record, Source

COMMON = tuple(field for field in public_fields(Record) if field.name not in RETOLD)
_FIRST = ("id", "title", "summary", "status")


def create_record_text(catalogue: Catalogue, record: Record, facets: str, writer: JsonWriter, site_url: str) -> str:
    """Return a record as a JSON object; its shape is that of record_schema.py.

    `facets` are JSON already. `site_url` is where the hub is published, "" where that isn't known: then there is no
    absolute address.
    """
    common = writer.object_of(record, COMMON)
    if record.replaced_by and not writer.has(record.type, record.replaced_by):
        del common["replaced_by"]
    if record.review and record.status == "archived":
        # Nobody looks after it any more.
        common["review"] = {name: day for name, day in record.review if name != "owner"}
    values: JsonObject = {"type": record.type, **{name: common.pop(name) for name in _FIRST}}
    values |= addresses(record.address, site_url)
    values |= common
    connections = ",".join([writer.write_link(other, reason) for other, reason in catalogue.connections(record)])
    fields = writer.write(writer.object_of(record, own_fields_of(type(record))))
    return f'{writer.write(values)[:-1]},"facets":{facets},"connections":[{connections}],"fields":{fields}}}'


def create_source_text(catalogue: Catalogue, source: Source, writer: JsonWriter) -> str:
    """Return a source as a JSON object, with the records that rest on it; its url is where it can be read itself."""
    citations = catalogue.source_citations(source.id)
    used_by = [{"type": use.record.type, "id": use.record.id, "supports": use.supports} for use in citations]
    own = writer.object_of(source, public_fields(Source))
    return writer.write({"id": source.id, "address": f"sources/#{source.id}", **own, "used_by": used_by})


def addresses(address: str, site_url: str) -> dict[str, str]:
    """Return the address of a page below the hub's own, and the whole one where the hub's is known."""
    return {"address": address, "url": f"{site_url}{address}"} if site_url else {"address": address}


def facets_of(catalogue: Catalogue, record: Record) -> dict[str, Any]:
    """Return by which values of which facets a record is found, as the pages for browsing list it."""
    values = ((facet.slug, record.facet_ids(facet.field)) for facet in catalogue.facets)
    return {slug: ids for slug, ids in values if ids}
