"""The style sheets that readers download."""

import re
from importlib.resources import files
from pathlib import Path

from knowledge_hub.publishing.styles import color_icon, join_hub_styles, layer_material_styles
from knowledge_hub.settings.palette import DEFAULT, create_palette
from support.builds import ROOT
from support.style_sheet import Declaration, read_declarations

STYLES = ROOT / "hooks" / "knowledge_hub" / "theme" / "assets" / "hub" / "styles"
_PREFIX = re.compile(r"^-(?:webkit|moz-osx|moz)-")


def test_names_come_first_and_paper_last(tmp_path: Path) -> None:
    """Tokens, elements, components in the order of their names, print; comments are left out."""
    for name in ("print", "card", "base", "tokens", "a-new-one"):
        (tmp_path / f"{name}.css").write_text(f"/* {name} */\n.{name} {{ color: red }}\n", encoding="utf-8")
    lines = join_hub_styles(tmp_path).splitlines()
    assert [line.split()[0] for line in lines] == [".tokens", ".base", ".a-new-one", ".card", ".print"]


def test_material_lies_in_a_layer() -> None:
    """Its rules can't win over the hub's, whatever their weight."""
    assert layer_material_styles('@charset "UTF-8";a{color:red}') == "@layer material{a{color:red}}\n"


def test_a_palette_comes_right_after_the_hubs_own_colors(tmp_path: Path) -> None:
    """It replaces them, and paper still has the last word; older browsers get the light set."""
    for name in ("tokens", "base", "print"):
        (tmp_path / f"{name}.css").write_text(f".{name} {{ color: red }}\n", encoding="utf-8")
    css = join_hub_styles(tmp_path, DEFAULT)
    places = [css.index(part) for part in (".tokens", ":root", "@supports", "light-dark(#0b5563, #0e3a44)", ".base")]
    assert places == sorted(places)
    assert css.count("--hub-primary: #0b5563;") == 1


def test_the_hubs_icon_takes_the_host_s_colors() -> None:
    """A browser tab has the color of the site."""
    svg = '<svg fill="#0b5563"><g stroke="#ffffff" fill="#ffc53d"/></svg>'
    white = create_palette(DEFAULT.light.on_primary)
    assert color_icon(svg, white) == '<svg fill="#ffffff"><g stroke="#1b262c" fill="#1b262c"/></svg>'


def test_what_material_says_under_several_names_the_hub_says_under_each() -> None:
    """A browser that knows a property by its prefix alone would go by Material's value for the whole page."""
    (path,) = (Path(str(files("material"))) / "templates/assets/stylesheets").glob("main.*.min.css")
    material = read_declarations(path.read_text(encoding="utf-8"))
    hub = list(read_declarations(join_hub_styles(STYLES)))
    named = {(_element(item), item.name) for item in hub}
    changed = {(_element(item), _PREFIX.sub("", item.name)) for item in hub}
    prefixed = {(_element(item), item.name) for item in material if _PREFIX.match(item.name)}
    assert {item for item in prefixed if (item[0], _PREFIX.sub("", item[1])) in changed} - named == set()


def _element(declaration: Declaration) -> str:
    """Return what a rule is for; the hub's body has a class of its own."""
    return declaration.around[-1].removesuffix(".hub")
