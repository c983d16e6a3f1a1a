"""The style sheets as readers download them: the hub's in one file, Material's in a layer below it."""

import re
from pathlib import Path

from knowledge_hub.settings.palette import DEFAULT, ColorSet, Palette

HUB_STYLES = "assets/hub/hub.css"
HUB_ICON = "assets/hub/icon.svg"
MATERIAL_STYLES = "assets/hub/material.css"

# The names and the page's own elements come first, and paper has the last word.
_FIRST = ("tokens.css", "base.css")
_LAST = ("print.css",)
_CHARSET = '@charset "UTF-8";'
_ICON_COLORS = ("primary", "on_primary", "mark")
_QUOTED = re.compile(r'"(#[0-9a-f]{6})"')
_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)


def join_hub_styles(folder: Path, palette: Palette | None = None) -> str:
    """Return every style sheet of a folder as one, without comments: one request instead of one a component.

    The host's palette comes right after the hub's own colors, which it replaces.
    """
    middle = sorted(path.name for path in folder.glob("*.css") if path.name not in _FIRST + _LAST)
    texts = [(folder / name).read_text(encoding="utf-8") for name in (*_FIRST, *middle, *_LAST)]
    texts.insert(1, render_palette(palette) if palette else "")
    return _COMMENT.sub("", "".join(texts))


def render_palette(palette: Palette) -> str:
    """Return the colors under the names that tokens.css gives them, and as there: light first, then by scheme."""
    pairs = [
        (f"--hub-{name.replace('_', '-')}", light, dark)
        for name, light, dark in zip(ColorSet._fields, palette.light, palette.dark, strict=True)
    ]
    light = "".join(f"  {name}: {light};\n" for name, light, _ in pairs)
    both = "".join(f"    {name}: light-dark({light}, {dark});\n" for name, light, dark in pairs)
    return f":root {{\n{light}}}\n@supports (color: light-dark(black, white)) {{\n  :root {{\n{both}  }}\n}}\n"


def color_icon(svg: str, palette: Palette) -> str:
    """Return the hub's own icon in the host's colors."""
    colors = {str(getattr(DEFAULT.light, name)): str(getattr(palette.light, name)) for name in _ICON_COLORS}
    return _QUOTED.sub(lambda color: f'"{colors.get(color[1], color[1])}"', svg)


def layer_material_styles(css: str) -> str:
    """Return Material's style sheet as a layer, so that each of the hub's rules wins over any of its own.

    In a layer no rule about the file itself may stand, and the only one there is says that it is UTF-8.
    """
    return f"@layer material{{{css.removeprefix(_CHARSET)}}}\n"
