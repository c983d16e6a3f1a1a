"""Axe, and the windows in which it looks."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")
# What passes isn't asked for: describing it takes longer than finding what doesn't.
_OPTIONS = {"runOnly": {"type": "tag", "values": list(_TAGS)}, "resultTypes": ["violations"]}
WINDOWS: dict[str, dict[str, Any]] = {
    "wide": {"width": 1280},
    "narrow": {"width": 320},
    # A window of 1280 pixels at 200 % zoom.
    "zoomed": {"width": 640, "device_scale_factor": 2},
}


def find_violations(page: Page) -> list[str]:
    """Return what axe finds on a page as it stands, one line for each rule with the elements."""
    results = Axe().run(page, options=_OPTIONS)
    return [
        f"{violation['id']}: {[node['target'] for node in violation['nodes']]}"
        for violation in results.response["violations"]
    ]
