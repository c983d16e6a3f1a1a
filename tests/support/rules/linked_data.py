"""Rules for what pages say of themselves to machines."""

import gzip
import json
import re
from collections.abc import Iterator
from typing import Any

from support.rules.schema_org import find_faults
from support.site_reader import BuiltPage

# All that machines are told in a page's head, and how much of it a page may have, in bytes of gzip.
_BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>\n?', re.DOTALL)
_PREVIEW = re.compile(r'<meta (?:property="(?:og|article):|name="twitter:)[^>]*>\n?')
_MOST = 3_000


def read_linked_data(html: str) -> list[dict[str, Any]]:
    """Return what the one block of a page says, each node of it; nothing where it has none."""
    blocks = _BLOCK.findall(html)
    assert len(blocks) <= 1
    return [node for block in blocks for node in json.loads(block)["@graph"]]


def list_faults(page: BuiltPage) -> Iterator[str]:
    """Yield what is wrong with the linked data of a page."""
    nodes = read_linked_data(page.html)
    if not nodes:
        yield f"{page.address} says nothing"
    for node in nodes:
        yield from (f"{page.address} {fault}" for fault in find_faults(node))


def find_weight(html: str) -> int:
    """Return by how many bytes of gzip a page is larger for all that it says to machines."""
    without = _PREVIEW.sub("", _BLOCK.sub("", html))
    return len(gzip.compress(html.encode())) - len(gzip.compress(without.encode()))


def is_heavy(page: BuiltPage) -> bool:
    """Tell whether a page says more to machines than readers should have to load."""
    return find_weight(page.html) >= _MOST
