"""The command that tests the code: when the gates run, what they print, and how it ends."""

import shutil
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from setup.gates import GATES, run_gates
from support.builds import ROOT

GOOD = '"""A module."""\n\nANSWER: int = 42\n'
BAD = '"""A module."""\nimport os\nANSWER: int = "42"\n'


@pytest.fixture
def command(load_command: Callable[[str], ModuleType], monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """scripts/test.py, which runs no tests: pytest's exit code is 0."""
    module = load_command("test")
    monkeypatch.setattr(module.subprocess, "call", lambda *_, **__: 0)
    return module


@pytest.mark.parametrize("arguments", [["--fast"], []])
def test_gates_come_before_the_tests(
    command: ModuleType, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    """The fast run and the whole one look through the code, and then run the tests."""
    order: list[str] = []
    monkeypatch.setattr(command, "find_shell", lambda: "chromium")
    monkeypatch.setattr(command, "find_soffice", lambda: "soffice")
    monkeypatch.setattr(command, "has_poppler", lambda: True)
    monkeypatch.setattr(command.firefox, "find_firefox", lambda: "firefox")
    monkeypatch.setattr(command.webkit, "find_webkit", lambda: ("driver", "screen"))
    monkeypatch.setattr(command, "run_gates", lambda _: order.append("gates") or [])
    monkeypatch.setattr(command.subprocess, "call", lambda line, **_: order.append(line[2]) or 0)
    assert command.main(arguments) == 0
    assert order == ["gates", "pytest"]


def test_somebody_who_tries_one_test_waits_for_no_gate(command: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """With arguments for pytest only those tests run, and --fast isn't handed on as one."""
    lines: list[list[str]] = []
    monkeypatch.setattr(command, "run_gates", lambda _: pytest.fail("no gate may run"))
    monkeypatch.setattr(command.subprocess, "call", lambda line, **_: lines.append(line) or 0)
    assert command.main(["-k", "day", "--fast", "tests/test_dates.py"]) == 0
    assert lines[0][-5:] == ["-k", "day", "tests/test_dates.py", "-m", "not slow"]
    assert "--fast" not in lines[0]


@pytest.mark.parametrize(
    ("failed", "tests_end_with", "expected"), [([], 0, 0), (["Types"], 0, 1), ([], 3, 3), (["Types"], 3, 3)]
)
def test_everything_has_to_pass(
    command: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    failed: list[str],
    tests_end_with: int,
    expected: int,
) -> None:
    """A failed gate fails the run though every test passed, and is named again below the tests."""
    monkeypatch.setattr(command, "run_gates", lambda _: failed)
    monkeypatch.setattr(command.subprocess, "call", lambda *_, **__: tests_end_with)
    assert command.main(["--fast"]) == expected
    assert ("Failed before the tests: Types." in capsys.readouterr().out) == bool(failed)


def test_each_gate_says_what_is_wrong(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """All gates run though the first one fails, and the lines of each tool are shown."""
    assert run_gates(_write_project(tmp_path, BAD)) == list(GATES)
    said = capfd.readouterr().out
    assert "`os` imported but unused" in said
    assert "File would be reformatted" in said
    assert "Incompatible types in assignment" in said


def test_good_code_is_one_line_a_gate(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Where nothing is wrong nothing else is said."""
    assert run_gates(_write_project(tmp_path, GOOD)) == []
    assert capfd.readouterr().out.splitlines() == [f"{name}: passed" for name in GATES]


def _write_project(folder: Path, code: str) -> Path:
    """Write a project with the hub's own settings and one module in each of its folders."""
    shutil.copy(ROOT / "pyproject.toml", folder)
    for name in ("hooks", "scripts", "tests"):
        (folder / name).mkdir()
        (folder / name / f"{name}_module.py").write_text(code, encoding="utf-8")
    return folder
