"""The site by keyboard alone."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from support.browser.pages import PAGES, OpenPage, visit

pytestmark = pytest.mark.slow

_MOST_STOPS = 200
# What the focused element is, whether it is on the screen, and whether its focus can be seen.
_DESCRIBE_FOCUS = """() => {
  const element = document.activeElement;
  if (element === document.body) return null;
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  return {
    name: `${element.tagName} ${element.id || element.textContent.trim().slice(0, 40)}`,
    isOnScreen: box.width > 0 && box.height > 0 && box.left >= 0 && box.right <= innerWidth + 1
      && box.bottom > 0 && box.top < innerHeight,
    isVisible: element.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
    ring: style.outlineStyle === "solid" ? parseFloat(style.outlineWidth) : 0,
  };
}"""


def walk(page: Page) -> list[dict[str, Any]]:
    """Return every stop of the Tab key, from the top of the page to its end."""
    stops = []
    for _ in range(_MOST_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(_DESCRIBE_FOCUS)
        if stop is None:
            return stops
        stops.append(stop)
    raise AssertionError("The Tab key never reached the end of the page.")


@pytest.mark.parametrize("width", [1280, 320])
def test_every_stop_is_on_the_screen_with_a_ring(open_page: OpenPage, width: int) -> None:
    """No stop is off the screen or invisible, and each shows a ring of three pixels."""
    page = open_page(width=width)
    root = page.url
    for address in PAGES:
        visit(page, root + address)
        stops = walk(page)
        assert stops[0]["name"] == "A Skip to main content"
        assert [stop for stop in stops if not (stop["isOnScreen"] and stop["isVisible"] and stop["ring"] >= 3)] == []


@pytest.mark.parametrize("address", ["", "lessons/widen-the-team/", "no/such/page/"])
def test_the_skip_link_leads_to_the_content(open_page: OpenPage, address: str) -> None:
    """On every kind of page, the missing one too."""
    page = open_page(address)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_the_menu_opens_and_closes_by_keyboard(open_page: OpenPage) -> None:
    """Enter opens it and goes to its first link, Escape closes it and comes back."""
    page = open_page("lessons/", width=320)
    toggle = page.get_by_role("button", name="Menu")
    expect(toggle).to_have_attribute("aria-expanded", "false")
    toggle.press("Enter")
    expect(toggle).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("navigation", name="Main").get_by_role("link").first).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(toggle).to_be_focused()
    expect(toggle).to_have_attribute("aria-expanded", "false")
    expect(page.get_by_role("navigation", name="Main")).to_be_hidden()


def test_the_menu_is_walked_in_order(open_page: OpenPage) -> None:
    """With the menu open every stop is still on the screen."""
    page = open_page("lessons/", width=320)
    page.get_by_role("button", name="Menu").press("Space")
    stops = walk(page)
    assert [stop for stop in stops if not (stop["isOnScreen"] and stop["isVisible"])] == []
    assert "A Toolkits" in [stop["name"] for stop in stops]


def test_single_keys_go_to_search_or_nowhere(open_page: OpenPage) -> None:
    """Two keys go to the search field, and a reader can switch them off for good (WCAG 2.1, 2.1.4)."""
    page = open_page("lessons/widen-the-team/")
    before = page.url
    for key in ("s", "p", "n", ",", "."):
        page.keyboard.press(key)
        assert _is_nothing_focused(page), key
    page.keyboard.press("/")
    expect(page.get_by_role("search").get_by_role("combobox")).to_be_focused()
    page.get_by_role("checkbox", name="go to the search field").uncheck()
    assert page.evaluate("() => ({ ...localStorage })") == {"hub.shortcuts": "off"}
    page.reload()
    for key in ("/", "f"):
        page.keyboard.press(key)
        assert _is_nothing_focused(page), key
    assert page.url == before


def _is_nothing_focused(page: Page) -> bool:
    return bool(page.evaluate("() => document.activeElement === document.body"))
