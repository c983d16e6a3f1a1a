"""The hub's styles inside another theme reach nothing around a page, and count in the reader's own size."""

import re
from pathlib import Path

from staging.styles import create_staged_styles

_SHEETS = {
    "tokens.css": """\
@font-face {
  font-family: "A";
}
:root {
  color-scheme: light dark;
  --hub-space-1: 0.5rem;
}
:root {
  --hub-primary: light-dark(#111, #222);
  --hub-link: light-dark(#333, #444);
}
:root[data-hub-scheme="dark"] {
  color-scheme: dark;
}
""",
    "base.css": """\
html {
  font-size: 100%;
}
body.hub {
  margin: 0;
}
h1 {
  margin: -1.5rem 0;
}
html[data-hub-js] .hub-needs-no-js {
  display: none;
}
""",
    "print.css": """\
@media print {
  @page {
    margin: 18mm;
  }
  .hub-main button {
    display: none;
  }
}
""",
}


def test_rules_are_nested_in_the_block_of_a_page(tmp_path: Path) -> None:
    """What is about the whole document is left out, or stands outside the block where only there it works."""
    for name, css in _SHEETS.items():
        (tmp_path / name).write_text(css, encoding="utf-8")
    outside, _, inside = create_staged_styles(tmp_path).partition(":is(.hub-page, #hub-page) {\n")
    assert "@font-face" in outside
    assert "@page" in outside
    assert "--md-typeset-a-color: light-dark(#333, #444);" in outside
    assert "margin: calc(-1.5 * var(--hub-rem)) 0;" in inside
    assert "--hub-space-1: calc(0.5 * var(--hub-rem));" in inside
    assert "html[data-hub-js] & .hub-needs-no-js {" in inside
    assert "& button {" in inside
    for left_out in ("color-scheme: ", "body.hub", "html {", ":root", "@page", "rem;"):
        assert left_out not in inside
    assert inside.count("{") + 1 == inside.count("}")
    assert not re.search(r"\drem", inside)
