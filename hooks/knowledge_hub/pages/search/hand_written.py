"""A hand-written page as search is told of it."""

from typing import NamedTuple

from knowledge_hub.records import Guide
from knowledge_hub.records.own_page import OwnPage


class HandWritten(NamedTuple):
    """A hand-written page as the adapter knows it: where it is, what it is, its text as HTML."""

    address: str
    item: Guide | OwnPage
    html: str
