"""Finds a Chromium-like browser for the browser tests, or installs one."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from setup.programs.starting import starts
from setup.programs.system_packages import apt_install_command

_NAMES = (
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"),
    *("microsoft-edge", "msedge", "brave-browser"),
)
# Chromium's own program without windows: pages are the same in it, and a new one costs a quarter of the work.
_SHELL = "chromium-headless-shell"
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
    return _find_first(_candidates())


def find_shell() -> str | None:
    """Return the path of Chromium without windows, None where there is none; HUB_CHROMIUM wins."""
    return _find_first(_shells())


def install_shell() -> str | None:
    """Install Chromium without windows in the first way that works here, and return its path."""
    for command in _install_commands("--only-shell", _SHELL):
        if _install(command) and (found := find_shell()):
            return found
    return None


def install_chromium() -> str | None:
    """Install a browser in the first way that works here, and return its path."""
    for command in _install_commands("--no-shell", "chromium"):
        if _install(command) and (found := find_chromium()):
            return found
    return None


def _find_first(candidates: Iterator[str]) -> str | None:
    return next((path for path in candidates if starts(path, "--no-sandbox")), None)


def _candidates() -> Iterator[str]:
    yield from _chosen()
    for name in _NAMES:
        if path := shutil.which(name):
            yield path
    yield from _PLACES
    yield _ask_playwright()


def _shells() -> Iterator[str]:
    yield from _chosen()
    if path := shutil.which(_SHELL):
        yield path
    # Playwright keeps both side by side: chromium-1200/…, chromium_headless_shell-1200/…
    for folder in Path(_ask_playwright()).parents:
        if folder.name.startswith("chromium-"):
            beside = folder.with_name(folder.name.replace("chromium-", "chromium_headless_shell-"))
            yield from map(str, sorted(beside.glob("*/*headless?shell*")))


def _chosen() -> Iterator[str]:
    if chosen := os.environ.get("HUB_CHROMIUM"):
        yield chosen


def _ask_playwright() -> str:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 -- slow to import, and seldom needed

    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def _install_commands(which: str, package: str) -> Iterator[list[str]]:
    yield [sys.executable, "-m", "playwright", "install", "chromium", which]
    yield from apt_install_command(package)


def _install(command: list[str]) -> bool:
    print(f"Installing a browser for the tests: {' '.join(command)}", flush=True)
    return subprocess.run(command, check=False, capture_output=True).returncode == 0  # noqa: S603 -- fixed commands
