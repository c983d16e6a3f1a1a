"""Whatever color a host takes: words, links, focus and controls keep their contrast, as a real browser computes it."""

import itertools
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from knowledge_hub.publishing.styles import join_hub_styles
from knowledge_hub.settings.color import Color, find_contrast
from knowledge_hub.settings.palette import MATERIAL_COLORS, create_palette, find_nearest_readable, read_color
from support.browser.axe_checks import find_violations
from support.browser.pages import OpenPage
from support.builds import ROOT

pytestmark = pytest.mark.slow

STYLES = ROOT / "hooks/knowledge_hub/theme/assets/hub/styles"
NAMED = ("indigo", "teal", "red", "green", "orange", "black", "white", "yellow", "grey")
COLORS = {**{name: MATERIAL_COLORS[name] for name in NAMED}, "neon": "#39ff14", "wine": "#5b1a32", "pale": "#dfe7ea"}
PAGES = ("", "lessons/widen-the-team/", "search/?q=team")
# Text and links with what they stand on, and the edges of controls with what is around them.
_MEASURE = """() => {
  const parse = (color) => (color.match(/[\\d.]+/g) ?? []).map(Number);
  const background = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const color = parse(getComputedStyle(at).backgroundColor);
      if (color.length === 3 || color[3] === 1) return color.slice(0, 3);
    }
    return [255, 255, 255];
  };
  const isSeen = (element) => element.checkVisibility() && element.getBoundingClientRect().width > 1;
  const name = (element) => `${element.tagName} ${element.className} ${element.textContent.trim().slice(0, 30)}`;
  const texts = [...document.querySelectorAll('body *')].filter((element) => isSeen(element) &&
    !element.closest('svg') && [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()));
  const edged = [...document.querySelectorAll('.hub-search-box__input, .hub-main .hub-button, [aria-pressed="true"]')];
  return {
    texts: texts.map((element) => [name(element), parse(getComputedStyle(element).color).slice(0, 3), background(element)]),
    edges: edged.filter(isSeen).map((element) =>
      [name(element), parse(getComputedStyle(element).borderLeftColor).slice(0, 3),
        background(element), background(element.parentElement)]),
  };
}"""
_FOCUS = """() => [...document.querySelectorAll('a, button, input, summary')].filter((element) => element.checkVisibility())
  .map((element) => {
    element.focus({ focusVisible: true });
    const style = getComputedStyle(element);
    return [`${element.tagName} ${element.className}`, style.outlineColor, style.outlineWidth, style.boxShadow];
  })"""


@pytest.fixture
def open_colored(open_page: OpenPage) -> Callable[..., Page]:
    """Opens a page of the tiny hub with the style sheet that a color makes."""

    def open_colored(color: str, scheme: str) -> Page:
        page = open_page("about/", color_scheme=scheme, reduced_motion="reduce")
        primary = read_color(COLORS[color])
        assert primary is not None
        css = join_hub_styles(STYLES, create_palette(find_nearest_readable(primary)))
        page.route("**/assets/hub/hub.css", lambda route: route.fulfill(body=css, content_type="text/css"))
        return page

    return open_colored


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("color", COLORS)
def test_everything_can_be_read(open_colored: Callable[..., Page], color: str, scheme: str) -> None:
    """Text and links have 4.5:1 with their real background; a control’s edge, inside or outside differ by 3:1."""
    page = open_colored(color, scheme)
    root = page.url.removesuffix("about/")
    low = set()
    for address in PAGES:
        page.goto(root + address)
        if "?q=" in address:
            page.locator(".hub-card--result").first.wait_for()
        measured = page.evaluate(_MEASURE)
        assert len(measured["texts"]) > 40
        assert measured["edges"]
        low |= {(name, tuple(one)) for name, one, other in measured["texts"] if _contrast(one, other) < 4.5}
        low |= {(name, *map(tuple, parts)) for name, *parts in measured["edges"] if _best_contrast(parts) < 3}
    assert low == set()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("color", ["yellow", "white", "neon", "black"])
def test_focus_is_seen(open_colored: Callable[..., Page], color: str, scheme: str) -> None:
    """The ring has two colors that differ by 3:1, so one of them stands out on any background."""
    page = open_colored(color, scheme)
    page.goto(page.url)
    focused = page.evaluate(_FOCUS)
    assert len(focused) > 20
    for name, outline, width, shadow in focused:
        assert width == "3px", name
        assert _contrast(_numbers(outline), _numbers(shadow)) >= 3, name


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("color", ["teal", "yellow"])
def test_axe_agrees(open_colored: Callable[..., Page], color: str, scheme: str) -> None:
    """An independent judge finds no fault with the colors."""
    page = open_colored(color, scheme)
    root = page.url.removesuffix("about/")
    for address in PAGES[:2]:
        page.goto(root + address)
        assert find_violations(page) == []


def _contrast(one: list[Any], other: list[Any]) -> float:
    return find_contrast(Color(*map(round, one)), Color(*map(round, other)))


def _best_contrast(parts: list[list[float]]) -> float:
    return max(_contrast(one, other) for one, other in itertools.combinations(parts, 2))


def _numbers(color: str) -> list[float]:
    inside = color[color.index("(") + 1 : color.index(")")]
    return [float(part) for part in inside.split(",")[:3]]
