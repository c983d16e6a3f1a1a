"""Pages on paper."""

import io

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from support.browser.pages import OpenPage

pytestmark = pytest.mark.slow


def _print(page: Page, paper: str = "Letter") -> list[str]:
    """Return the text of each printed page, its line breaks as spaces."""
    reader = PdfReader(io.BytesIO(page.pdf(format=paper)))
    return [" ".join(sheet.extract_text().split()) for sheet in reader.pages]


@pytest.mark.parametrize("colors", ["light", "dark"])
@pytest.mark.parametrize("paper", ["Letter", "A4"])
def test_a_record_prints_whole(open_page: OpenPage, paper: str, colors: str) -> None:
    """No blank first sheet; the help line, the address and what was folded are there, the menu isn't."""
    sheets = _print(open_page("toolkits/small-test/", color_scheme=colors), paper)
    text = " ".join(sheets)
    assert sheets[0].startswith("Toolkit A small test")
    assert len(sheets[0]) > 300
    assert "text 988" in text
    assert "https://host.example/repo-name/toolkits/small-test/" in text
    assert "Editors. (2026, January 15)." in text
    assert "On this page" not in text
    assert "Menu" not in text


@pytest.mark.parametrize("address", ["", "lessons/", "glossary/", "about/", "no/such/page/"])
def test_the_help_line_is_on_every_paper(open_page: OpenPage, address: str) -> None:
    """On other kinds of pages too."""
    assert "text 988" in " ".join(_print(open_page(address)))


def test_paper_is_white_in_dark_colors(open_page: OpenPage) -> None:
    """Whoever reads in dark prints black on white."""
    page = open_page("lessons/widen-the-team/", color_scheme="dark")
    page.get_by_role("button", name="Dark").click()
    page.emulate_media(media="print", color_scheme="dark")
    for selector in ("body", ".hub-facts", ".hub-footer"):
        style = page.locator(selector).evaluate(
            "(element) => [getComputedStyle(element).backgroundColor, getComputedStyle(element).color]"
        )
        assert style == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"], selector


def test_what_was_folded_is_folded_again(open_page: OpenPage) -> None:
    """Printing opens every part and leaves the page as it was."""
    page = open_page("lessons/widen-the-team/")
    count = "() => document.querySelectorAll('details[open]').length"
    page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate(count) == page.locator("details").count() > 0
    page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    assert page.evaluate(count) == 0
