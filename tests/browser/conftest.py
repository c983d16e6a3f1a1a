"""What browser tests share: the built sites on a local server, and a page factory that watches."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from setup.site_server import serve_site
from support.browser.pages import OpenPage, Watch
from support.browser.worksheets import write_worksheets_hub
from support.once import MakeOnce


@pytest.fixture(scope="session")
def tiny_address(tiny_site: Path) -> Iterator[str]:
    """The address of the tiny hub, served below a folder as a project site is."""
    with serve_site(tiny_site, "/repo-name/") as address:
        yield address


@pytest.fixture(scope="session")
def crowded_address(crowded_site: Path) -> Iterator[str]:
    """The address of the hub with long lists."""
    with serve_site(crowded_site, "/repo-name/") as address:
        yield address


@pytest.fixture(scope="session")
def own_pages_address(own_pages_site: Path) -> Iterator[str]:
    """The address of the hub with pages and a menu of its host's own."""
    with serve_site(own_pages_site, "/repo-name/") as address:
        yield address


@pytest.fixture(scope="session")
def worksheets_address(make_once: MakeOnce) -> Iterator[str]:
    """The address of a hub with two worksheets whose names begin alike."""
    with serve_site(make_once("worksheets", write_worksheets_hub) / "site", "/repo-name/") as address:
        yield address


@pytest.fixture
def open_page(browser: Browser, tiny_address: str) -> Iterator[OpenPage]:
    """Opens pages of the tiny hub, or of `site`, each in a browser of its own.

    `options` are those of a Playwright context. Afterwards nothing may stand in the console (the
    policy's complaints would), no request may have left the site, and no cookie may be there.
    """
    watches = []

    def open_page(address: str = "", *, site: str = tiny_address, width: int = 1280, **options: Any) -> Page:
        options.setdefault("viewport", {"width": width, "height": 800})
        page = browser.new_context(**options).new_page()
        watches.append(Watch(page, site))
        page.goto(site + address)
        return page

    yield open_page
    for watch in watches:
        watch.check()
        watch.page.context.close()
