"""What a page says of itself to machines, as one block of JSON-LD for its head."""

from markupsafe import Markup

from knowledge_hub.linked_data.hub import LinkedHub
from knowledge_hub.linked_data.node import LinkedPage, Node
from knowledge_hub.linked_data.pages import describe_page
from knowledge_hub.linked_data.trail import describe_trail

_BLOCK = '<script type="application/ld+json">{{"@context":"https://schema.org","@graph":[{}]}}</script>'


def create_linked_data(hub: LinkedHub, page: LinkedPage) -> Markup:
    """Return the block of a page: what it is, and the way to it."""
    return write_block([node for node in (describe_page(hub, page), describe_trail(hub, page)) if node])


def write_block(nodes: list[Node]) -> Markup:
    """Return nodes as an element that browsers neither run nor show."""
    # Without "<", no text ends the element or begins a comment in it (HTML, 4.12.1.3).
    return Markup(_BLOCK.format(",".join(nodes).replace("<", "\\u003c")))  # noqa: S704 -- see above
