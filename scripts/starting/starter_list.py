"""Which files came with the hub: content/.starter lists them, each with a fingerprint of what it said.

The list lies in content/ because it is the host's: an upgrade leaves it alone.
"""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

LIST = "content/.starter"
_HEAD = """\
# The files that came with the hub, each with a fingerprint. scripts/start.py takes away only what is listed here
# and still says the same; everything else is yours. Who keeps the starter library writes the list again with
# python3 scripts/generate.py --starter
"""


def read_list(root: Path) -> dict[str, str]:
    """Return fingerprints by path; nothing where there is no list."""
    path = root / LIST
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    pairs = (line.split() for line in lines if line and not line.startswith("#"))
    return {name: fingerprint for fingerprint, name in pairs}


def render_list(fingerprints: Mapping[str, str]) -> str:
    """Return the text of the list, in order of path."""
    return _HEAD + "".join(f"{fingerprints[path]} {path}\n" for path in sorted(fingerprints))


def fingerprint(data: bytes) -> str:
    """Return what a file is known by; how its lines end doesn't count."""
    return hashlib.sha256(data.replace(b"\r\n", b"\n")).hexdigest()[:32]


def find_unchanged(root: Path, listed: Mapping[str, str]) -> set[str]:
    """Return the listed files that still say what they said."""
    return {
        path
        for path, known in listed.items()
        if (root / path).is_file() and fingerprint((root / path).read_bytes()) == known
    }


def create_list(root: Path, paths: Iterable[str]) -> dict[str, str]:
    """Return fingerprints by path of files as they are now."""
    return {path: fingerprint((root / path).read_bytes()) for path in paths if (root / path).is_file()}
