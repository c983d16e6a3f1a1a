"""The size of a logo, read from the file itself, so that a page keeps its place for it."""

import re
from pathlib import Path
from typing import NamedTuple

_PNG = b"\x89PNG\r\n\x1a\n"
_SVG_TAG = re.compile(r"<svg\b[^>]*>", re.IGNORECASE)
_VIEW_BOX = re.compile(
    r"""\bviewBox\s*=\s*["']\s*[-\d.e]+[\s,]+[-\d.e]+[\s,]+([\d.e]+)[\s,]+([\d.e]+)""", re.IGNORECASE
)
_SIDE = r"""\s{}\s*=\s*["']\s*([\d.]+)(?:px)?\s*["']"""


class Size(NamedTuple):
    """Width and height in pixels, or in any other unit where only their ratio counts."""

    width: float
    height: float


def read_size(path: Path) -> Size | None:
    """Return the size of an SVG or PNG file, None where it is neither or doesn't say."""
    data = path.read_bytes()
    if data.startswith(_PNG) and data[12:16] == b"IHDR":
        return _whole(int.from_bytes(data[16:20]), int.from_bytes(data[20:24]))
    tag = _SVG_TAG.search(data.decode("utf-8", errors="replace"))
    if tag is None:
        return None
    if box := _VIEW_BOX.search(tag[0]):
        return _whole(_number(box[1]), _number(box[2]))
    sides = [re.search(_SIDE.format(name), tag[0]) for name in ("width", "height")]
    return _whole(*(_number(side[1]) if side else 0 for side in sides))


def _whole(width: float, height: float) -> Size | None:
    return Size(width, height) if width > 0 and height > 0 else None


def _number(written: str) -> float:
    try:
        return float(written)
    except ValueError:
        return 0
