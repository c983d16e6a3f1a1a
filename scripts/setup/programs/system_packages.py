"""Installs what no Python package brings, where the system's own installer can be asked without a password."""

import os
import shutil
import subprocess
from collections.abc import Iterator


def apt_install_command(*packages: str) -> Iterator[list[str]]:
    """Yield the command that installs Debian packages, nothing where that can't be done here."""
    if not shutil.which("apt-get"):
        return
    become_root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if become_root and not shutil.which("sudo"):
        return
    apt = [*become_root, "apt-get"]
    if subprocess.run([*apt, "update"], check=False, capture_output=True).returncode == 0:  # noqa: S603 -- fixed
        yield [*apt, "install", "--yes", "--no-install-recommends", *packages]
