"""The formats in which works are published, each with its ending, and how entries become one file."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from knowledge_hub.citations.bibtex import render_entry
from knowledge_hub.citations.csl_json import render_item
from knowledge_hub.citations.ris import render_reference
from knowledge_hub.citations.work import Work
from knowledge_hub.keeping import Joined, Texts


class Format(NamedTuple):
    """One format: its name, the ending of its files, how a work is written, and what stands around and between."""

    name: str
    ending: str
    render: Callable[[Work], str]
    start: bytes = b""
    between: bytes = b""
    end: bytes = b""

    def join(self, entries: Iterable[str]) -> bytes:
        """Return a whole file of rendered works; its line ends are those of the format."""
        return self.start + self.between.join(map(str.encode, entries)) + self.end

    def join_texts(self, texts: Sequence[Texts[None]], number: int) -> Joined:
        """Return a whole file of rendered works, each with a number among the texts of its record."""
        return Joined(texts, number, self.start, self.between, self.end)


RIS = Format("RIS", "ris", render_reference, between=b"\r\n")
BIBTEX = Format("BibTeX", "bib", render_entry, between=b"\n")
CSL_JSON = Format("CSL-JSON", "json", render_item, start=b"[\n", between=b",\n", end=b"\n]\n")
FORMATS = (RIS, BIBTEX, CSL_JSON)
