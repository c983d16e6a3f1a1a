"""Lists with an order show it."""

import pytest

from support.browser.pages import RECORDS, OpenPage

pytestmark = pytest.mark.slow

# Their order is that of time or of the alphabet, and each item starts with its date or name.
_WITHOUT_NUMBERS = ".hub-timeline, .hub-timeline-picture__list, .hub-sources, nav ol"
_UNMARKED = """(without) => [...document.querySelectorAll("main ol")]
  .filter((list) => !list.matches(without))
  .filter((list) => [...list.children].some((item) => {
    const before = getComputedStyle(item, "::before").content;
    const hasMarker = getComputedStyle(item).listStyleType === "decimal" && getComputedStyle(item).display === "list-item";
    const isInSight = parseFloat(getComputedStyle(list).paddingLeft) > 0;
    return !(hasMarker && isInSight) && !before.includes("counter(");
  }))
  .map((list) => list.className || list.outerHTML.slice(0, 80))"""


def test_every_ordered_list_has_its_numbers(open_page: OpenPage) -> None:
    """Steps on records are numbered, as in the PDF."""
    page = open_page()
    start = page.url
    seen: set[str] = set()
    for address in (*RECORDS, "contribute/", "about/", "sources/"):
        page.goto(start + address)
        assert page.evaluate(_UNMARKED, _WITHOUT_NUMBERS) == [], address
        seen.update(page.locator("main ol").evaluate_all("lists => lists.map((list) => list.className)"))
    assert {"hub-steps-list", "hub-steps"} <= seen
