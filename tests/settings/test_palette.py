"""A host's color becomes two sets that can be read, or is refused with one that can."""

from pathlib import Path
from typing import Any

import pytest

from knowledge_hub.settings.color import Color, find_contrast, read_color
from knowledge_hub.settings.palette import (
    DEFAULT,
    MATERIAL_COLORS,
    ColorSet,
    Palette,
    create_palette,
    find_nearest_readable,
    read_palette,
)
from knowledge_hub.settings.reader import SettingReader

TOKENS = Path(__file__).parent.parent.parent / "hooks/knowledge_hub/theme/assets/hub/styles/tokens.css"
PAGES = {"light": ("#fbfaf6", "#ffffff"), "dark": ("#11191d", "#18232a")}
OWN = ("#0b5563", "#000000", "#ffffff", "#39ff14", "#ff00ff", "#808080", "#123", "#ffff00")


def _color(written: str) -> Color:
    color = read_color(written)
    assert color is not None
    return color


@pytest.mark.parametrize("written", [*MATERIAL_COLORS.values(), *OWN])
@pytest.mark.parametrize("scheme", PAGES)
def test_everything_made_of_a_color_can_be_read(written: str, scheme: str) -> None:
    """Links 5.6:1 and edges 3:1 on each surface; words in the header 4.5:1, its marks 3:1."""
    colors: ColorSet = getattr(create_palette(find_nearest_readable(_color(written))), scheme)
    surfaces = [*map(_color, PAGES[scheme]), colors.tint]
    assert min(find_contrast(colors.link, surface) for surface in surfaces) >= 5.6
    assert min(find_contrast(colors.primary_edge, surface) for surface in surfaces) >= 3
    assert find_contrast(colors.primary, colors.on_primary) >= 4.5
    assert find_contrast(colors.primary, colors.mark) >= 3


def test_the_defaults_are_those_of_the_style_sheet() -> None:
    """The two copies of the hub's own colors are the same."""
    css = TOKENS.read_text(encoding="utf-8")
    for name in ColorSet._fields:
        light, dark = (str(getattr(colors, name)) for colors in (DEFAULT.light, DEFAULT.dark))
        written = f"--hub-{name.replace('_', '-')}"
        assert f"{written}: {light};" in css
        assert light == dark or f"{written}: light-dark({light}, {dark});" in css


def _read(said: Any) -> tuple[Palette | None, list[tuple[str, str]]]:
    reader = SettingReader({"theme": {"palette": said}})
    return read_palette(reader), [(problem.code, problem.message + problem.help) for problem in reader.problems]


@pytest.mark.parametrize(
    "said",
    [None, [], {}, {"scheme": "slate"}, [{"scheme": "default", "toggle": {"icon": "x"}}, {"scheme": "slate"}]],
)
def test_schemes_alone_keep_the_hubs_own_colors(said: Any) -> None:
    """The switch for light and dark is there anyway."""
    assert _read(said) == (None, [])


@pytest.mark.parametrize(
    ("said", "light", "dark"),
    [
        ({"primary": "deep-purple"}, "deep purple", "deep purple"),
        ({"scheme": "slate", "primary": "red"}, "red", "red"),
        ([{"scheme": "default", "primary": "indigo"}, {"scheme": "slate", "primary": "brown"}], "indigo", "brown"),
        ([{"media": "(x)", "primary": "Indigo"}, {"scheme": "slate"}], "indigo", "indigo"),
    ],
)
def test_material_s_names_and_forms_work(said: Any, light: str, dark: str) -> None:
    """One palette, or one for each scheme; a name is taken in the nearest shade that can be read."""
    first, second = (find_nearest_readable(_color(MATERIAL_COLORS[name])) for name in (light, dark))
    assert _read(said) == (create_palette(first, None, second), [])


def test_links_take_the_accent() -> None:
    """As Material's users know it from what they can press."""
    palette, problems = _read({"primary": "#0b5563", "accent": "red"})
    assert problems == []
    assert palette == create_palette(_color("#0b5563"), find_nearest_readable(_color(MATERIAL_COLORS["red"])))


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"primary": "#808080"}, "has too little contrast for words in the header: “#808080”"),
        ({"primary": "tael"}, "Did you mean teal?"),
        ({"primary": "custom"}, "isn’t a color: “custom”"),
        ({"accent": "#12"}, "“theme: palette: accent” isn’t a color"),
        ("teal", "should have lines below it"),
        (["teal"], "should have lines below it"),
    ],
)
def test_what_is_no_readable_color_is_refused(said: Any, told: str) -> None:
    """With the nearest that is, or the nearest name."""
    _, problems = _read(said)
    assert [code for code, _ in problems] == ["bad-setting"]
    assert told in problems[0][1]


def test_the_color_offered_instead_is_accepted() -> None:
    """Whoever follows the advice isn't refused a second time."""
    _, problems = _read({"primary": "#808080"})
    offered = problems[0][1].split('"')[1]
    assert _read({"primary": offered})[1] == []


def test_a_scheme_of_the_host_s_own_is_named() -> None:
    """It would need a style sheet that isn't there."""
    palette, problems = _read({"scheme": "night", "primary": "teal"})
    assert palette is not None
    assert [code for code, _ in problems] == ["unused-setting"]
