"""What commands ask Git, in the folder of a hub; every answer is plain text."""

import shutil
import subprocess
from pathlib import Path


class GitRefused(Exception):
    """Git could not do what it was asked; the text is what it said."""


def run_git(folder: Path, *arguments: str) -> str:
    """Return what Git answers; GitRefused with its words where it can't do it."""
    git = shutil.which("git")
    if git is None:
        raise GitRefused("Git isn’t installed here.")
    command = [git, "-C", str(folder), *arguments]
    ended = subprocess.run(  # noqa: S603 -- Git itself, without a shell
        command, stdin=subprocess.DEVNULL, capture_output=True, text=True, encoding="utf-8", check=False
    )
    if ended.returncode:
        raise GitRefused((ended.stderr or ended.stdout).strip())
    return ended.stdout


def is_work_tree(folder: Path) -> bool:
    """Tell whether the folder is the top of a work tree."""
    try:
        top = run_git(folder, "rev-parse", "--show-toplevel").strip()
    except GitRefused:
        return False
    return Path(top).resolve() == folder.resolve()


def find_uncommitted(folder: Path) -> list[str]:
    """Return the paths that were changed, or are new, since the last commit; none where there is no Git."""
    if not is_work_tree(folder):
        return []
    return [line[3:] for line in run_git(folder, "status", "--porcelain").splitlines()]
