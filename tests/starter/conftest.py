"""What is true of the starter library only; its tests run while it is there unchanged, with the settings of the tests."""

import os
from pathlib import Path

import pytest

from knowledge_hub.settings.switches import read_switch
from setup.starter_library import LIST, find_change
from support.builds import ROOT, build
from support.once import MakeOnce

_CHANGED = (
    "content/ and docs/ don't hold the starter library as it was released, of which alone this is true: {path} isn't "
    f"the file in {LIST}. Whoever keeps the starter library renews that list: python3 scripts/generate.py --starter"
)


@pytest.fixture(scope="session", autouse=True)
def _starter() -> None:
    """Skip everything here in a hub of somebody's own; HUB_STARTER=1 says that this is none, and fails instead."""
    if path := find_change(ROOT):
        (pytest.fail if read_switch(os.environ, "HUB_STARTER") else pytest.skip)(_CHANGED.format(path=path))


@pytest.fixture(scope="session")
def starter_site(_starter: None, make_once: MakeOnce) -> Path:
    """The folder of the starter library, built."""
    return make_once("starter-hub", lambda folder: build(folder / "site", ROOT / "content")) / "site"
