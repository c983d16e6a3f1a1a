"""One whole program and what it took: CPU time, time by the clock, memory, and the site that it wrote."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

# What whoever measures may have set for a hub of their own; and a host keeps compiled modules.
_OWN = ("HUB_", "SITE_URL", "EDIT_URL", "REPOSITORY_URL", "SOURCE_DATE_EPOCH", "PYTHONDONTWRITEBYTECODE", "GITHUB_")
_LINES_TOLD = 12
_LAUNCH = Path(__file__).with_name("launch.py")


class Failed(Exception):
    """A program ended with an error; the message has its last words."""


@dataclass(frozen=True)
class Measured:
    """A program with all that it started: CPU (user and system) and clock in seconds, memory in MB, files and MB.

    The memory is that of its largest process.
    """

    cpu: float
    wall: float
    memory: float
    files: int = 0
    size: float = 0.0


def measure(command: Sequence[str], folder: Path, settings: Mapping[str, str], site: Path | None = None) -> Measured:
    """Run a program in a folder with further environment variables, and return what it and its site took."""
    with tempfile.TemporaryDirectory() as name:
        report, said = Path(name) / "report", Path(name) / "said"
        with said.open("wb") as file:
            subprocess.run(  # noqa: S603 -- our own command
                [sys.executable, "-I", "-S", str(_LAUNCH), str(report), *command],
                cwd=folder,
                env=clean_environment(settings),
                stdin=subprocess.DEVNULL,
                stdout=file,
                stderr=subprocess.STDOUT,
                check=False,
            )
        code, *took = report.read_text(encoding="ascii").split() if report.is_file() else ["not started"]
        if code != "0":
            last = said.read_text(encoding="utf-8", errors="replace").splitlines()[-_LINES_TOLD:]
            raise Failed("\n".join([f"This failed: {' '.join(command)}", *last]))
    cpu, wall, memory = map(float, took)
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return Measured(cpu, wall, memory / unit, *_weigh(site))


def clean_environment(settings: Mapping[str, str]) -> dict[str, str]:
    """Return the environment of a program that knows nothing of this hub, with `settings` on top."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_OWN)}
    return {**kept, **settings}


def least(runs: Iterable[Measured]) -> Measured:
    """Return the run that took the least CPU: other work on the machine only ever adds."""
    return min(runs, key=lambda run: run.cpu)


def _weigh(site: Path | None) -> tuple[int, float]:
    sizes = [path.stat().st_size for path in site.rglob("*") if path.is_file()] if site else []
    return len(sizes), sum(sizes) / 1e6
