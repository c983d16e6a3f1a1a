"""The whole catalogue as a graph: records, and what connects them."""

import itertools
from collections.abc import Iterable, Iterator

from knowledge_hub.catalogue.catalogue import Catalogue
from knowledge_hub.data.json_text import WrittenTexts, write_text
from knowledge_hub.data.record_texts import write_addresses
from knowledge_hub.records import Record


def create_graph(catalogue: Catalogue, nodes: Iterable[bytes]) -> bytes:
    """Return nodes (records, archived ones too) and edges (one for each two that are connected) as JSON."""
    edges = ",".join(itertools.chain.from_iterable(_write_edges(catalogue)))
    return b'{"nodes":[%b],"edges":[%b]}' % (b",".join(nodes), edges.encode())


def create_node(catalogue: Catalogue, record: Record, facets: str, site_url: str) -> str:
    """Return the node of a record; `facets` are JSON already."""
    named = (
        f'"key":{write_text(catalogue.keys[id(record)])},"type":{write_text(record.type)},"id":{write_text(record.id)}'
    )
    about = f'"title":{write_text(record.title)},"status":{write_text(record.status)}'
    evidence = f'"evidence":{write_text(record.evidence.status)},{write_addresses(record.address, site_url)}'
    reviewed = f'"reviewed_on":"{record.review.reviewed_on.isoformat()}",' if record.review else ""
    return f'{{{named},{about},{evidence},{reviewed}"facets":{facets}}}'


def _write_edges(catalogue: Catalogue) -> Iterator[list[str]]:
    """Yield the edges of each record to those before it, so that each is told once, with its reason on either page."""
    keys = list(map(write_text, catalogue.listed_keys))
    said, written = catalogue.reasons, WrittenTexts()
    for place, (key, reasons) in enumerate(zip(keys, said, strict=True)):
        yield [
            f'{{"from":{keys[before]},"to":{key},'
            f'"reason":{written[said[before][place]]},"reverse_reason":{written[reason]}}}'
            for before, reason in reasons.items()
            if before < place
        ]
