"""Documents to tagged PDF (PDF/UA-1, ISO 14289-1) by Typst.

Typst refuses what would make such a file inaccessible. A letter that none of our fonts has is
replaced by a box and reported, so that one name in another script doesn't stop a whole site.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast

import typst

from knowledge_hub.exports.documents.document import Document
from knowledge_hub.exports.writers.letters import FONTS, find_composed, find_missing, find_shown, with_boxes

_HERE = Path(__file__).parent
_TEMPLATE = _HERE / "typst" / "document.typ"
_NOT_SHOWN = "could not be displayed"
# Sizes of letters in points, the usual one first. Smaller ones can save a last page, larger ones can fill it.
_SIZES = (10.5, 10.25, 10, 9.75, 10.75, 11, 11.25)
_LEAST_FILLED = 0.25


@dataclass(frozen=True, slots=True)
class PdfFile:
    """The bytes of a PDF, and the letters that it couldn't show."""

    content: bytes
    missing: tuple[str, ...] = ()


def create_pdf(document: Document) -> PdfFile:
    """Return the document as PDF/UA-1, the same bytes for the same document."""
    data = document.as_json()
    # The JSON itself would join what begins a text to the quotation mark or escape before it; a line end joins nothing.
    shown = "\n".join(find_shown(json.loads(data)))
    missing = find_missing(shown)
    try:
        return _create(data, missing)
    except typst.TypstError as error:
        if _NOT_SHOWN not in str(error):
            raise
        # Typst may look for the parts of a letter in different fonts, such as an a with an Arabic sign below it.
        return _create(data, missing | find_composed(shown))


def _create(data: str, missing: frozenset[str]) -> PdfFile:
    if missing:
        data = json.dumps(with_boxes(json.loads(data), missing), ensure_ascii=False, sort_keys=True)
    return PdfFile(_compile(data), tuple(sorted(missing)))


def _compile(data: str) -> bytes:
    sized = (_compiler(data, size) for size in _SIZES)
    compiler = next((compiler for compiler in sized if _ends_well(compiler)), _compiler(data, _SIZES[0]))
    # A PDF is one file; other formats have one a page.
    return cast("bytes", compiler.compile(format="pdf", pdf_standards=["ua-1"]))


def _compiler(data: str, size: float) -> typst.Compiler:
    return typst.Compiler(
        _TEMPLATE,
        root=_HERE / "typst",
        font_paths=load_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"data": data, "size": str(size)},
    )


def _ends_well(compiler: typst.Compiler) -> bool:
    """Tell whether the last page is worth its paper; sheets, which have a page each, say nothing of their end."""
    ends = json.loads(compiler.query("<end>", field="value"))
    return all(end["page"] == 1 or end["filled"] >= _LEAST_FILLED for end in ends)


@cache
def load_fonts() -> typst.Fonts:
    """Return the hub's own fonts; never what a machine or Typst happens to have, of which we can't tell the letters."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
