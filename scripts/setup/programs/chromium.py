"""Finds a Chromium-like browser for the browser tests, or installs one."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator

from setup.programs.starting import starts
from setup.programs.system_packages import apt_install_command

_NAMES = (
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"),
    *("microsoft-edge", "msedge", "brave-browser"),
)
_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
MISSING = (
    "The browser tests need Chromium, Chrome or Edge, and none was found or could be installed. "
    "Install one, or set HUB_CHROMIUM to the program file, and run the tests again."
)


def find_chromium() -> str | None:
    """Return the path of a browser that starts, None where there is none.

    HUB_CHROMIUM wins; then the names on PATH, the usual places, and Playwright's own.
    """
    return next((path for path in _candidates() if starts(path, "--no-sandbox")), None)


def install_chromium() -> str | None:
    """Install a browser in the first way that works here, and return its path."""
    for command in _install_commands():
        print(f"Installing a browser for the tests: {' '.join(command)}", flush=True)
        if subprocess.run(command, check=False, capture_output=True).returncode:  # noqa: S603 -- fixed commands
            continue
        if found := find_chromium():
            return found
    return None


def _candidates() -> Iterator[str]:
    if chosen := os.environ.get("HUB_CHROMIUM"):
        yield chosen
    for name in _NAMES:
        if path := shutil.which(name):
            yield path
    yield from _PLACES
    yield from _playwright_browsers()


def _playwright_browsers() -> Iterator[str]:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 -- slow to import, and seldom needed

    with sync_playwright() as playwright:
        yield playwright.chromium.executable_path


def _install_commands() -> Iterator[list[str]]:
    yield [sys.executable, "-m", "playwright", "install", "chromium"]
    yield from apt_install_command("chromium")
