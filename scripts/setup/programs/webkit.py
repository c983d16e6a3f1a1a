"""Finds WebKit for the browser tests, or installs it: WebKitGTK's driver, its small browser and a screen to draw on.

Safari is made of WebKit, and Apple's systems alone have Safari.
"""

import shutil
import subprocess

from setup.programs.system_packages import apt_install_command

_DRIVER = "WebKitWebDriver"
_SCREEN = "Xvfb"
_PACKAGES = ("webkit2gtk-driver", "xvfb")
MISSING = (
    "WebKit's driver (WebKitWebDriver) or Xvfb was neither found nor could it be installed, so nothing is tried in it. "
    "Debian and Ubuntu have both: webkit2gtk-driver and xvfb."
)


def find_webkit() -> tuple[str, str] | None:
    """Return the paths of WebKit's driver and of the program that makes a screen, None where one is missing."""
    driver, screen = shutil.which(_DRIVER), shutil.which(_SCREEN)
    return (driver, screen) if driver and screen else None


def install_webkit() -> tuple[str, str] | None:
    """Install what is missing where the system can be asked for it, and return the paths."""
    for command in apt_install_command(*_PACKAGES):
        print(f"Installing WebKit for the tests: {' '.join(command)}", flush=True)
        subprocess.run(command, check=False, capture_output=True)  # noqa: S603 -- a fixed command
    return find_webkit()
