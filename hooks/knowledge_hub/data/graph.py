"""The whole catalogue as a graph: records, and what connects them."""

from collections.abc import Iterator

from knowledge_hub.catalogue.catalogue import Catalogue
from knowledge_hub.data.json_text import JsonObject, JsonWriter
from knowledge_hub.data.record_texts import addresses, facets_of
from knowledge_hub.records import Record


def create_graph_text(catalogue: Catalogue, writer: JsonWriter, site_url: str) -> str:
    """Return nodes (records, archived ones too) and edges (one for each two that are connected) as JSON."""
    nodes = ",".join(writer.write(_node(catalogue, record, site_url)) for record in catalogue.records)
    # A record's edges at a time: all of them at once take several times as long in a large library.
    edges = ",".join(writer.write(edges)[1:-1] for edges in _edges(catalogue) if edges)
    return f'{{"nodes":[{nodes}],"edges":[{edges}]}}'


def _node(catalogue: Catalogue, record: Record, site_url: str) -> JsonObject:
    node: JsonObject = {"key": _key(record), "type": record.type, "id": record.id, "title": record.title}
    node |= {"status": record.status, "evidence": record.evidence.status, **addresses(record.address, site_url)}
    if record.review:
        node["reviewed_on"] = record.review.reviewed_on
    return {**node, "facets": facets_of(catalogue, record)}


def _edges(catalogue: Catalogue) -> Iterator[list[JsonObject]]:
    """Yield the edges of each record to those before it, so that each is told once, with its reason on either page."""
    place = {id(record): number for number, record in enumerate(catalogue.records)}
    keys = [_key(record) for record in catalogue.records]
    first_reasons: dict[tuple[int, int], str] = {}
    for number, record in enumerate(catalogue.records):
        edges = []
        for other, reason in catalogue.connections(record):
            target = place[id(other)]
            if target > number:
                first_reasons[number, target] = reason
            else:
                first = first_reasons.pop((target, number))
                edges.append({"from": keys[target], "to": keys[number], "reason": first, "reverse_reason": reason})
        yield edges


def _key(record: Record) -> str:
    return f"{record.type}:{record.id}"
