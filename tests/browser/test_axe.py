"""Axe finds nothing, whatever the page, the colors and the size of the window."""

import pytest
from playwright.sync_api import Page

from support.browser.axe_checks import find_violations_in, resize_through_windows
from support.browser.pages import PAGES, OpenPage, wait_for_answer

pytestmark = pytest.mark.slow

_UNFOLD = "() => document.querySelectorAll('main details').forEach((part) => part.setAttribute('open', ''))"


@pytest.mark.parametrize("colors", ["light", "dark"])
@pytest.mark.parametrize("address", PAGES)
def test_axe_finds_nothing(open_page: OpenPage, address: str, colors: str) -> None:
    """Every kind of page, in every window, with the menu and everything folded open.

    Each is opened in its colors: where they change on an open page, a link takes a moment.
    """
    page = open_page(address, color_scheme=colors)
    wait_for_answer(page)
    page.evaluate(_UNFOLD)
    found = {}
    for window in resize_through_windows(page):
        _open_menu(page)
        found[window] = find_violations_in(page, colors)
    assert {window: violations for window, violations in found.items() if violations} == {}


def _open_menu(page: Page) -> None:
    """Open the menu where it is folded into a button, and still closed."""
    closed = page.get_by_role("button", name="Menu", expanded=False)
    if closed.is_visible():
        closed.click()
