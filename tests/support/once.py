"""Lets the workers of a run share what takes long to make: the first one makes it, the others wait for it.

As pytest-xdist's documentation recommends ("Making session-scoped fixtures execute only once").
"""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from filelock import FileLock

# Takes a name that is used once in a run, and what fills the folder; gives the folder.
MakeOnce = Callable[[str, Callable[[Path], object]], Path]


def create_make_once(base: Path) -> MakeOnce:
    """Return how things are made once for all workers of a run; `base` is the temporary folder of this one."""
    # A worker's folder lies in that of the run.
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base

    def make_once(name: str, fill: Callable[[Path], object]) -> Path:
        folder, done = shared / name, shared / f"{name}.done"
        with FileLock(shared / f"{name}.lock"):
            if not done.exists():
                shutil.rmtree(folder, ignore_errors=True)
                folder.mkdir()
                fill(folder)
                done.touch()
        return folder

    return make_once
