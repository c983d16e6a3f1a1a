"""Tells whether a program that was found is one."""

import os
import subprocess
from pathlib import Path


def starts(path: str, *arguments: str) -> bool:
    """Tell whether a browser is more than a stub (Ubuntu's `chromium` and `firefox` only point at another store)."""
    if not Path(path).is_file():
        return False
    if os.name == "nt":
        return True  # Browsers print no version on Windows.
    try:
        command = [path, "--version", *arguments]
        return subprocess.run(command, capture_output=True, timeout=30, check=False).returncode == 0  # noqa: S603 -- a program that was found
    except (OSError, subprocess.TimeoutExpired):
        return False
