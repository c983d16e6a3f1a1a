"""Makes .venv from a lock file and runs the calling script inside it; standard library only.

This file must still be readable by Python 3.6, so that an old Python is told what is missing
instead of stumbling over the syntax.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from typing import NoReturn

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
VENV = os.path.join(ROOT, ".venv")
OLDEST = (3, 11)
NEWER_NAMES = ("python3.14", "python3.13", "python3.12", "python3.11")


def enter(lock: str) -> None:
    """Return only inside .venv with the packages of `lock`; elsewhere make it so and start again there.

    What can't be mended ends the program with one sentence that says what is missing.
    """
    python = _venv_python()
    if sys.version_info < OLDEST and not os.path.exists(python):
        _run(_find_newer_python(), *sys.argv)
    if _is_ready(lock, python):
        if not _is_inside():
            _run(python, *sys.argv)
        return
    if _is_inside():
        # Inside .venv sys.executable would be replaced under our feet: start from outside.
        _run(_base_python(), *sys.argv)
    _make_ready(lock, python)
    _run(python, *sys.argv)


def _is_inside() -> bool:
    """Tell whether this Python is that of .venv; a path can be written in several ways, above all on Windows."""
    return os.path.isdir(VENV) and os.path.samefile(sys.prefix, VENV)


def _venv_python() -> str:
    return os.path.join(VENV, "Scripts", "python.exe") if os.name == "nt" else os.path.join(VENV, "bin", "python")


def _base_python() -> str:
    name = "python.exe" if os.name == "nt" else os.path.join("bin", "python3")
    return os.path.join(sys.base_prefix, name)


def _find_newer_python() -> str:
    for name in NEWER_NAMES:
        path = shutil.which(name)
        if path:
            return path
    found = ".".join(map(str, sys.version_info[:2]))
    wanted = ".".join(map(str, OLDEST))
    raise SystemExit(
        "This needs Python {} or newer, and here is only {}. Install one from https://www.python.org/downloads/ "
        "and run the command again.".format(wanted, found)
    )


def _is_ready(lock: str, python: str) -> bool:
    """Tell whether .venv holds the lock's packages; the stamp is written after all else."""
    try:
        with open(_stamp_path(lock), encoding="ascii") as stamp:
            return stamp.read() == _stamp(lock) and os.path.exists(python)
    except OSError:
        return False


def _stamp_path(lock: str) -> str:
    return os.path.join(VENV, lock + ".stamp")


def _stamp(lock: str) -> str:
    """Return what the environment depends on: the lock's bytes and the Python that is in .venv."""
    digest = hashlib.sha256()
    for name in (os.path.join(ROOT, lock), os.path.join(VENV, "pyvenv.cfg")):
        with open(name, "rb") as file:
            digest.update(file.read())
    return digest.hexdigest()


def _make_ready(lock: str, python: str) -> None:
    print("Setting up: this takes about a minute the first time.", flush=True)
    if not _has_stamps():
        _make_venv()
    command = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    command += ["--require-hashes", "-r", os.path.join(ROOT, lock)]
    result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, universal_newlines=True)
    if result.returncode:
        raise SystemExit(_explain_pip(result.stdout))
    with open(_stamp_path(lock), "w", encoding="ascii") as stamp:
        stamp.write(_stamp(lock))


def _has_stamps() -> bool:
    return os.path.isdir(VENV) and any(name.endswith(".stamp") for name in os.listdir(VENV))


def _make_venv() -> None:
    if find_spec("ensurepip") is None or find_spec("venv") is None:
        raise SystemExit(
            "Python's own set-up part (venv) is missing. On Debian or Ubuntu: sudo apt install python3-venv; "
            "then run the command again."
        )
    result = subprocess.run([sys.executable, "-m", "venv", "--clear", VENV])
    if result.returncode:
        raise SystemExit("The folder .venv could not be made: is there room on the disk, and may you write here?")


def _explain_pip(output: str) -> str:
    lowered = output.lower()
    if "newconnectionerror" in lowered or "no matching distribution" in lowered or "timed out" in lowered:
        advice = "The packages could not be downloaded: check the internet connection (or proxy) and run it again."
    elif "no space left" in lowered:
        advice = "The disk is full: free about 500 MB and run it again."
    elif "hashes" in lowered and "do not match" in lowered:
        advice = "A downloaded package is not the one that was checked, so nothing was installed. Run it again later."
    else:
        advice = "The packages could not be installed. What the installer said last is above."
    return "{}\n\n{}".format("\n".join(output.strip().splitlines()[-8:]), advice)


def _run(python: str, *arguments: str) -> NoReturn:
    """Go on in another Python, and end with its exit code."""
    command = [python] + list(arguments)
    if os.name == "nt":
        # What is printed into a file or a pipe could else hold only the letters of one code page.
        os.environ["PYTHONUTF8"] = "1"
        try:
            raise SystemExit(subprocess.call(command))
        except KeyboardInterrupt:
            # Ctrl+C reaches both, and the other has said what there is to say.
            raise SystemExit(130) from None
    sys.stdout.flush()
    os.execv(python, command)
