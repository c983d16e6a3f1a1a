"""Copies of the whole project, in which a test starts commands and changes what it likes."""

import shutil
import sys
from pathlib import Path

from support.builds import ROOT, TINY

# The environment of the tests has all that a command needs, so nothing is set up.
_START = (
    "import importlib, sys; from setup import environment; environment.enter = lambda lock: None; "
    "sys.exit(importlib.import_module(sys.argv.pop(1)).main())"
)


def create_project(folder: Path) -> Path:
    """Return `folder` with a copy of the code, and with the tiny hub as its content, pages and settings."""
    for name in ("hooks", "scripts"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(TINY, folder, dirs_exist_ok=True)
    settings = (TINY / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(settings.replace("../../", ""), encoding="utf-8")
    return folder


def project_command(name: str, *arguments: str) -> list[str]:
    """Return the command line that starts scripts/NAME.py; it has to run in the project's folder scripts/."""
    return [sys.executable, "-c", _START, name, *arguments]
