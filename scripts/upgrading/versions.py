"""Version numbers: the one that a hub stands on, those that were released, and what the changelog says of them."""

import re
from collections.abc import Iterable
from pathlib import Path

_RECORD = "hooks/knowledge_hub/__init__.py"
_RECORDED = re.compile(r'^__version__ = "(\d+\.\d+\.\d+)"', re.MULTILINE)
_HEADING = re.compile(r"^## (\d+\.\d+\.\d+)\b.*$", re.MULTILINE)
_TAG = re.compile(r"v(\d+\.\d+\.\d+)")


def read_version(hub: Path) -> str:
    """Return the version that a hub stands on; SystemExit with a sentence where it says none."""
    record = hub / _RECORD
    found = _RECORDED.search(record.read_text(encoding="utf-8")) if record.is_file() else None
    if found is None:
        raise SystemExit(f"{hub} doesn’t say which version of the hub it stands on ({_RECORD}).")
    return found[1]


def rank(version: str) -> tuple[int, ...]:
    """Return what versions are sorted by."""
    return tuple(map(int, version.split(".")))


def find_versions(tags: Iterable[str]) -> list[str]:
    """Return the released versions in their order; a tag of another form is none."""
    return sorted((found[1] for tag in tags if (found := _TAG.fullmatch(tag))), key=rank)


def find_entries(changelog: str, old: str, new: str) -> str:
    """Return what a changelog says of the versions after `old` up to `new`, newest first."""
    parts = _HEADING.split(changelog)
    headings = [heading[0] for heading in _HEADING.finditer(changelog)]
    entries = zip(headings, parts[1::2], parts[2::2], strict=True)
    told = [f"{heading}{text}".strip() for heading, version, text in entries if rank(old) < rank(version) <= rank(new)]
    return "\n\n".join(told)
