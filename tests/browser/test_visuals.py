"""Each drawing alone on a page: axe, a phone, a reader's own colors, paper."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from knowledge_hub.publishing.styles import join_hub_styles
from support.browser.axe_checks import find_violations_in
from support.builds import ROOT

pytestmark = pytest.mark.slow

DRAWINGS = sorted((ROOT / "tests" / "golden" / "visuals").glob("*.html"))
_PHONE: ViewportSize = {"width": 320, "height": 640}
_SCREEN: ViewportSize = {"width": 1280, "height": 800}
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


@pytest.fixture(scope="module")
def blank(browser: Browser) -> Iterator[Page]:
    """A page for one drawing after the other."""
    page = browser.new_page()
    yield page
    page.close()


@pytest.fixture
def open_drawing(blank: Page, drawing: str) -> Callable[..., Page]:
    """Opens the drawing alone; `media` is what the reader's system says, as in Playwright's `emulate_media`."""

    def open_drawing(size: ViewportSize = _SCREEN, **media: Any) -> Page:
        # What the drawing before was shown in ends with it.
        blank.goto("about:blank")
        blank.set_viewport_size(size)
        blank.emulate_media(**{"media": "screen", "color_scheme": "light", "forced_colors": "none", **media})
        blank.set_content(drawing)
        return blank

    return open_drawing


@pytest.mark.parametrize("size", [_SCREEN, _PHONE], ids=["screen", "phone"])
@pytest.mark.parametrize("colors", ["light", "dark"])
def test_axe_finds_nothing(open_drawing: Callable[..., Page], size: ViewportSize, colors: str) -> None:
    """On a screen and on a phone, in light and in dark."""
    assert find_violations_in(open_drawing(size, color_scheme=colors), colors) == []


def test_a_phone_shows_words_that_can_be_read(open_drawing: Callable[..., Page]) -> None:
    """Nothing scrolls sideways at 320 pixels, and no word is smaller than 10 pixels."""
    page = open_drawing(_PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert [size for size in page.evaluate(_WORD_SIZES) if size < 10] == []


def test_the_readers_own_colors_hide_nothing(open_drawing: Callable[..., Page]) -> None:
    """With forced colors, every shape is drawn in one of the reader's colors."""
    page = open_drawing(forced_colors="active", color_scheme="dark")
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


def test_paper_shows_all_of_it_in_black(open_drawing: Callable[..., Page]) -> None:
    """Printed, the words of a drawing are black, whether they stand in its picture or beside it."""
    page = open_drawing(media="print")
    colors = page.evaluate(
        """() => [...document.querySelectorAll("main *")]
          .filter((element) => element.checkVisibility() && [...element.childNodes].some((node) => node.data?.trim()))
          .map((element) => getComputedStyle(element)[element instanceof SVGElement ? "fill" : "color"])"""
    )
    assert set(colors) == {"rgb(0, 0, 0)"}
