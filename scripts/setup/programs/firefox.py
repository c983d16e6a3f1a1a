"""Finds a Firefox for the browser tests, or installs one.

Tests drive it by WebDriver BiDi, which every Firefox speaks: no driver is needed, and no build of Playwright’s own.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator

from setup.programs.starting import starts
from setup.programs.system_packages import apt_install_command

_NAMES = ("firefox-esr", "firefox")
_PLACES = (
    "/Applications/Firefox.app/Contents/MacOS/firefox",
    r"C:\Program Files\Mozilla Firefox\firefox.exe",
    r"C:\Program Files (x86)\Mozilla Firefox\firefox.exe",
)
MISSING = (
    "No Firefox was found or could be installed, so nothing is tried in it. "
    "Install one, or set HUB_FIREFOX to the program file."
)


def find_firefox() -> str | None:
    """Return the path of a Firefox that starts, None where there is none; HUB_FIREFOX wins."""
    return next(filter(starts, _candidates()), None)


def install_firefox() -> str | None:
    """Install Firefox where the system can be asked for it, and return its path."""
    for command in apt_install_command("firefox-esr"):
        print(f"Installing Firefox for the tests: {' '.join(command)}", flush=True)
        subprocess.run(command, check=False, capture_output=True)  # noqa: S603 -- a fixed command
    return find_firefox()


def _candidates() -> Iterator[str]:
    if chosen := os.environ.get("HUB_FIREFOX"):
        yield chosen
    yield from filter(None, map(shutil.which, _NAMES))
    yield from _PLACES
