"""The hub's colors from one color of the host: a light and a dark set in which everything stays readable.

Text has a contrast of 5.6:1 with what it stands on (the header's own words 4.5:1 at least), edges,
controls and marks have 3:1 (WCAG 2.2, 1.4.3 and 1.4.11).
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from knowledge_hub.did_you_mean import nearest as nearest_name
from knowledge_hub.settings.color import WHITE, Color, create_color, find_contrast, find_readable, read_color
from knowledge_hub.settings.reader import SettingReader

# The primary colors of Material for MkDocs by their names, so that its users find theirs.
# fmt: off
MATERIAL_COLORS = {
    "red": "#ef5552", "pink": "#e92063", "purple": "#ab47bd", "deep purple": "#7e56c2", "indigo": "#4051b5",
    "blue": "#2094f3", "light blue": "#02a6f2", "cyan": "#00bdd6", "teal": "#009485", "green": "#4cae4f",
    "light green": "#8bc34b", "lime": "#cbdc38", "yellow": "#ffec3d", "amber": "#ffc105", "orange": "#ffa724",
    "deep orange": "#ff6e42", "brown": "#795649", "grey": "#757575", "blue grey": "#546d78",
    "black": "#14151a", "white": "#ffffff",
}
# fmt: on
_SCHEMES = ("default", "slate")
TEXT_CONTRAST = 5.6
_HEADER_TEXT, _EDGE = 4.5, 3.0
_INK = Color(0x1B, 0x26, 0x2C)
_FOCUS = Color(0xFF, 0xC5, 0x3D)
# Below this chroma a color has no hue that a link could be known by.
_GREY = 0.03


class ColorSet(NamedTuple):
    """The colors that depend on the host's, each as tokens.css names it."""

    tint: Color
    primary: Color
    primary_edge: Color
    on_primary: Color
    mark: Color
    link: Color


class Palette(NamedTuple):
    """A light and a dark set."""

    light: ColorSet
    dark: ColorSet


# The hub's own colors, as tokens.css has them.
DEFAULT = Palette(
    ColorSet(Color(230, 240, 241), Color(11, 85, 99), Color(11, 85, 99), WHITE, _FOCUS, Color(10, 90, 130)),
    ColorSet(Color(29, 46, 53), Color(14, 58, 68), Color(79, 154, 168), WHITE, _FOCUS, Color(140, 203, 234)),
)
_LIGHT_PAGE = (Color(0xFB, 0xFA, 0xF6), WHITE)
_DARK_PAGE = (Color(0x11, 0x19, 0x1D), Color(0x18, 0x23, 0x2A))


def create_palette(primary: Color, accent: Color | None = None, dark: Color | None = None) -> Palette:
    """Return both sets; links take the accent, and `dark` is another primary color for the dark set.

    The primary color has to be readable: see `find_nearest_readable`.
    """
    return Palette(_create_light(primary, accent or primary), _create_dark(dark or primary, accent or dark or primary))


def find_nearest_readable(color: Color) -> Color:
    """Return the nearest shade on which white or the hub's ink can be read: often the color itself."""
    lighter = find_readable(color, (_INK,), _HEADER_TEXT, darker=False)
    darker = find_readable(color, (WHITE,), _HEADER_TEXT, darker=True)
    return min(lighter, darker, key=lambda shade: abs(shade.oklch[0] - color.oklch[0]))


def read_palette(reader: SettingReader) -> Palette | None:
    """Return the palette of `theme: palette`, None where the hub's own colors stay.

    As in Material it is one palette, or a list of palettes for `scheme: default` and `scheme: slate`.
    """
    said = reader.value("theme", "palette")
    parts = [said] if isinstance(said, Mapping) else said
    if not parts:
        return None
    if not isinstance(parts, list) or not all(isinstance(part, Mapping) for part in parts):
        reader.refuse(("theme", "palette"), "should have lines below it", "Write for example: primary: teal")
        return None
    _check_schemes(reader, parts)
    for name in ("primary", "accent"):
        if any(name in part and part[name] is None for part in parts):
            mend = 'After a # nothing is read: put the color in quotation marks, such as "#0b5563".'
            reader.refuse(("theme", "palette", name), "has no color", mend)
    light = _read_first(reader, parts, "primary", dark=False)
    dark = _read_first(reader, parts, "primary", dark=True)
    accent = _read_first(reader, parts, "accent", dark=False)
    if light is None and dark is None and accent is None:
        return None
    primary = light or dark or DEFAULT.light.primary
    return create_palette(primary, accent, dark)


def _create_light(primary: Color, link: Color) -> ColorSet:
    tint = _tinted(primary, DEFAULT.light.tint)
    page = (*_LIGHT_PAGE, tint)
    on_primary = _on(primary)
    return ColorSet(
        tint,
        primary,
        find_readable(primary, page, _EDGE, darker=True),
        on_primary,
        _mark(primary, on_primary),
        _link(link, DEFAULT.light.link, page, darker=True),
    )


def _create_dark(primary: Color, link: Color) -> ColorSet:
    tint = _tinted(primary, DEFAULT.dark.tint)
    page = (*_DARK_PAGE, tint)
    lightness, chroma, hue = primary.oklch
    deep = create_color(min(lightness, DEFAULT.dark.primary.oklch[0]), min(chroma, 0.09), hue)
    edge = create_color(max(lightness, DEFAULT.dark.primary_edge.oklch[0]), min(chroma, 0.12), hue)
    return ColorSet(
        tint,
        deep,
        find_readable(edge, page, _EDGE, darker=False),
        WHITE,
        _FOCUS,
        _link(link, DEFAULT.dark.link, page, darker=False),
    )


def _tinted(primary: Color, usual: Color) -> Color:
    """Return a tint as light as the usual one, with a breath of the primary color."""
    _, chroma, hue = primary.oklch
    lightness, most, _ = usual.oklch
    return create_color(lightness, min(chroma / 6, most), hue)


def _link(color: Color, usual: Color, page: tuple[Color, ...], *, darker: bool) -> Color:
    _, chroma, hue = color.oklch
    if chroma < _GREY:
        return usual
    return find_readable(create_color(usual.oklch[0], min(chroma, 0.13), hue), page, TEXT_CONTRAST, darker=darker)


def _on(primary: Color) -> Color:
    return max(WHITE, _INK, key=lambda text: find_contrast(text, primary))


def _mark(primary: Color, on_primary: Color) -> Color:
    return _FOCUS if find_contrast(_FOCUS, primary) >= _EDGE else on_primary


def _check_schemes(reader: SettingReader, parts: list[Mapping[str, Any]]) -> None:
    for scheme in (part.get("scheme") for part in parts):
        if scheme is not None and scheme not in _SCHEMES:
            reader.warn(
                ("theme", "palette"),
                f"names a scheme that isn’t here: “{scheme}”",
                "Use default (light) or slate (dark).",
            )


def _read_first(reader: SettingReader, parts: list[Mapping[str, Any]], name: str, *, dark: bool) -> Color | None:
    """Return the first color of this name for light or for dark; anything in a lone palette is for light."""
    fitting = [part for part in parts if (len(parts) > 1 and part.get("scheme") == "slate") == dark]
    said = next((part[name] for part in fitting if part.get(name)), None)
    return _read(reader, name, said) if said is not None else None


def _read(reader: SettingReader, name: str, said: object) -> Color | None:
    setting = ("theme", "palette", name)
    words = str(said).strip().replace("-", " ").lower()
    if words in MATERIAL_COLORS:
        named = read_color(MATERIAL_COLORS[words])
        return find_nearest_readable(named) if named else None
    color = read_color(words)
    if color is None:
        guess = nearest_name(words, tuple(MATERIAL_COLORS))
        mend = f"Did you mean {guess}? " if guess else ""
        mend += 'Write a name such as teal or indigo, or a color in quotation marks such as "#0b5563".'
        reader.refuse(setting, f"isn’t a color: “{said}”", mend)
        return None
    nearest = find_nearest_readable(color) if name == "primary" else color
    if nearest != color:
        reader.refuse(
            setting,
            f"has too little contrast for words in the header: “{color}”",
            f'The nearest color on which they can be read is "{nearest}".',
        )
    return nearest
