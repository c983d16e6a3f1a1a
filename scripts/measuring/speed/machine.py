"""On what was measured: the machine, the day and the versions, in words."""

import os
import platform
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path

from knowledge_hub import __version__
from setup.git import GitRefused, find_uncommitted, run_git

_CPU = Path("/proc/cpuinfo")


@dataclass(frozen=True)
class Occasion:
    """When and on what a run was."""

    day: date
    machine: str
    hub: str
    python: str


def describe_occasion(root: Path) -> Occasion:
    """Return this day, this machine, and the hub in `root`."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    machine = f"{cores} cores of {_processor()}, {memory:.0f} GB of memory, {platform.system()}"
    python = f"Python {platform.python_version()}, MkDocs {version('mkdocs')}, Material {version('mkdocs-material')}"
    return Occasion(date.today(), machine, f"{__version__}{_commit(root)}", python)  # noqa: DTZ011 -- the day of this place


def _processor() -> str:
    lines = _CPU.read_text(encoding="utf-8").splitlines() if _CPU.is_file() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()


def _commit(root: Path) -> str:
    try:
        commit = run_git(root, "rev-parse", "--short", "HEAD").strip()
    except GitRefused:
        return ""
    # The page that tells the figures is itself no part of what was measured.
    changed = [path for path in find_uncommitted(root) if not path.startswith("docs/host/")]
    return f" at commit {commit}{' with changes' if changed else ''}"
