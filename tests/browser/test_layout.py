"""What a window, a zoom, a setting of the reader does to the page."""

import re

import pytest
from playwright.sync_api import expect

from support.browser.pages import PAGES, OpenPage, visit

pytestmark = pytest.mark.slow

# Of each link, the words that stand on more than one line.
_BROKEN_WORDS = """(links) => links.flatMap((link) => [...link.firstChild.data.matchAll(/\\S+/g)].filter((word) => {
  const range = new Range();
  range.setStart(link.firstChild, word.index);
  range.setEnd(link.firstChild, word.index + word[0].length);
  return range.getClientRects().length > 1;
})).map(String)"""
# WCAG 2.1, 1.4.12: the spacing that a reader may set.
_TEXT_SPACING = """* {
  line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important;
}
p { margin-bottom: 2em !important; }"""
_LINES = "(links) => links.map((link) => getComputedStyle(link).textDecorationLine)"
# Of each list of cards, how far down a part of each card begins.
_TOPS = """(lists, part) => lists.map((list) => [...list.querySelectorAll(part)]
  .map((element) => Math.round(element.getBoundingClientRect().top)))"""
_CUT = "(texts) => texts.filter((text) => text.scrollHeight > text.clientHeight + 1).map((text) => text.textContent)"
_WIDTHS = "(elements) => elements.map((element) => element.getBoundingClientRect().width)"
_SMALL_TARGETS = """() => [...document.querySelectorAll("button, label:has(input), input:not(label *), summary, nav a, header a")]
  .filter((element) => element.checkVisibility() && !element.matches(".hub-skip"))
  .map((element) => [element.textContent.trim(), element.getBoundingClientRect()])
  .filter(([, box]) => Math.min(box.width, box.height) < 24)
  .map(([name, box]) => `${name} ${box.width}x${box.height}`)"""


def test_nothing_scrolls_sideways(open_page: OpenPage) -> None:
    """At 400 % zoom and with a reader's own spacing, text runs down the page only (1.4.10, 1.4.12)."""
    page = open_page(viewport={"width": 320, "height": 256}, bypass_csp=True)
    root = page.url
    for address in PAGES:
        visit(page, root + address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, address
        page.add_style_tag(content=_TEXT_SPACING)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, f"{address}, text spacing"


def test_large_text_stays_in_sight_on_a_phone(open_page: OpenPage) -> None:
    """With text twice as large, 360 pixels are wide enough, and a search field keeps most of a line (1.4.4, 1.4.10)."""
    page = open_page(viewport={"width": 360, "height": 740}, bypass_csp=True)
    root = page.url
    for address in PAGES:
        visit(page, root + address)
        page.add_style_tag(content="html { font-size: 200% !important; }")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, address
        fields = page.locator("[data-hub-search-input]").evaluate_all(_WIDTHS)
        assert min(fields) >= 240, address
        left = page.locator(".hub-skip").first.evaluate("(link) => getComputedStyle(link).clipPath")
        assert left == "inset(50%)", address
    page.goto(root)
    page.add_style_tag(content="html { font-size: 200% !important; }")
    assert page.locator(".hub-doors a").evaluate_all(_BROKEN_WORDS) == []


def test_the_header_never_covers_the_page(open_page: OpenPage) -> None:
    """It scrolls away with the page, and is no taller than a third of a phone."""
    page = open_page("lessons/widen-the-team/", viewport={"width": 320, "height": 568})
    header = page.locator("header.hub-header")
    assert header.evaluate("(element) => getComputedStyle(element).position") == "static"
    assert header.bounding_box()["height"] <= 180


@pytest.mark.parametrize("width", [1280, 320])
def test_targets_are_large_enough(open_page: OpenPage, width: int) -> None:
    """Controls and the links of menus are at least 24 pixels high and wide (2.5.8)."""
    page = open_page(width=width)
    root = page.url
    for address in PAGES:
        visit(page, root + address)
        assert page.evaluate(_SMALL_TARGETS) == [], address


def test_links_in_text_are_underlined(open_page: OpenPage) -> None:
    """Color alone tells nothing (1.4.1)."""
    page = open_page()
    root = page.url
    for address in PAGES:
        visit(page, root + address)
        # A link that looks like a button is no link in text.
        lines = set(page.locator("main a:not(.hub-button)").evaluate_all(_LINES))
        current = page.locator("main a[aria-current]").count()
        assert lines <= ({"underline", "none"} if current else {"underline"}), address


def test_forced_colors_still_mark_the_section(open_page: OpenPage) -> None:
    """The line under the current section differs from the others' when the system sets the colors."""
    page = open_page("lessons/", forced_colors="active")
    color = "(element) => getComputedStyle(element).borderBottomColor"
    current = page.locator(".hub-menu a[aria-current]").evaluate(color)
    other = page.locator(".hub-menu a:not([aria-current])").first.evaluate(color)
    assert current != other


def test_nothing_moves_for_who_wants_stillness(open_page: OpenPage) -> None:
    """With reduced motion no element has an animation or a transition."""
    page = open_page("lessons/widen-the-team/", reduced_motion="reduce")
    moving = """() => [...document.querySelectorAll("*")].filter((element) => {
      const style = getComputedStyle(element);
      return style.animationName !== "none" || parseFloat(style.transitionDuration) > 0;
    }).length"""
    assert page.evaluate(moving) == 0


def test_cards_stand_level(open_page: OpenPage, crowded_address: str) -> None:
    """In each row of cards titles, summaries and facts begin at the same height; no summary is cut."""
    page = open_page("case-studies/", site=crowded_address)
    assert page.locator(".hub-card").count() == 24
    for part in ("kind", "title", "summary", "facts"):
        for tops in page.locator(".hub-cards").evaluate_all(_TOPS, f".hub-card__{part}"):
            assert tops[0:-1:2] == tops[1::2]
    assert page.locator(".hub-card__summary").evaluate_all(_CUT) == []


def test_the_contents_list_fits_the_window(open_page: OpenPage) -> None:
    """Wide windows show it beside the text, narrow ones folded above it; one at a time."""
    page = open_page("lessons/widen-the-team/")
    expect(page.get_by_role("navigation", name="On this page")).to_be_visible()
    expect(page.locator(".hub-contents--closed")).to_be_hidden()
    page.set_viewport_size({"width": 320, "height": 800})
    expect(page.get_by_role("navigation", name="On this page")).to_be_hidden()
    page.locator(".hub-contents--closed summary").click()
    page.locator(".hub-contents--closed a").first.click()
    expect(page).to_have_url(re.compile("#statement$"))
