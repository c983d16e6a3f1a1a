"""The starter library's longest pages, in text twice as large on a phone."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from knowledge_hub.records import RECORD_TYPES
from setup.site_server import serve_site
from support.browser.pages import visit

pytestmark = pytest.mark.slow

_PAGES = ("", "search/?q=team", "sources/", "glossary/", "browse/", "contribute/fields/case-study/")


def _find_longest(site: Path, folder: str) -> str:
    """Return the address of the page with the most text in one of the library's folders."""
    pages = sorted((site / folder).glob("*/index.html"), key=lambda page: page.stat().st_size)
    return f"{folder}/{pages[-1].parent.name}/"


def test_real_words_stay_in_sight(starter_site: Path, browser: Browser) -> None:
    """Addresses, names of fields and long words break, and a card is no wider than the phone."""
    longest = [_find_longest(starter_site, cls.folder) for cls in RECORD_TYPES if (starter_site / cls.folder).is_dir()]
    context = browser.new_context(viewport={"width": 360, "height": 740}, bypass_csp=True)
    page = context.new_page()
    wide = {}
    with serve_site(starter_site, "/repo-name/") as root:
        for address in (*_PAGES, *longest):
            visit(page, root + address)
            page.add_style_tag(content="html { font-size: 200% !important; }")
            wide[address] = page.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert {address: width for address, width in wide.items() if width > 360} == {}
