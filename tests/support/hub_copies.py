"""Copies of this very hub in which a test may change anything, and run commands as a host does."""

import hashlib
import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
from io import BytesIO
from pathlib import Path

from setup.git import is_work_tree, run_git
from support.builds import ROOT

_LEFT_OUT = shutil.ignore_patterns(".git", ".venv", ".cache", "site", "__pycache__", ".*_cache", ".hypothesis")


def copy_hub(folder: Path) -> Path:
    """Copy the hub as it is now, without what was made in it, over what is in `folder`."""
    shutil.copytree(ROOT, folder, ignore=_LEFT_OUT, dirs_exist_ok=True)
    return folder


def copy_with_content(folder: Path, content: Path) -> Path:
    """Return a copy of the hub with the records and pages of another one, from the folder of these."""
    copy_hub(folder)
    shutil.rmtree(folder / "content")
    shutil.rmtree(folder / "docs")
    shutil.copytree(content / "content", folder / "content")
    shutil.copytree(content / "docs", folder / "docs")
    return folder


def clone_hub(folder: Path) -> Path:
    """Return a clone of the hub's repository; where there is none, a new one with the hub as it is."""
    if is_work_tree(ROOT):
        run_git(ROOT, "clone", "--quiet", str(ROOT), str(folder))
    else:
        copy_hub(folder)
    commit(folder)
    return folder


def commit(folder: Path) -> None:
    """Commit everything in a repository, which is made if it isn't there."""
    if not (folder / ".git").exists():
        run_git(folder, "init", "--quiet", "--initial-branch=main")
    run_git(folder, "config", "user.name", "A")
    run_git(folder, "config", "user.email", "a@example.org")
    run_git(folder, "add", "--all")
    run_git(folder, "commit", "--quiet", "--allow-empty", "-m", "A change")


def unpack(repository: Path, version: str, folder: Path) -> Path:
    """Return a folder with the files of one version, as a copy made from a template has them."""
    command = ["git", "-C", str(repository), "archive", version]
    archive = subprocess.run(command, capture_output=True, check=True).stdout
    with tarfile.open(fileobj=BytesIO(archive)) as files:
        files.extractall(folder, filter="data")
    return folder


def lend_environment(folder: Path) -> None:
    """Give a copy a .venv that is ready and holds the packages of this one, so that nothing is downloaded."""
    venv, python = folder / ".venv", Path(os.path.realpath(sys.executable))
    packages = Path(sysconfig.get_path("purelib"))
    below = venv / packages.relative_to(sys.prefix)
    below.parent.mkdir(parents=True)
    below.symlink_to(packages)
    (venv / "bin").mkdir()
    (venv / "bin" / "python").symlink_to(python)
    (venv / "pyvenv.cfg").write_text(
        f"home = {python.parent}\ninclude-system-site-packages = false\n", encoding="utf-8"
    )
    for lock in ("requirements.txt", "requirements-test.txt"):
        needs = (ROOT / lock).read_bytes() + (venv / "pyvenv.cfg").read_bytes()
        (venv / f"{lock}.stamp").write_text(hashlib.sha256(needs).hexdigest(), encoding="ascii")
