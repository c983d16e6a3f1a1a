"""What tests of commands share: a command as a module, which sets nothing up."""

import importlib.util
from collections.abc import Callable
from types import ModuleType

import pytest

from setup import environment
from support.builds import ROOT


@pytest.fixture
def load_command(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], ModuleType]:
    """A function that returns the command of a name as a module of its own."""
    monkeypatch.setattr(environment, "enter", lambda _: None)

    def load(name: str) -> ModuleType:
        # By its path, because Python itself has a module called test.
        spec = importlib.util.spec_from_file_location(f"{name}_command", ROOT / "scripts" / f"{name}.py")
        assert spec
        assert spec.loader
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    return load
