"""Puts another generator into a folder of its own; where that can't be done, one line says why."""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

# Without a connection an installer should say so at once.
_PIP = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--retries", "1", "--timeout", "15")
_NPM = ("install", "--no-audit", "--no-fund", "--fetch-retries", "1")
_PATIENCE = 300


class NotHere(Exception):
    """A generator can't be installed; the message says why in one line."""


def install_python_package(folder: Path, *packages: str) -> Path:
    """Install packages into a new environment, and return its folder."""
    run([sys.executable, "-m", "venv", str(folder)])
    run([str(folder / "bin" / "python"), *_PIP, *packages])
    return folder


def install_node_package(folder: Path, package: str) -> Path:
    """Install a package of Node.js, and return the folder in which it lies."""
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        raise NotHere("Node.js is not installed")
    folder.mkdir(parents=True)
    (folder / "package.json").write_text('{"private": true}\n', encoding="utf-8")
    run([npm, *_NPM, package], folder)
    return folder / "node_modules" / package


def own_version(package: str) -> str:
    """Return the version of a package that the hub itself uses."""
    return version(package)


def run(command: Sequence[str], folder: Path | None = None) -> str:
    """Return what a command says; NotHere has the last line of one that fails."""
    try:
        ended = subprocess.run(  # noqa: S603 -- our own command
            command, cwd=folder, capture_output=True, text=True, timeout=_PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NotHere(f"{Path(command[0]).name} did not end well: {type(error).__name__}") from None
    if ended.returncode:
        said = (ended.stderr or ended.stdout).strip().splitlines() or ["it said nothing"]
        raise NotHere(said[-1].strip())
    return ended.stdout.strip()
