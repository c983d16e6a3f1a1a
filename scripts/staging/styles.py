"""The hub's styles for its pages inside another theme: they touch nothing around a page, and nothing around touches it.

The rules are nested in `.hub-page`, the block that holds a page. It counts as an id, so that no rule of a theme about
text wins, and what a theme says of single elements is taken back first: the rules were written on bare ground.
"""

import re
from pathlib import Path

from knowledge_hub.publishing.styles import join_hub_styles
from knowledge_hub.settings.palette import Palette

# What only the hub's own shell has.
_LEFT_OUT = re.compile(
    r"""
    ^[ ]*:root\[data-hub-scheme="\w+"\]\ \{[^}]*\}\n  # the colors that readers choose: the theme asks them
    | ^[ ]*(?:html|body\.hub|\.hub-main)\ \{[^}]*\}\n  # the page's own size, ground and edges
    | ^[ ]*color-scheme:[^;]*;\n
    | ^[ ]*--md-[^;]*;\n                              # the theme's own names
    """,
    re.MULTILINE | re.VERBOSE,
)
_FONTS = re.compile(r"^@font-face \{[^}]*\}\n", re.MULTILINE)
_PAPER = re.compile(r"^ *@page \{[^}]*\}\n", re.MULTILINE)
_ROOT = re.compile(r":root(?:\[data-hub-scheme\])?(?=,| \{)")
_AROUND = re.compile(r"^(\s*(?:html|body)\S*) ", re.MULTILINE)
_MAIN = re.compile(r"\.hub-main(?=[ ,])")
_CONTAINER = re.compile(r"(?<=@container \(max-width: )(\d+)rem")
_REM = re.compile(r"(-?\d*\.?\d+)rem\b")

# The reader's own size as a length: a theme may have set another one for the whole page, from which `rem` counts.
_SIZE = """\
@property --hub-rem {
  syntax: "<length>";
  inherits: true;
  initial-value: 16px;
}
"""
_THEME_FONT = """:root {
  --md-text-font: "Atkinson Hyperlegible Next";
}
"""
_GROUND = """\
  & {
    --hub-rem: 1em;
    font-size: medium;
  }
  :where(:not(svg, svg *, img, video, iframe, [align])),
  ::before,
  ::after {
    all: revert;
  }
  /* Browsers take this back, too. */
  :where([hidden]) {
    display: none;
  }
  & > * {
    color: var(--hub-ink);
    font-family: var(--hub-font);
    font-size: 1.0625rem;
    font-feature-settings: normal;
    line-height: 1.6;
  }
  @media print {
    & > * {
      font-size: 11pt;
      line-height: 1.45;
    }
  }
"""


def create_staged_styles(folder: Path, palette: Palette | None = None) -> str:
    """Return every style sheet of a folder as one, for pages inside another theme."""
    css = _LEFT_OUT.sub("", join_hub_styles(folder, palette))
    fonts, papers = "".join(_FONTS.findall(css)), "".join(_PAPER.findall(css))
    rules = _PAPER.sub("", _FONTS.sub("", css))
    for pattern, replacement in ((_ROOT, "&"), (_AROUND, r"\1 & "), (_MAIN, "&"), (_CONTAINER, _to_pixels)):
        rules = pattern.sub(replacement, rules)
    nested = _REM.sub(r"calc(\1 * var(--hub-rem))", _GROUND + rules)
    paper = f"@media print {{\n{papers}}}\n" if papers else ""
    return f"{fonts}{paper}{_SIZE}{_theme_variables(css)}:is(.hub-page, #hub-page) {{\n{nested}}}\n"


def _theme_variables(css: str) -> str:
    """Return the hub's font for the whole theme, and its colors where the theme's palette is `custom`.

    Themes without these names of Material's pass them over.
    """
    bar, link = (_value(css, name) for name in ("--hub-primary", "--hub-link"))
    colors = {"--md-primary-fg-color": bar, "--md-primary-bg-color": "#fff", "--md-typeset-a-color": link}
    rules = "".join(f"  {name}: {value};\n" for name, value in colors.items())
    return f"{_THEME_FONT}[data-md-color-primary=custom] {{\n{rules}}}\n"


def _value(css: str, name: str) -> str:
    """Return the last value of a color, which has both schemes."""
    found: list[str] = re.findall(rf"{name}: (light-dark\(.*\));", css)
    return found[-1]


def _to_pixels(match: re.Match[str]) -> str:
    """Return a width in pixels: a condition knows no variable."""
    return f"{int(match[1]) * 16}px"
