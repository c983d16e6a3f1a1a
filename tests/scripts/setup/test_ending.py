"""The end of a command: as Python's own, but that nothing is taken apart."""

import subprocess
import sys
from pathlib import Path

import pytest

from support.builds import ROOT

_START = f"import sys; sys.path.insert(0, {str(ROOT / 'scripts')!r}); from setup.ending import end; "


@pytest.mark.parametrize("code", [0, 1, 2])
def test_output_is_whole_and_the_exit_code_is_told(code: int) -> None:
    """A file or pipe gets its last line, too, and what waits for the end of the program is done."""
    waiting = "import atexit; atexit.register(print, 'waited'); "
    done = _run(f"{waiting}print('line ' * 5000); print('told', file=sys.stderr); end({code})")
    assert (done.returncode, done.stderr) == (code, "told\n")
    assert done.stdout == "line " * 5000 + "\nwaited\n"


def test_nothing_is_taken_apart() -> None:
    """A value that is still held at the end isn't asked to go."""
    assert _run("Held = type('Held', (), {'__del__': lambda self: print('gone')}); held = Held(); end(0)").stdout == ""


def test_a_thread_ends_its_work() -> None:
    """It is waited for, as Python does."""
    late = "import threading, time; threading.Thread(target=lambda: (time.sleep(0.2), print('late'))).start(); "
    assert _run(f"{late}end(3)").stdout == "late\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no disk that is always full")
def test_output_that_nobody_gets_is_told_as_by_python() -> None:
    """A report that couldn't be written is no success."""
    with Path("/dev/full").open("w") as full:
        ours, theirs = (
            subprocess.run([sys.executable, "-c", f"{_START}print('lost'); {end}"], check=False, stdout=full)
            for end in ("end(0)", "sys.exit(0)")
        )
    assert ours.returncode == theirs.returncode != 0


def _run(code: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([sys.executable, "-c", _START + code], check=False, capture_output=True, text=True)
