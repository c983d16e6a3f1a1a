"""How long checking made-up records takes, beside only reading their files with PyYAML's C loader."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

from measuring.made_up_records import write_made_up_records

_RUNS = 9
_READ_ALL = """
import pathlib, sys, yaml
for path in pathlib.Path(sys.argv[1]).rglob("*.yml"):
    yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
"""


def measure_check(root: Path, entries: int) -> tuple[float, float]:
    """Return CPU seconds of check.py, each time with nothing kept, and of only reading: in turn, the best of each."""
    check = str(root / "scripts" / "check.py")
    with tempfile.TemporaryDirectory() as name:
        content = Path(name) / "content"
        write_made_up_records(content, entries, root / "content" / "vocabularies")
        write_wording(root / "content", content)
        runs = [
            (
                _cpu_of(check, "--content", str(content), kept=f"{name}/kept-{run}"),
                _cpu_of("-c", _READ_ALL, str(content)),
            )
            for run in range(_RUNS)
        ]
    return min(check for check, _ in runs), min(reading for _, reading in runs)


def write_wording(own: Path, made_up: Path) -> None:
    """Write the hub's words to avoid, without the sources that made-up content doesn't have."""
    wording = yaml.safe_load((own / "wording.yml").read_text(encoding="utf-8"))
    for phrase in wording["phrases"]:
        phrase.pop("source", None)
    text = yaml.safe_dump(wording, allow_unicode=True)
    (made_up / "wording.yml").write_text(text, encoding="utf-8", newline="\n")


def _cpu_of(*arguments: str, kept: str = "") -> float:
    # Python keeps compiled modules unless it is told not to, as some containers do.
    settings = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    settings["HUB_CACHE"] = kept
    command = [sys.executable, *arguments]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=settings)  # noqa: S603 -- our own command
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"This failed: {' '.join(command)}")
    return usage.ru_utime + usage.ru_stime
