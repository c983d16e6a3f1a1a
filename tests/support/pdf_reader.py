"""Reads out of a PDF what makes it readable for everyone."""

import io
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
import pypdf

from setup.programs.poppler import MISSING, has_poppler

# Where text of a page may stand, in points from below: between the margin and the footer.
_TOP, _BOTTOM = 11 * 72 - 0.8 * 72, 0.95 * 72


@dataclass(frozen=True)
class PdfFacts:
    """What a screen reader and a printer need of a PDF."""

    pages: int
    is_tagged: bool
    shows_title: bool
    title: str
    language: str
    ua_part: str
    tags: frozenset[str]
    fonts_without_file: frozenset[str]


def read_pdf(content: bytes) -> PdfFacts:
    """Return the facts of one PDF."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        root = pdf.Root
        with pdf.open_metadata() as metadata:
            ua_part, title = str(metadata.get("pdfuaid:part", "")), str(metadata.get("dc:title", ""))
        return PdfFacts(
            pages=len(pdf.pages),
            is_tagged=bool(root.get("/MarkInfo", {}).get("/Marked", False)),
            shows_title=bool(root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False)),
            title=title,
            language=str(root.get("/Lang", "")),
            ua_part=ua_part,
            tags=frozenset(_tags(root.StructTreeRoot)),
            fonts_without_file=frozenset(_fonts_without_file(pdf)),
        )


def find_fills(content: bytes) -> list[float]:
    """Return how far down the text of each page reaches, in parts of what it holds above the footer."""
    return [_find_fill(page) for page in pypdf.PdfReader(io.BytesIO(content)).pages]


def _find_fill(page: pypdf.PageObject) -> float:
    heights: list[float] = []

    def note(text: str, outer: list[float], inner: list[float], *_: object) -> None:
        if text.strip():
            heights.append(pypdf.mult(inner, outer)[5])

    page.extract_text(visitor_text=note)
    lowest = min((height for height in heights if height > _BOTTOM), default=_TOP)
    return (_TOP - lowest) / (_TOP - _BOTTOM)


def read_words(content: bytes, tmp_path: Path) -> str:
    """Return the text of a PDF with single spaces, as Poppler finds it."""
    assert has_poppler(), MISSING
    (tmp_path / "read.pdf").write_bytes(content)
    command = ["pdftotext", "-layout", str(tmp_path / "read.pdf"), "-"]
    return " ".join(subprocess.run(command, capture_output=True, check=True, text=True).stdout.split())


def _tags(element: Any) -> Iterator[str]:
    if isinstance(element, pikepdf.Array):
        for kid in element:
            yield from _tags(kid)
    elif isinstance(element, pikepdf.Dictionary):
        if "/S" in element:
            yield str(element.S)[1:]
        if "/K" in element:
            yield from _tags(element.K)


def _fonts_without_file(pdf: pikepdf.Pdf) -> Iterator[str]:
    for item in pdf.objects:
        if not isinstance(item, pikepdf.Dictionary) or item.get("/Type") != "/FontDescriptor":
            continue
        if not any(name in item for name in ("/FontFile", "/FontFile2", "/FontFile3")):
            yield str(item.FontName)
