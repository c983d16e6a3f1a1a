"""Starts the Chromium of this computer, with nothing of its own that would ask anybody anything."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, expect, sync_playwright

from setup.programs.chromium import MISSING, find_chromium, find_shell

_SWITCHES = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
# In milliseconds. What is expected comes later where much else is done; only a test that fails waits so long.
_PATIENCE = 60_000


@contextmanager
def start_browser() -> Iterator[Browser]:
    """Give a browser that ends with the block."""
    path = find_shell() or find_chromium()
    assert path, MISSING
    expect.set_options(timeout=_PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(_SWITCHES))
        yield browser
        browser.close()
