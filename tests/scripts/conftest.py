"""What tests of commands share."""

import importlib
from collections.abc import Callable
from types import ModuleType

import pytest

from setup import environment


@pytest.fixture
def load_command(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], ModuleType]:
    """Loads scripts/NAME.py as a module, inside the environment of the tests."""
    monkeypatch.setattr(environment, "enter", lambda _: None)
    return importlib.import_module
