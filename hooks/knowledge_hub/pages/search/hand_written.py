"""A hand-written page as search is told of it."""

from dataclasses import dataclass

from knowledge_hub.records import Guide
from knowledge_hub.records.own_page import OwnPage


@dataclass(frozen=True, slots=True)
class HandWritten:
    """A hand-written page as the adapter knows it: where it is, what it is, its text as HTML."""

    address: str
    item: Guide | OwnPage
    html: str
