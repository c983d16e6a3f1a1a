"""A thing as linked data: its type by schema.org, and what is said of it."""

import json
from collections.abc import Sequence
from json.encoder import encode_basestring
from typing import Any, NamedTuple


class Node(str):
    """A thing as finished JSON: what many pages say is written once."""

    __slots__ = ()


class LinkedPage(NamedTuple):
    """What is known of a page before anything is said of it: its address below the root, and its texts."""

    address: str
    title: str
    description: str


def create_node(kind: str | Sequence[str], **said: Any) -> Node:
    """Return a node without what isn't known: an empty value would say that there is none."""
    parts = [f',"{name}":{_write(value)}' for name, value in said.items() if value]
    return Node(f'{{"@type":{_write(kind)}{"".join(parts)}}}')


def name_node(address: str) -> Node:
    """Return what stands for the thing at an address."""
    return Node(f'{{"@id":{encode_basestring(address)}}}')


def _write(value: Any) -> str:
    kind = type(value)
    if kind is str:
        return encode_basestring(value)
    if isinstance(value, Node):
        return value
    if kind is list or kind is tuple:
        return f"[{','.join(map(_write, value))}]"
    return str(value) if kind is int else json.dumps(value, ensure_ascii=False)
