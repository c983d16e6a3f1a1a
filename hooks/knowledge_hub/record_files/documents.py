"""Looks into PDF, Office and text files for what can act on a reader's computer.

This finds what is there openly. A document can hide more than any such look finds, so nothing
here is a reason to publish the document of somebody unknown without opening it.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from knowledge_hub.record_files.fault import FileFault, not_what_it_says

# ISO 32000-1: actions that run programs (12.6.4.5, 12.6.4.16), files inside (7.11.4), encryption (7.6).
_PDF_ACTS = re.compile(rb"/(JavaScript|JS|Launch|EmbeddedFile|EmbeddedFiles|Encrypt|XFA)\b")
_PDF_NAME_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
_PDF_STREAM = re.compile(rb"/ObjStm\b.{0,400}?\bstream\r?\n", re.DOTALL)
_MOST_INFLATED = 20_000_000

# ECMA-376 part 2: where the main part of each kind of package lies.
_MAIN_PARTS = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml", "pptx": "ppt/presentation.xml"}
_OFFICE_ACTS = re.compile(r"vbaProject|/embeddings/|/activeX/|/externalLinks/|\.bin$", re.IGNORECASE)
_TEMPLATE_FROM_OUTSIDE = re.compile(rb'(?:attachedTemplate|oleObject|frame)"[^>]*TargetMode="External"')
_MOST_PARTS = 3000

_TEXT_ACTS = re.compile(r"<(?:!doctype|html|script|svg|iframe)\b", re.IGNORECASE)
# A spreadsheet program takes such a cell for a formula; a number may start with a sign.
_FORMULA = re.compile(r"(?:^|[,;\t])\s*\"?(?:[=@]|[+-](?![\d.,]))", re.MULTILINE)


def find_pdf_fault(data: bytes, name: str) -> FileFault | None:
    """Return why a PDF can't be published, None where nothing was found."""
    if not data.startswith(b"%PDF-") or b"%%EOF" not in data[-2048:]:
        return not_what_it_says(name)
    for part in (data, *_inflate_objects(data)):
        if found := _PDF_ACTS.search(_PDF_NAME_ESCAPE.sub(lambda escape: bytes([int(escape[1], 16)]), part)):
            message = f"“{name}” has something in it that acts or is locked ({found[1].decode()})."
            return FileFault("file-content", message, "Open it, print it to a new PDF, and replace it.")
    return None


def _inflate_objects(data: bytes) -> Iterator[bytes]:
    """Yield the object streams (7.5.7), in which names stand compressed."""
    left = _MOST_INFLATED
    for match in _PDF_STREAM.finditer(data):
        try:
            part = zlib.decompressobj().decompress(data[match.end() :], max(left, 1))
        except zlib.error:
            continue
        left -= len(part)
        yield part


def find_office_fault(data: bytes, name: str) -> FileFault | None:
    """Return why an Office file can't be published, None where nothing was found."""
    main = _MAIN_PARTS[name.rpartition(".")[2].lower()]
    try:
        # A package starts with its first part; something before it would be a file in a file.
        if not data.startswith(b"PK\x03\x04"):
            return not_what_it_says(name)
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return _find_package_fault(package, main, name)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError):
        return not_what_it_says(name)


def _find_package_fault(package: zipfile.ZipFile, main: str, name: str) -> FileFault | None:
    parts = package.infolist()
    names = {part.filename for part in parts}
    if main not in names or "[Content_Types].xml" not in names:
        return not_what_it_says(name)
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > 10 * _MOST_INFLATED:
        message = f"“{name}” would be very large once it is opened."
        return FileFault("file-content", message, "Make it smaller: fewer pages, or smaller pictures in it.")
    related = [part for part in parts if part.filename.endswith((".rels", "[Content_Types].xml"))]
    texts = [package.open(part).read(_MOST_INFLATED) for part in related]
    acts = any(_OFFICE_ACTS.search(part) or ".." in part or part.startswith("/") for part in names)
    if acts or any(b"macroEnabled" in text or _TEMPLATE_FROM_OUTSIDE.search(text) for text in texts):
        message = f"“{name}” has macros or other files in it, or fetches some from elsewhere."
        return FileFault("file-content", message, "Save it without them, or as PDF, and replace it.")
    return None


def find_text_fault(data: bytes, name: str) -> FileFault | None:
    """Return why a text or a table can't be published, None where nothing was found."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return FileFault("file-content", f"“{name}” isn’t saved as UTF-8.", "Save it again with the encoding UTF-8.")
    if "\0" in text or _TEXT_ACTS.search(text):
        return not_what_it_says(name)
    if name.endswith(".csv") and (found := _FORMULA.search(text)):
        line = text.count("\n", 0, found.end()) + 1
        message = f"A cell in line {line} of “{name}” starts like a formula."
        return FileFault("file-content", message, "Save the values, not the formulas; no cell starts with = + - or @.")
    return None
