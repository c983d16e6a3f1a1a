"""Makes files, each only when something changed that it depends on.

Making is slow beside looking up, so a file is kept under a hash of its own data, the makers' code
and templates, and the libraries' versions.
"""

import hashlib
import importlib.metadata
import json
from collections.abc import Callable
from dataclasses import asdict, replace
from functools import cache
from pathlib import Path

from knowledge_hub.exports.documents.card import Card
from knowledge_hub.exports.documents.document import Document, Look
from knowledge_hub.exports.documents.sheet import Sheet
from knowledge_hub.exports.pack_files import Cache
from knowledge_hub.exports.writers.card import create_card
from knowledge_hub.exports.writers.excel import create_workbook
from knowledge_hub.exports.writers.pdf import create_pdf
from knowledge_hub.exports.writers.word import create_word

_HERE = Path(__file__).parent
_LIBRARIES = ("typst", "fonttools", "regex", "python-docx", "lxml", "xlsxwriter", "pillow")


class FileMaker:
    """Makes or looks up files; `missing` has the letters that a file couldn't show, by the file's source."""

    def __init__(self, cache: Cache, look: Look | None = None) -> None:
        self.missing: dict[str, set[str]] = {}
        self._cache = cache
        self._look = look or Look()

    def pdf(self, document: Document) -> bytes:
        """Return a document as PDF; one that lacks letters is made each time, so that each build says so."""
        document = replace(document, look=self._look)
        key = _key("pdf", document.as_json())
        kept = self._cache.get(key)
        if kept is not None:
            return kept
        made = create_pdf(document)
        if made.missing:
            self.missing.setdefault(document.source, set()).update(made.missing)
        else:
            self._cache[key] = made.content
        return made.content

    def word(self, document: Document) -> bytes:
        """Return a worksheet as Word file."""
        document = replace(document, look=self._look)
        return self._look_up("word", document.as_json(), lambda: create_word(document))

    def excel(self, title: str, author: str, sheets: list[Sheet]) -> bytes:
        """Return tables as Excel file."""
        data = json.dumps([title, author, *map(asdict, sheets)], ensure_ascii=False)
        return self._look_up("excel", data, lambda: create_workbook(title, author, sheets))

    def card(self, card: Card) -> bytes:
        """Return a card as PNG file."""
        return self._look_up("card", card.as_json(), lambda: create_card(card))

    def _look_up(self, kind: str, data: str, make: Callable[[], bytes]) -> bytes:
        key = _key(kind, data)
        kept = self._cache.get(key)
        if kept is None:
            kept = self._cache[key] = make()
        return kept


def _key(kind: str, data: str) -> str:
    return hashlib.sha256(f"{kind}\n{_makers()}\n{data}".encode()).hexdigest()


@cache
def _makers() -> str:
    """Return a hash of everything but the data that decides what a file looks like."""
    digest = hashlib.sha256()
    for library in _LIBRARIES:
        digest.update(f"{library} {importlib.metadata.version(library)}\n".encode())
    for path in sorted(_HERE.rglob("*")):
        if path.suffix in {".py", ".typ", ".css", ".ttf"}:
            digest.update(path.read_bytes())
    return digest.hexdigest()
