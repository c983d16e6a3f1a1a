"""Starts the Chromium of this computer, with nothing of its own that would ask anybody anything."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

from setup.programs.chromium import MISSING, find_chromium, find_shell

_SWITCHES = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


@contextmanager
def start_browser() -> Iterator[Browser]:
    """Give a browser that ends with the block."""
    path = find_shell() or find_chromium()
    assert path, MISSING
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(_SWITCHES))
        yield browser
        browser.close()
