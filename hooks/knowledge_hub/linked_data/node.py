"""A thing as linked data: its type by schema.org, and what is said of it."""

from collections.abc import Sequence
from typing import Any, NamedTuple

Node = dict[str, Any]


class LinkedPage(NamedTuple):
    """What is known of a page before anything is said of it: its address below the root, and its texts."""

    address: str
    title: str
    description: str


def create_node(kind: str | Sequence[str], **said: Any) -> Node:
    """Return a node without what isn't known: an empty value would say that there is none."""
    return {"@type": kind, **{name: value for name, value in said.items() if value}}
