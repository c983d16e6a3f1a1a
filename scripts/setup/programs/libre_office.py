"""Finds LibreOffice, with which the tests open Word and Excel files, or installs it."""

import os
import shutil
import subprocess
from pathlib import Path

from setup.programs.system_packages import apt_install_command

_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
)
_PACKAGES = ("libreoffice-writer-nogui", "libreoffice-calc-nogui")
MISSING = (
    "This test opens Word and Excel files in LibreOffice, and it was neither found nor could it be installed. "
    "Install it from https://www.libreoffice.org/, or set HUB_SOFFICE to its program file."
)


def find_soffice() -> str | None:
    """Return the path of LibreOffice's program, None where there is none; HUB_SOFFICE wins."""
    candidates = (os.environ.get("HUB_SOFFICE"), shutil.which("soffice"), shutil.which("libreoffice"), *_PLACES)
    return next((path for path in candidates if path and Path(path).is_file()), None)


def install_soffice() -> str | None:
    """Install the parts that the tests need, and return the program's path."""
    for command in apt_install_command(*_PACKAGES):
        print(f"Installing LibreOffice for the tests: {' '.join(command)}", flush=True)
        subprocess.run(command, check=False, capture_output=True)  # noqa: S603 -- a fixed command
    return find_soffice()
