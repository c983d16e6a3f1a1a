"""Documents to tagged PDF (PDF/UA-1, ISO 14289-1) by Typst.

Typst refuses what would make such a file inaccessible. A letter that none of its fonts has is
replaced by a box and reported, so that one name in another script doesn't stop a whole site.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import typst

from knowledge_hub.exports.documents.document import Document

_HERE = Path(__file__).parent
_TEMPLATE = _HERE / "typst" / "document.typ"
# Typst names one missing letter at a time, as a string of its own language.
_MISSING = re.compile(r'the text `"(?P<text>.+?)"` could not be displayed')
_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}")
_REPLACEMENT = "□"
_MOST_MISSING = 200


@dataclass(frozen=True, slots=True)
class PdfFile:
    """The bytes of a PDF, and the letters that it couldn't show."""

    content: bytes
    missing: tuple[str, ...] = ()


def create_pdf(document: Document) -> PdfFile:
    """Return the document as PDF/UA-1, the same bytes for the same document."""
    data = document.as_json()
    missing: list[str] = []
    while True:
        try:
            return PdfFile(_compile(data), tuple(missing))
        except typst.TypstError as error:
            letters = _missing_letters(str(error))
            if not letters or len(missing) >= _MOST_MISSING:
                raise
            missing.append(letters)
            for letter in letters:
                data = data.replace(letter, _REPLACEMENT)


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
    """Return the hub's own type and what Typst brings along; never what a machine happens to have."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[_HERE / "fonts"])


def _missing_letters(message: str) -> str:
    match = _MISSING.search(message)
    if match is None:
        return ""
    return _ESCAPE.sub(lambda escape: chr(int(escape[1], 16)), match["text"])
