"""Copies of the hub as a host has it, with the library that came with it or with made-up records, to be measured."""

import shutil
import subprocess
import sys
from pathlib import Path

import yaml

from measuring.check_times import write_wording
from measuring.made_up_records import write_made_up_records
from measuring.speed.processes import clean_environment

_FOLDERS = ("content", "docs", "hooks", "scripts", ".github")
_FILES = ("mkdocs.yml", "requirements.txt", "requirements-test.txt")
_MADE = shutil.ignore_patterns("__pycache__")


def copy_hub(root: Path, folder: Path) -> Path:
    """Copy the hub with its library, and lend the copy the packages of this one."""
    for name in _FOLDERS:
        shutil.copytree(root / name, folder / name, ignore=_MADE)
    for name in _FILES:
        shutil.copy(root / name, folder / name)
    # Not the place that it leads to: that would be another Python, without the packages.
    (folder / ".venv").symlink_to(Path(sys.prefix).absolute())
    return folder


def copy_with_made_up_records(root: Path, folder: Path, entries: int) -> Path:
    """Copy the hub with made-up records in the place of its own records and guides."""
    copy_hub(root, folder)
    shutil.rmtree(folder / "content")
    shutil.rmtree(folder / "docs" / "guides", ignore_errors=True)
    write_made_up_records(folder / "content", entries, root / "content" / "vocabularies")
    write_wording(root / "content", folder / "content")
    _write_glossary(root / "content", folder / "content")
    return folder


def make_ready(hub: Path) -> None:
    """Write what is committed in a hub besides its records: schemas and forms; and compile its code, as builds do."""
    settings = clean_environment({})
    for command in (("scripts/generate.py",), ("-m", "compileall", "-q", "hooks", "scripts")):
        subprocess.run([find_python(hub), *command], cwd=hub, env=settings, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 -- our own


def find_python(hub: Path) -> str:
    """Return the Python of a copy."""
    return str(hub / ".venv" / "bin" / "python")


def count_records(hub: Path) -> int:
    """Return how many records and guides a hub has."""
    left_out = {"vocabularies", "sources", "contributors", "schemas"}
    records = [path for path in hub.glob("content/*/*.yml") if path.parent.name not in left_out]
    return len(records) + len(list(hub.glob("docs/guides/*.md")))


def _write_glossary(own: Path, made_up: Path) -> None:
    """Write the hub's abbreviations, which are looked for in every text, without what leads to its own records."""
    path = own / "glossary.yml"
    if path.is_file():
        glossary = yaml.safe_load(path.read_text(encoding="utf-8"))
        terms = [{key: value for key, value in term.items() if key in _TERM} for term in glossary["terms"]]
        text = yaml.safe_dump({"terms": terms}, allow_unicode=True, sort_keys=False)
        (made_up / "glossary.yml").write_text(text, encoding="utf-8", newline="\n")


_TERM = frozenset({"id", "term", "expansion", "definition", "aliases", "expand"})
