"""Our own style sheet in the eyes of all three engines."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from knowledge_hub.publishing.styles import join_hub_styles
from knowledge_hub.settings.palette import DEFAULT
from support.browser.firefox import start_firefox
from support.browser.webkit import start_webkit
from support.builds import ROOT
from support.style_sheet import Declaration, fill_in_variables, read_declarations

pytestmark = pytest.mark.slow

STYLES = ROOT / "hooks" / "knowledge_hub" / "theme" / "assets" / "hub" / "styles"
OTHERS = {"firefox": start_firefox, "webkit": start_webkit}
# What an engine needn't understand, without its prefix, and why readers don't miss it.
UNKNOWN = {
    "chromium": {},
    "firefox": {
        "text-size-adjust": "only on phones is text made bigger than the page says",
        "font-smoothing": "only macOS has another way to draw letters",
    },
    "webkit": {
        "text-size-adjust": "only on phones is text made bigger than the page says",
        "forced-color-adjust": "it has no forced colors",
        "field-sizing": "a field that doesn't grow by itself scrolls and can be pulled larger",
    },
}
_PREFIX = re.compile(r"^-(?:webkit|moz-osx|moz)-")
_FEATURE = re.compile(r"\([^()]+\)")
# A rule whose selector or head isn't understood isn't there, and neither is a declaration.
_FIND_LOST = """(declarations) => declarations.map(([around, name, value]) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`${around.map((head) => `${head}{`).join("")}${name}:${value}${"}".repeat(around.length)}`);
  let rule = sheet.cssRules[0];
  while (rule?.cssRules?.length) rule = rule.cssRules[0];
  return !rule?.style?.length;
})"""
_FIND_UNKNOWN = "(asked) => asked.filter((it) => !matchMedia(it).matches && !matchMedia(`not ${it}`).matches)"

Ask = Callable[[str, list[Any]], list[Any]]


@pytest.fixture(scope="module")
def declarations() -> list[Declaration]:
    """Every declaration of the style sheet that readers download."""
    return fill_in_variables(list(read_declarations(join_hub_styles(STYLES, DEFAULT))))


@pytest.fixture(scope="module", params=sorted(UNKNOWN))
def engine(request: pytest.FixtureRequest) -> Iterator[tuple[str, Ask]]:
    """Each engine's name, and a function that asks a page of it."""
    if start := OTHERS.get(request.param):
        with start() as window:
            yield request.param, window.run
    else:
        browser: Browser = request.getfixturevalue("browser")
        page = browser.new_page()
        yield request.param, page.evaluate
        page.close()


def test_every_declaration_is_understood(engine: tuple[str, Ask], declarations: list[Declaration]) -> None:
    """Selector, rules around it, property and value; of several that differ by their prefix, one is enough."""
    name, ask = engine
    asked = [[item.around, item.name, item.value] for item in declarations]
    lost = dict(zip(declarations, ask(_FIND_LOST, asked), strict=True))
    understood = {(item.around, _plain(item)) for item, is_lost in lost.items() if not is_lost}
    assert len(understood) > 1000
    unknown = [item for item in lost if (item.around, _plain(item)) not in understood]
    assert [item for item in unknown if _plain(item) not in UNKNOWN[name]] == []


def _plain(declaration: Declaration) -> str:
    return _PREFIX.sub("", declaration.name)


def test_every_question_about_the_screen_is_understood(
    engine: tuple[str, Ask], declarations: list[Declaration]
) -> None:
    """Each feature that a rule asks for is there or isn't; what an engine doesn't know is neither."""
    _, ask = engine
    heads = {head for item in declarations for head in item.around if head.startswith("@media")}
    features = sorted({feature for head in heads for feature in _FEATURE.findall(head)})
    assert features
    assert ask(_FIND_UNKNOWN, features) == []


def test_a_browser_finds_what_it_does_not_understand(engine: tuple[str, Ask]) -> None:
    """Else the other tests would pass whatever stands in the style sheet."""
    _, ask = engine
    css = "a:nope(b) { color: red } a { colr: red; color: rot; color: red } @nope { a { color: red } }"
    asked = [[item.around, item.name, item.value] for item in read_declarations(css)]
    assert ask(_FIND_LOST, asked) == [True, True, True, False, True]
    assert ask(_FIND_UNKNOWN, ["(nope: 1)", "(min-width: 1px)"]) == ["(nope: 1)"]
