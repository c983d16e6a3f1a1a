"""A browser beside a site that is served, for what is measured in one."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from setup.programs.chromium import MISSING, find_chromium, find_shell
from setup.site_server import serve_site


@contextmanager
def open_browser(folder: Path, answers: list[tuple[str, int]] | None = None) -> Iterator[tuple[Browser, str]]:
    """Give a browser and the address at which a folder is served; ends the program with a sentence without a browser.

    Path and bytes of each answer are added to `answers`.
    """
    chromium = find_shell() or find_chromium()
    if chromium is None:
        raise SystemExit(MISSING)
    with serve_site(folder, answers=answers) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser, address
        browser.close()
