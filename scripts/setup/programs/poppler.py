"""Finds Poppler, with which the tests read PDF files, or installs it."""

import shutil
import subprocess

from setup.programs.system_packages import apt_install_command

MISSING = (
    "This test reads PDF files with Poppler (pdfinfo, pdftotext), and it was neither found nor could it be installed. "
    "Install poppler-utils (Debian, Ubuntu), poppler (Homebrew), or put Poppler on PATH."
)


def has_poppler() -> bool:
    """Tell whether both programs are on PATH."""
    return all(shutil.which(name) for name in ("pdfinfo", "pdftotext"))


def install_poppler() -> None:
    """Install the programs where the system can be asked for them."""
    for command in apt_install_command("poppler-utils"):
        print(f"Installing Poppler for the tests: {' '.join(command)}", flush=True)
        subprocess.run(command, check=False, capture_output=True)  # noqa: S603 -- a fixed command
