"""Other site generators, each in an environment of its own outside the lock, and how a test builds with one."""

import hashlib
import os
import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path

import pytest

from support.builds import ROOT

_FOLDER = ROOT / ".cache" / "engines"


@dataclass(frozen=True)
class Engine:
    """A generator: what is installed for it ("" is the tests' own environment), and the module that builds."""

    name: str
    module: str
    packages: tuple[str, ...] = ()
    options: tuple[str, ...] = ("--strict",)

    def build(self, folder: Path) -> subprocess.CompletedProcess[str]:
        """Build the site of a folder into its site/."""
        command = [str(self._python()), "-m", self.module, "build", *self.options]
        settings = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
        return subprocess.run(command, cwd=folder, env=settings, capture_output=True, text=True, check=False)

    def _python(self) -> Path:
        return _make_environment(self.packages) if self.packages else Path(sys.executable)


ENGINES = (
    Engine("material", "mkdocs"),
    Engine("properdocs", "properdocs", ("properdocs==1.6.7", "mkdocs-material==9.8.1")),
    Engine("zensical", "zensical", ("zensical==0.0.73",)),
)


def _make_environment(packages: tuple[str, ...]) -> Path:
    """Return the Python of an environment with these packages, made once on a machine.

    Where they can't be installed, the test fails in CI and is left out elsewhere.
    """
    key = hashlib.sha256(" ".join((sys.version, *packages)).encode()).hexdigest()[:12]
    folder = _FOLDER / key
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    stamp = folder / "ready"
    if stamp.exists():
        return python
    venv.create(folder, clear=True)
    # The tests' own pip does it: one of its own would take as long as the packages.
    pip = [sys.executable, "-m", "pip", "--python", str(python), "--disable-pip-version-check"]
    command = [*pip, "install", "--quiet", *packages]
    installed = subprocess.run(command, capture_output=True, text=True, check=False)
    if installed.returncode:
        said = f"{', '.join(packages)} can’t be installed here: {installed.stderr.strip()[-300:]}"
        pytest.fail(said) if os.environ.get("CI") == "true" else pytest.skip(said)
    stamp.touch()
    return python
