"""The kinds of file that may lie beside a record, by the ending of the name, and what to do with every other."""

import re
from typing import NamedTuple


class FileKind(NamedTuple):
    """One kind of file: what readers call it, and whether it is shown as a picture."""

    label: str
    is_picture: bool = False


KINDS = {
    "png": FileKind("PNG", is_picture=True),
    "jpg": FileKind("JPEG", is_picture=True),
    "jpeg": FileKind("JPEG", is_picture=True),
    "webp": FileKind("WebP", is_picture=True),
    "pdf": FileKind("PDF"),
    "docx": FileKind("Word"),
    "xlsx": FileKind("Excel"),
    "pptx": FileKind("PowerPoint"),
    "csv": FileKind("CSV"),
    "txt": FileKind("Text"),
}
MOST_BYTES = 10_000_000
LONGEST_NAME = 80
NAME = re.compile(rf"[a-z0-9]+(?:-[a-z0-9]+)*\.(?:{'|'.join(KINDS)})")

_AS_PICTURE = "Open it, and save it as JPG (photos) or PNG (drawings and screenshots)."
_MENDS = {
    **dict.fromkeys(("gif", "heic", "heif", "tif", "tiff", "bmp", "avif"), _AS_PICTURE),
    "svg": f"An SVG can hold programs. {_AS_PICTURE}",
    "doc": "Open it, and save it as .docx or as PDF.",
    "docm": "It can hold macros. Open it, and save it as .docx or as PDF.",
    "xls": "Open it, and save it as .xlsx.",
    "xlsm": "It can hold macros. Open it, and save it as .xlsx.",
    "ppt": "Open it, and save it as .pptx or as PDF.",
    "pptm": "It can hold macros. Open it, and save it as .pptx or as PDF.",
    "zip": "Nobody can see what is in it before opening it. Put the files themselves here.",
    **dict.fromkeys(("html", "htm"), "A web page can hold programs. Save it as PDF, or link to its address."),
}


def kind_of(name: str) -> FileKind | None:
    """Return the kind that the ending of a file name says, None for one that may not be here."""
    return KINDS.get(name.rpartition(".")[2].lower()) if "." in name else None


def is_picture_name(name: str) -> bool:
    """Tell whether the ending of a file name is that of a picture."""
    kind = kind_of(name)
    return kind is not None and kind.is_picture


def explain_kind(name: str) -> str:
    """Return what to do with a file whose kind may not be here."""
    mend = _MENDS.get(name.rpartition(".")[2].lower(), "")
    return mend or f"Use one of these: {', '.join(KINDS)}."


def size_words(size: int) -> str:
    """Return a size in bytes in words, such as "34 kB" or "1.2 MB"."""
    if size < 999_500:
        return f"{max(1, round(size / 1000))} kB"
    return f"{size / 1_000_000:.1f} MB".replace(".0 MB", " MB")
