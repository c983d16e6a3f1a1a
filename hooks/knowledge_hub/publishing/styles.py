"""The style sheets as readers download them: the hub's in one file, Material's in a layer below it."""

import re
from pathlib import Path

HUB_STYLES = "assets/hub/hub.css"
MATERIAL_STYLES = "assets/hub/material.css"

# The names and the page's own elements come first, and paper has the last word.
_FIRST = ("tokens.css", "base.css")
_LAST = ("print.css",)
_CHARSET = '@charset "UTF-8";'
_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)


def join_hub_styles(folder: Path) -> str:
    """Return every style sheet of a folder as one, without comments: one request instead of one a component."""
    middle = sorted(path.name for path in folder.glob("*.css") if path.name not in _FIRST + _LAST)
    texts = [(folder / name).read_text(encoding="utf-8") for name in (*_FIRST, *middle, *_LAST)]
    return _COMMENT.sub("", "".join(texts))


def layer_material_styles(css: str) -> str:
    """Return Material's style sheet as a layer, so that each of the hub's rules wins over any of its own.

    In a layer no rule about the file itself may stand, and the only one there is says that it is UTF-8.
    """
    return f"@layer material{{{css.removeprefix(_CHARSET)}}}\n"
