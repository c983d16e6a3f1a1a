"""What the tests of hosts share: a repository for each test, and one set-up for all."""

import subprocess
import sys
from pathlib import Path

import pytest

from support.builds import ROOT
from support.hosts import Host


@pytest.fixture(scope="session")
def set_up() -> None:
    """The first command of all makes .venv ready; every copy is linked to it."""
    subprocess.run([sys.executable, str(ROOT / "scripts" / "check.py"), "--version"], capture_output=True, check=True)


@pytest.fixture
def host(tmp_path: Path, request: pytest.FixtureRequest) -> Host:
    """A host's repository that a test may change."""
    request.getfixturevalue("set_up")
    return Host(tmp_path / "hub")


@pytest.fixture(scope="session")
def pack_cache(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where packs are kept between the builds of a run."""
    return str(tmp_path_factory.mktemp("pack-cache"))
