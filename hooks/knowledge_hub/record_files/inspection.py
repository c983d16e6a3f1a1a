"""Whether a file is what its name says, and holds nothing that acts: bytes in, a fault with its mend or None out.

A file of a stranger may be made to look harmless, so the content decides, not the ending.
"""

from collections.abc import Callable

from knowledge_hub.record_files.documents import find_office_fault, find_pdf_fault, find_text_fault
from knowledge_hub.record_files.fault import FileFault
from knowledge_hub.record_files.kinds import MOST_BYTES, explain_kind, kind_of, size_words
from knowledge_hub.record_files.pictures import find_picture_fault

_INSPECTORS: dict[str, Callable[[bytes, str], FileFault | None]] = {
    **dict.fromkeys(("png", "jpg", "jpeg", "webp"), find_picture_fault),
    **dict.fromkeys(("docx", "xlsx", "pptx"), find_office_fault),
    **dict.fromkeys(("csv", "txt"), find_text_fault),
    "pdf": find_pdf_fault,
}


def find_kind_fault(name: str, size: int) -> FileFault | None:
    """Return why a file of this name and size in bytes can't be taken, before it is read; None where it can."""
    if kind_of(name) is None:
        return FileFault("file-kind", f"“{name}” is of a kind that can’t be published here.", explain_kind(name))
    if size > MOST_BYTES:
        message = f"“{name}” has {size_words(size)}, and at most {size_words(MOST_BYTES)} can be published."
        return FileFault("large-file", message, "Make it smaller: fewer pages, or smaller pictures in it.")
    if size == 0:
        return FileFault("file-content", f"“{name}” is empty.", "Put the file here again, or delete it.")
    return None


def find_content_fault(name: str, data: bytes) -> FileFault | None:
    """Return what is wrong with the content of a file whose kind is known, None where nothing is."""
    ending = name.rpartition(".")[2].lower()
    return _INSPECTORS[ending](data, name)
