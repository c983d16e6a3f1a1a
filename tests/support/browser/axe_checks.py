"""Axe, and the windows in which it looks."""

from collections.abc import Iterator, Sequence
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")
# The rules whose finding follows the colors; all the others look at what is there, which is the same in the dark.
_COLOR_RULES = ("color-contrast", "link-in-text-block")
# What passes isn't asked for: describing it takes longer than finding what doesn't.
_RESULTS = {"resultTypes": ["violations"]}
# Width in pixels, and how many of the screen's make one. The last is a window of 1280 pixels at 200 % zoom.
_WINDOWS = {"wide": (1280, 1), "narrow": (320, 1), "zoomed": (640, 2)}
# A page that stays open from one window to the next has axe already: reading it takes longer than some rules.
_HAS_AXE = "() => 'axe' in window"
# A page has few colors and many words: reading the same color anew for each of them took a third of axe's time.
_REMEMBER_COLORS = """() => {
  const { prototype } = axe.commons.color.Color;
  const read = prototype.parseString;
  const known = new Map();
  prototype.parseString = function (text) {
    if (!known.has(text)) {
      read.call(this, text);
      known.set(text, [this.r, this.g, this.b, this.alpha]);
    }
    [this.r, this.g, this.b, this.alpha] = known.get(text);
    return this;
  };
}"""
_RUN = "(options) => axe.run(options)"


def find_violations(page: Page) -> list[str]:
    """Return what axe finds on a page as it stands, one line for each rule with the elements."""
    return _run(page, "tag", _TAGS)


def find_violations_in(page: Page, colors: str) -> list[str]:
    """Return what axe finds on a page that is looked at in light colors, too: in the dark, by its rules about colors."""
    return find_violations(page) if colors == "light" else _run(page, "rule", _COLOR_RULES)


def resize_through_windows(page: Page) -> Iterator[str]:
    """Give each window's name once an open page stands in it; afterwards it is as wide as before."""
    session = page.context.new_cdp_session(page)
    for name, (width, scale) in _WINDOWS.items():
        screen = {"width": width, "height": 800, "deviceScaleFactor": scale, "mobile": False}
        session.send("Emulation.setDeviceMetricsOverride", screen)
        yield name
    session.send("Emulation.clearDeviceMetricsOverride")
    session.detach()


def _run(page: Page, kind: str, names: Sequence[str]) -> list[str]:
    if not page.evaluate(_HAS_AXE):
        page.evaluate(Axe().axe_script)
        page.evaluate(_REMEMBER_COLORS)
    results: dict[str, Any] = page.evaluate(_RUN, {"runOnly": {"type": kind, "values": list(names)}, **_RESULTS})
    return [
        f"{violation['id']}: {[node['target'] for node in violation['nodes']]}" for violation in results["violations"]
    ]
