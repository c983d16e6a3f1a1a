"""Axe finds nothing, whatever the page, the colors and the size of the window."""

import pytest

from support.browser.axe_checks import WINDOWS, find_violations_in
from support.browser.pages import PAGES, OpenPage, visit

pytestmark = pytest.mark.slow

_UNFOLD = "() => document.querySelectorAll('main details').forEach((part) => part.setAttribute('open', ''))"


@pytest.mark.parametrize("colors", ["light", "dark"])
@pytest.mark.parametrize("window", WINDOWS)
def test_axe_finds_nothing(open_page: OpenPage, window: str, colors: str) -> None:
    """Every kind of page, with the menu and everything folded open."""
    page = open_page(color_scheme=colors, **WINDOWS[window])
    root = page.url
    found = {}
    for address in PAGES:
        visit(page, root + address)
        page.evaluate(_UNFOLD)
        if window != "wide":
            page.get_by_role("button", name="Menu").click()
        found[address] = find_violations_in(page, colors)
    assert {address: violations for address, violations in found.items() if violations} == {}
