"""The whole catalogue as a graph: records, and what connects them."""

from collections.abc import Iterator

from knowledge_hub.catalogue.catalogue import Catalogue
from knowledge_hub.data.json_text import JsonObject, JsonWriter
from knowledge_hub.data.record_texts import addresses, facets_of
from knowledge_hub.records import Record


def create_graph_text(catalogue: Catalogue, writer: JsonWriter, site_url: str) -> str:
    """Return nodes (records, archived ones too) and edges (one for each two that are connected) as JSON."""
    nodes = [_node(catalogue, record, site_url) for record in catalogue.records]
    return writer.write({"nodes": nodes, "edges": list(_edges(catalogue))})


def _node(catalogue: Catalogue, record: Record, site_url: str) -> JsonObject:
    node: JsonObject = {"key": _key(record), "type": record.type, "id": record.id, "title": record.title}
    node |= {"status": record.status, "evidence": record.evidence.status, **addresses(record.address, site_url)}
    if record.review:
        node["reviewed_on"] = record.review.reviewed_on
    return {**node, "facets": facets_of(catalogue, record)}


def _edges(catalogue: Catalogue) -> Iterator[JsonObject]:
    """Yield each connection once, with its reason as read on either page."""
    reasons: dict[str, dict[str, str]] = {}
    for record in catalogue.records:
        own = _key(record)
        reasons[own] = named = {}
        for other, reason in catalogue.connections(record):
            target = _key(other)
            if target in reasons:
                yield {"from": target, "to": own, "reason": reasons[target][own], "reverse_reason": reason}
            else:
                named[target] = reason


def _key(record: Record) -> str:
    return f"{record.type}:{record.id}"
