"""Does what was planned to the files, and keeps what was there where Git doesn't."""

from collections.abc import Iterable
from pathlib import Path

from knowledge_hub.intake.generated import create_committed_files
from knowledge_hub.library.loading import load_library
from setup.git import is_work_tree
from starting.planning import Plan
from starting.removing import Removal
from starting.site_file import copy_logo
from starting.starter_list import LIST, fingerprint, read_list, render_list

_BACKUP = "before-start"


def carry_out(root: Path, plan: Plan, *, dry_run: bool) -> None:
    """Write and remove the files, unless only asked what would happen, and say what was done."""
    said = list(plan.said)
    if not dry_run:
        said += _write(root, plan)
    lead = "This would happen:" if dry_run else "Done:"
    print("\n".join([lead, *said] if said else ["Nothing has to change."]))
    if said and not dry_run:
        print("See it with python3 scripts/serve.py, and check it with python3 scripts/check.py.")


def _write(root: Path, plan: Plan) -> list[str]:
    """Return what else there is to say about what was written."""
    said: list[str] = []
    touched = [*plan.files.removed, *plan.files.rewritten]
    if touched and not is_work_tree(root):
        back_up(root, touched)
        said.append(f"There is no Git here: the files as they were are in {_BACKUP}/.")
    write_files(root, plan.files)
    if plan.logo:
        copy_logo(root, plan.logo)
    if changed := write_generated(root):
        said.append(f"Made again from what is left: {', '.join(changed)}")
    return said


def back_up(root: Path, paths: Iterable[str]) -> None:
    """Copy files as they are, where no Git keeps them; the first copy of a file stays."""
    for path in paths:
        target = root / _BACKUP / path
        if (root / path).is_file() and not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes((root / path).read_bytes())


def write_files(root: Path, files: Removal) -> None:
    """Write and remove the files, and keep the list of the starter's files true."""
    listed = read_list(root)
    for path in files.removed:
        (root / path).unlink()
        listed.pop(path, None)
    for path, text in files.rewritten.items():
        write_text(root / path, text)
        if path in listed:
            listed[path] = fingerprint(text.encode())
    if listed != read_list(root):
        write_text(root / LIST, render_list(listed))


def write_generated(root: Path) -> list[str]:
    """Write what is made from the vocabularies and ids, and return the paths that changed."""
    library, _ = load_library(root / "content", root / "docs" / "guides")
    texts = dict(create_committed_files(library))
    changed = [
        path
        for path, text in texts.items()
        if not (root / path).is_file() or (root / path).read_bytes() != text.encode()
    ]
    for path in changed:
        write_text(root / path, texts[path])
    return changed


def write_text(target: Path, text: str) -> None:
    """Write a file with line feeds."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8", newline="\n")
