"""Axe, and the windows in which it looks."""

from collections.abc import Sequence
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")
# The rules whose finding follows the colors; all the others look at what is there, which is the same in the dark.
_COLOR_RULES = ("color-contrast", "link-in-text-block")
# What passes isn't asked for: describing it takes longer than finding what doesn't.
_RESULTS = {"resultTypes": ["violations"]}
WINDOWS: dict[str, dict[str, Any]] = {
    "wide": {"width": 1280},
    "narrow": {"width": 320},
    # A window of 1280 pixels at 200 % zoom.
    "zoomed": {"width": 640, "device_scale_factor": 2},
}


def find_violations(page: Page) -> list[str]:
    """Return what axe finds on a page as it stands, one line for each rule with the elements."""
    return _run(page, "tag", _TAGS)


def find_violations_in(page: Page, colors: str) -> list[str]:
    """Return what axe finds on a page that is looked at in light colors, too: in the dark, by its rules about colors."""
    return find_violations(page) if colors == "light" else _run(page, "rule", _COLOR_RULES)


def _run(page: Page, kind: str, names: Sequence[str]) -> list[str]:
    results = Axe().run(page, options={"runOnly": {"type": kind, "values": list(names)}, **_RESULTS})
    return [
        f"{violation['id']}: {[node['target'] for node in violation['nodes']]}"
        for violation in results.response["violations"]
    ]
