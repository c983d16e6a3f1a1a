"""Each drawing alone on a page: axe, a phone, a reader's own colors, paper."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from knowledge_hub.publishing.styles import join_hub_styles
from support.browser.axe_checks import find_violations
from support.builds import ROOT

pytestmark = pytest.mark.slow

DRAWINGS = sorted((ROOT / "tests" / "golden" / "visuals").glob("*.html"))
_PHONE = {"viewport": {"width": 320, "height": 640}}
_SCREEN = {"viewport": {"width": 1280, "height": 800}}
# The words of a drawing in pixels as they are seen: their size in the drawing times how far it was shrunk.
_WORD_SIZES = """() => [...document.querySelectorAll("svg text")]
  .filter((text) => text.checkVisibility())
  .map((text) => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a)"""


@pytest.fixture(scope="module")
def styles() -> str:
    """The style sheet of the hub, as readers get it."""
    return join_hub_styles(ROOT / "hooks" / "knowledge_hub" / "theme" / "assets" / "hub" / "styles")


@pytest.fixture(params=DRAWINGS, ids=lambda path: path.stem)
def drawing(request: pytest.FixtureRequest, styles: str) -> str:
    """A small page with one drawing and nothing else, everything folded open."""
    html = Path(request.param).read_text(encoding="utf-8").replace("<details", "<details open")
    heading = "" if "<h1" in html else "<h1>A drawing</h1>"
    return (
        f'<!doctype html><html lang="en"><head><title>A drawing</title><style>{styles}</style></head>'
        f'<body class="hub"><main class="hub-main">{heading}{html}</main></body></html>'
    )


@pytest.fixture
def open_drawing(browser: Browser, drawing: str) -> Iterator[Any]:
    """Opens the drawing in a browser of its own; `options` are those of a Playwright context."""
    contexts = []

    def open_drawing(**options: Any) -> Page:
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.set_content(drawing)
        return page

    yield open_drawing
    for context in contexts:
        context.close()


@pytest.mark.parametrize("size", [_SCREEN, _PHONE], ids=["screen", "phone"])
@pytest.mark.parametrize("colors", ["light", "dark"])
def test_axe_finds_nothing(open_drawing: Any, size: dict[str, Any], colors: str) -> None:
    """On a screen and on a phone, in light and in dark."""
    assert find_violations(open_drawing(color_scheme=colors, **size)) == []


def test_a_phone_shows_words_that_can_be_read(open_drawing: Any) -> None:
    """Nothing scrolls sideways at 320 pixels, and no word is smaller than 10 pixels."""
    page = open_drawing(**_PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert [size for size in page.evaluate(_WORD_SIZES) if size < 10] == []


def test_the_readers_own_colors_hide_nothing(open_drawing: Any) -> None:
    """With forced colors, every shape is drawn in one of the reader's colors."""
    page = open_drawing(forced_colors="active", color_scheme="dark", **_SCREEN)
    page.evaluate(
        """() => {
          const probe = document.createElement("p");
          document.body.append(probe);
          window.systemColors = ["Canvas", "CanvasText", "Highlight", "HighlightText", "GrayText"].map((name) => {
            probe.style.color = name;
            return getComputedStyle(probe).color;
          });
        }"""
    )
    strange = page.evaluate(
        """() => [...document.querySelectorAll("svg [class]:not(svg)")].flatMap((shape) => {
          const { fill, stroke } = getComputedStyle(shape);
          return [fill, stroke].filter((color) => color !== "none" && !window.systemColors.includes(color));
        })"""
    )
    # Shapes that only have a line keep black as the fill nobody sees, and the other way round.
    assert {color for color in strange if color != "rgb(0, 0, 0)"} == set()


def test_paper_shows_all_of_it_in_black(open_drawing: Any) -> None:
    """Printed, the words of a drawing are black, whether they stand in its picture or beside it."""
    page = open_drawing(**_SCREEN)
    page.emulate_media(media="print")
    colors = page.evaluate(
        """() => [...document.querySelectorAll("main *")]
          .filter((element) => element.checkVisibility() && [...element.childNodes].some((node) => node.data?.trim()))
          .map((element) => getComputedStyle(element)[element instanceof SVGElement ? "fill" : "color"])"""
    )
    assert set(colors) == {"rgb(0, 0, 0)"}
