"""What the code has to pass besides its tests: ruff's rules, ruff's format, and strict types."""

import subprocess
import sys
from pathlib import Path

_CODE = ("hooks", "scripts", "tests")
GATES = {
    "Rules (ruff check)": ("ruff", "check", "--quiet", *_CODE),
    "Format (ruff format)": ("ruff", "format", "--check", "--quiet", *_CODE),
    "Types (mypy)": ("mypy", "--no-error-summary"),
}


def run_gates(root: Path) -> list[str]:
    """Run every gate at once on the code below `root`, print how each ended, and return the names of those that failed.

    A gate that passed is one line; below one that failed stands what its tool said.
    """
    running = {name: _start(root, command) for name, command in GATES.items()}
    return [name for name, process in running.items() if not _report(name, process)]


def _start(root: Path, command: tuple[str, ...]) -> subprocess.Popen[str]:
    module = [sys.executable, "-m", *command]
    return subprocess.Popen(module, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)  # noqa: S603 -- our own


def _report(name: str, process: subprocess.Popen[str]) -> bool:
    said, _ = process.communicate()
    passed = process.returncode == 0
    print(f"{name}: passed" if passed else f"{name}: FAILED\n{said.rstrip()}", flush=True)
    return passed
