"""What the files of an index say of a document beside its words: title and card as JSON, and its place among all."""

import json
from collections.abc import Iterable

from knowledge_hub.search.document import Document

Order = tuple[int, str, str, str]

_BEFORE_ALL = "0000-00-00"

# Return JSON without a needless character.
write_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def write_texts(texts: Iterable[str]) -> str:
    """Return a list of texts as JSON; each by itself is written several times as fast as a list."""
    return f"[{','.join(map(write_json, texts))}]"


def find_order(document: Document) -> Order:
    """Return what documents are sorted by: the newest review first, then by title."""
    day = int((document.reviewed or _BEFORE_ALL).replace("-", ""))
    return (-day, document.card.title.casefold(), document.card.address, document.card.type)


def write_title(document: Document) -> str:
    """Return what a suggestion shows: address, title, kind, and the sections with their places."""
    card = document.card
    sections = [[section.place, section.title] for section in document.sections]
    return write_json([card.address, card.title, card.kind, sections])


def write_card(document: Document) -> str:
    """Return what a result shows beside that: type, summary, facts and picture."""
    card = document.card
    return write_json([card.type, card.summary, list(card.facts), list(card.picture) if card.picture else 0])
