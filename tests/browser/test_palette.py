"""Whatever color a host takes: words, links, focus and controls keep their contrast, as a real browser computes it."""

import itertools
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Page

from knowledge_hub.publishing.styles import join_hub_styles
from knowledge_hub.settings.color import Color, find_contrast
from knowledge_hub.settings.palette import MATERIAL_COLORS, create_palette, find_nearest_readable, read_color
from support.browser.axe_checks import find_violations_in
from support.browser.pages import OpenPage, wait_for_answer
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
    header: parse(getComputedStyle(document.querySelector('.hub-header__bar')).backgroundColor),
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


# Done once the other sheet is there and nothing is on its way from one color to the next.
_TAKE_SHEET = """async (color) => {
  const link = document.querySelector('link[href*="assets/hub/hub.css"]');
  await new Promise((resolve, reject) => {
    link.onload = resolve;
    link.onerror = reject;
    link.href = link.href.replace(/hub\\.css.*$/, `hub.css?color=${color}`);
  });
  document.getAnimations().forEach((animation) => animation.finish());
}"""


@pytest.fixture(scope="module")
def sheets() -> dict[str, str]:
    """The style sheet that each color makes."""
    sheets = {}
    for name, color in COLORS.items():
        primary = read_color(color)
        assert primary is not None
        sheets[name] = join_hub_styles(STYLES, create_palette(find_nearest_readable(primary)))
    return sheets


@pytest.fixture
def open_in_colors(open_page: OpenPage, sheets: dict[str, str]) -> Callable[..., Iterator[tuple[str, Page]]]:
    """Opens a page of the tiny hub and shows it in one color after another, with the color's name."""

    def open_in_colors(address: str, scheme: str, colors: Iterable[str]) -> Iterator[tuple[str, Page]]:
        page = open_page(address, color_scheme=scheme, reduced_motion="reduce")
        wait_for_answer(page)
        page.route(
            "**/hub.css?color=*",
            lambda route: route.fulfill(body=sheets[route.request.url.partition("=")[2]], content_type="text/css"),
        )
        for color in colors:
            page.evaluate(_TAKE_SHEET, color)
            yield color, page

    return open_in_colors


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", PAGES)
def test_everything_can_be_read(
    open_in_colors: Callable[..., Iterator[tuple[str, Page]]], address: str, scheme: str
) -> None:
    """Text and links have 4.5:1 with their real background; a control’s edge, inside or outside differ by 3:1."""
    low, headers = set(), set()
    for color, page in open_in_colors(address, scheme, COLORS):
        measured = page.evaluate(_MEASURE)
        assert len(measured["texts"]) > 40
        assert measured["edges"]
        headers.add(tuple(measured["header"]))
        low |= {(color, name, tuple(one)) for name, one, other in measured["texts"] if _contrast(one, other) < 4.5}
        low |= {(color, name, *map(tuple, parts)) for name, *parts in measured["edges"] if _best_contrast(parts) < 3}
    assert low == set()
    assert len(headers) > 1, "no color was seen"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_focus_is_seen(open_in_colors: Callable[..., Iterator[tuple[str, Page]]], scheme: str) -> None:
    """The ring has two colors that differ by 3:1, so one of them stands out on any background."""
    for color, page in open_in_colors("about/", scheme, ["yellow", "white", "neon", "black"]):
        focused = page.evaluate(_FOCUS)
        assert len(focused) > 20
        for name, outline, width, shadow in focused:
            assert width == "3px", (color, name)
            assert _contrast(_numbers(outline), _numbers(shadow)) >= 3, (color, name)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", PAGES[:2])
def test_axe_agrees(open_in_colors: Callable[..., Iterator[tuple[str, Page]]], address: str, scheme: str) -> None:
    """An independent judge finds no fault with the colors."""
    found = {
        color: find_violations_in(page, scheme) for color, page in open_in_colors(address, scheme, ["teal", "yellow"])
    }
    assert found == {"teal": [], "yellow": []}


def _contrast(one: list[Any], other: list[Any]) -> float:
    return find_contrast(Color(*map(round, one)), Color(*map(round, other)))


def _best_contrast(parts: list[list[float]]) -> float:
    return max(_contrast(one, other) for one, other in itertools.combinations(parts, 2))


def _numbers(color: str) -> list[float]:
    inside = color[color.index("(") + 1 : color.index(")")]
    return [float(part) for part in inside.split(",")[:3]]
