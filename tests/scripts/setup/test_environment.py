"""The set-up of .venv: what an old or bare Python is told, and when nothing has to be done."""

import ast
import os
import re
import subprocess
from pathlib import Path
from typing import Any, NoReturn

import pytest

from setup import environment
from support.builds import ROOT

COMMANDS = [
    path.stem
    for path in sorted((ROOT / "scripts").glob("*.py"))
    if 'if __name__ == "__main__":' in path.read_text(encoding="utf-8")
]


class _Started(Exception):
    """Stands for the program that would go on in another Python."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with a lock file, and no way to start or install anything."""

    def start(python: str, *_: str) -> NoReturn:
        raise _Started(python)

    def refuse(*_: Any, **__: Any) -> NoReturn:
        pytest.fail("nothing may be run here")

    (tmp_path / "requirements.txt").write_text("mkdocs==1.6.1\n", encoding="utf-8")
    monkeypatch.setattr(environment, "ROOT", str(tmp_path))
    monkeypatch.setattr(environment, "VENV", str(tmp_path / ".venv"))
    monkeypatch.setattr(environment, "_run", start)
    monkeypatch.setattr(environment.subprocess, "run", refuse)
    return tmp_path


def _make_venv(folder: Path, version: str = "3.12.1") -> Path:
    python = Path(environment._venv_python())  # noqa: SLF001
    python.parent.mkdir(parents=True)
    python.touch()
    (folder / ".venv" / "pyvenv.cfg").write_text(f"version = {version}\n", encoding="utf-8")
    return python


def _stamp(folder: Path) -> None:
    text = environment._stamp("requirements.txt")  # noqa: SLF001
    (folder / ".venv" / "requirements.txt.stamp").write_text(text, encoding="ascii")


def _sentence(error: pytest.ExceptionInfo[SystemExit]) -> str:
    return str(error.value.code)


def test_old_pythons_can_read_the_set_up() -> None:
    """Python 3.6 is told what is missing instead of stumbling: the syntax and imports are that old."""
    text = (ROOT / "scripts" / "setup" / "environment.py").read_text(encoding="utf-8")
    ast.parse(text, feature_version=(3, 6))
    assert _imports(text) <= {"hashlib", "os", "shutil", "subprocess", "sys", "importlib.util", "typing"}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_sets_itself_up_first(name: str) -> None:
    """A command imports the set-up before anything else, and an old Python can read it so far."""
    tree = ast.parse((ROOT / "scripts" / f"{name}.py").read_text(encoding="utf-8"), feature_version=(3, 6))
    docstring, first = tree.body[:2]
    assert isinstance(docstring, ast.Expr)
    assert isinstance(first, ast.ImportFrom)
    assert first.module in {"setup.for_site", "setup.for_tests"}


@pytest.mark.parametrize("name", ["for_site", "for_tests"])
def test_the_set_up_comes_before_all_else(name: str) -> None:
    """What commands import first needs nothing but Python, and an old one can read it."""
    text = (ROOT / "scripts" / "setup" / f"{name}.py").read_text(encoding="utf-8")
    ast.parse(text, feature_version=(3, 6))
    assert _imports(text) <= {"gc", "sys", "pathlib", "setup"}


@pytest.mark.usefixtures("folder")
def test_an_old_python_hands_over_to_a_newer_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a newer Python is installed, too, the command goes on in it."""
    monkeypatch.setattr(environment.sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(environment.shutil, "which", lambda name: f"/usr/bin/{name}" if name == "python3.12" else None)
    with pytest.raises(_Started, match=r"/usr/bin/python3\.12"):
        environment.enter("requirements.txt")


@pytest.mark.usefixtures("folder")
def test_an_old_python_alone_is_told_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a newer Python there is one sentence with both versions and an address."""
    monkeypatch.setattr(environment.sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(environment.shutil, "which", lambda _: None)
    with pytest.raises(SystemExit) as error:
        environment.enter("requirements.txt")
    assert "needs Python 3.11 or newer, and here is only 3.9" in _sentence(error)
    assert "https://www.python.org/downloads/" in _sentence(error)


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("missing", ["ensurepip", "venv"])
def test_a_python_without_venv_is_told_the_package(monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    """Debian's Python comes without venv; the sentence names what to install."""
    monkeypatch.setattr(environment, "find_spec", lambda name: None if name == missing else object())
    with pytest.raises(SystemExit) as error:
        environment.enter("requirements.txt")
    assert "sudo apt install python3-venv" in _sentence(error)


@pytest.mark.parametrize(
    ("said", "advice"),
    [
        ("NewConnectionError: Failed to establish a new connection", "check the internet connection"),
        ("ERROR: No matching distribution found for mkdocs", "check the internet connection"),
        ("ReadTimeoutError: Read timed out.", "check the internet connection"),
        ("OSError: [Errno 28] No space left on device", "The disk is full"),
        ("THESE PACKAGES DO NOT MATCH THE HASHES\nhashes do not match", "not the one that was checked"),
        ("something new", "What the installer said last is above"),
    ],
)
def test_a_failed_installation_is_explained(
    folder: Path, monkeypatch: pytest.MonkeyPatch, said: str, advice: str
) -> None:
    """What pip says stays readable, and a sentence says what to do; no stamp is left behind."""
    _make_venv(folder)
    (folder / ".venv" / "old.stamp").touch()
    monkeypatch.setattr(environment.subprocess, "run", lambda *_, **__: subprocess.CompletedProcess([], 1, stdout=said))
    with pytest.raises(SystemExit) as error:
        environment.enter("requirements.txt")
    assert said.splitlines()[-1] in _sentence(error)
    assert advice in _sentence(error)
    assert not (folder / ".venv" / "requirements.txt.stamp").exists()


@pytest.mark.usefixtures("folder")
def test_a_folder_that_cannot_be_written_is_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    """When .venv can't be made, the sentence asks the two questions that help."""
    monkeypatch.setattr(environment.subprocess, "run", lambda *_, **__: subprocess.CompletedProcess([], 1))
    with pytest.raises(SystemExit) as error:
        environment.enter("requirements.txt")
    assert "may you write here?" in _sentence(error)


def test_a_second_start_does_nothing_but_go_on(folder: Path) -> None:
    """With a stamp for this lock and Python, nothing is made, installed or asked for."""
    python = _make_venv(folder)
    _stamp(folder)
    with pytest.raises(_Started, match=re.escape(str(python))):
        environment.enter("requirements.txt")


def test_inside_the_environment_the_command_goes_on(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In .venv itself there is nothing to start again."""
    _make_venv(folder)
    _stamp(folder)
    monkeypatch.setattr(environment.sys, "prefix", str(folder / ".venv"))
    environment.enter("requirements.txt")


@pytest.mark.skipif(os.name == "nt", reason="Windows lets not everybody make a link")
def test_a_folder_has_one_environment_however_it_is_reached(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Python writes the path of .venv in another way, the command doesn't start itself again for ever."""
    _make_venv(folder)
    _stamp(folder)
    (folder / "link").symlink_to(folder)
    monkeypatch.setattr(environment.sys, "prefix", str(folder / "link" / ".venv"))
    environment.enter("requirements.txt")


def test_windows_prints_every_letter_and_stops_in_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    """There the command goes on in a second program, which may print any letter; Ctrl+C ends both without a traceback."""
    seen: list[str | None] = []

    def stop(_: list[str]) -> NoReturn:
        seen.append(os.environ.get("PYTHONUTF8"))
        raise KeyboardInterrupt

    monkeypatch.setenv("PYTHONUTF8", "0")
    monkeypatch.setattr(environment.subprocess, "call", stop)
    with monkeypatch.context() as windows:
        windows.setattr(environment.os, "name", "nt")
        with pytest.raises(SystemExit) as error:
            environment._run("python.exe", "scripts/check.py")  # noqa: SLF001
    assert (error.value.code, seen) == (130, ["1"])


@pytest.mark.parametrize("change", ["lock", "python", "no python", "no stamp"])
def test_a_change_sets_it_up_again(folder: Path, monkeypatch: pytest.MonkeyPatch, change: str) -> None:
    """Another lock, another Python, or half a set-up is mended at the next start."""
    python = _make_venv(folder)
    _stamp(folder)
    match change:
        case "lock":
            (folder / "requirements.txt").write_text("mkdocs==1.6.2\n", encoding="utf-8")
        case "python":
            (folder / ".venv" / "pyvenv.cfg").write_text("version = 3.13.0\n", encoding="utf-8")
        case "no python":
            python.unlink()
        case "no stamp":
            (folder / ".venv" / "requirements.txt.stamp").unlink()
    made: list[list[str]] = []

    def run(command: list[str], **_: Any) -> subprocess.CompletedProcess[str]:
        made.append(command)
        return subprocess.CompletedProcess(command, 0, stdout="")

    monkeypatch.setattr(environment.subprocess, "run", run)
    with pytest.raises(_Started):
        environment.enter("requirements.txt")
    assert "--require-hashes" in made[-1]
    assert made[-1][-1] == str(folder / "requirements.txt")
    assert environment._is_ready("requirements.txt", environment._venv_python()) == (change != "no python")  # noqa: SLF001


def _imports(text: str) -> set[str]:
    nodes = list(ast.walk(ast.parse(text)))
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return names | {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
