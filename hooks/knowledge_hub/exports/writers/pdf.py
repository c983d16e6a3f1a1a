"""Documents to tagged PDF (PDF/UA-1, ISO 14289-1) by Typst.

Typst refuses what would make such a file inaccessible. A letter that none of our fonts has is
replaced by a box and reported, so that one name in another script doesn't stop a whole site.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import typst

from knowledge_hub.exports.documents.document import Document
from knowledge_hub.exports.writers.letters import FONTS, find_composed, find_missing, with_boxes

_HERE = Path(__file__).parent
_TEMPLATE = _HERE / "typst" / "document.typ"
_NOT_SHOWN = "could not be displayed"


@dataclass(frozen=True, slots=True)
class PdfFile:
    """The bytes of a PDF, and the letters that it couldn't show."""

    content: bytes
    missing: tuple[str, ...] = ()


def create_pdf(document: Document) -> PdfFile:
    """Return the document as PDF/UA-1, the same bytes for the same document."""
    data = document.as_json()
    missing = find_missing(data)
    try:
        return _create(data, missing)
    except typst.TypstError as error:
        if _NOT_SHOWN not in str(error):
            raise
        # Typst may look for the parts of a letter in different fonts, such as an a with an Arabic sign below it.
        return _create(data, missing | find_composed(data))


def _create(data: str, missing: frozenset[str]) -> PdfFile:
    if missing:
        data = json.dumps(with_boxes(json.loads(data), missing), ensure_ascii=False, sort_keys=True)
    return PdfFile(_compile(data), tuple(sorted(missing)))


def _compile(data: str) -> bytes:
    return typst.compile(
        _TEMPLATE,
        root=_HERE / "typst",
        font_paths=_fonts(),
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"data": data},
        pdf_standards=["ua-1"],
    )


@cache
def _fonts() -> typst.Fonts:
    """Return the hub's own fonts; never what a machine or Typst happens to have, of which we can't tell the letters."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
