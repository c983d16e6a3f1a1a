"""The formats in which works are published, each with its ending, and how entries become one file."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from knowledge_hub.citations.bibtex import render_entry
from knowledge_hub.citations.csl_json import render_item
from knowledge_hub.citations.ris import render_reference
from knowledge_hub.citations.work import Work


@dataclass(frozen=True, slots=True)
class Format:
    """One format: its name, the ending of its files, how a work is written, and what stands around and between."""

    name: str
    ending: str
    render: Callable[[Work], str]
    start: str = ""
    between: str = ""
    end: str = ""

    def join(self, entries: Iterable[str]) -> bytes:
        """Return a whole file of rendered works; its line ends are those of the format."""
        return f"{self.start}{self.between.join(entries)}{self.end}".encode()


RIS = Format("RIS", "ris", render_reference, between="\r\n")
BIBTEX = Format("BibTeX", "bib", render_entry, between="\n")
CSL_JSON = Format("CSL-JSON", "json", render_item, start="[\n", between=",\n", end="\n]\n")
FORMATS = (RIS, BIBTEX, CSL_JSON)
