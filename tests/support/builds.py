"""Real builds: where the tests' tiny hub lies, and how a test builds one with settings of its own."""

import os
import subprocess
import sys
from pathlib import Path

from support.fixed_day import EPOCH

ROOT = Path(__file__).parent.parent.parent
TINY = Path(__file__).parent.parent / "tiny"
SITE_NAME = "Tiny Hub"
SITE_URL = "https://host.example/repo-name/"
# What whoever runs the tests may have set for a hub of their own.
_OWN = (
    "HUB_CONTENT",
    "HUB_CACHE",
    "HUB_PACKS",
    "HUB_DRAFTS",
    "SITE_URL",
    "EDIT_URL",
    "REPOSITORY_URL",
    "SOURCE_DATE_EPOCH",
    # Reading all the code anew was a fifth of each build.
    "PYTHONDONTWRITEBYTECODE",
)


def clean_environment(**settings: str) -> dict[str, str]:
    """Return the environment of a build that knows nothing of the hub around the tests, with `settings` on top."""
    kept = {name: value for name, value in os.environ.items() if name not in _OWN}
    return {**kept, "NO_MKDOCS_2_WARNING": "1", **settings}


def run_mkdocs(
    project: Path, site_dir: Path, *, may_warn: bool = False, **settings: str
) -> subprocess.CompletedProcess[str]:
    """Run a real strict build of the settings in `project`, with further environment variables; return how it ended.

    Fails the test where the build succeeds with a warning that the test doesn't expect.
    """
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site_dir)]
    # What a library is going to take away is said, too.
    environment = clean_environment(**{"PYTHONWARNINGS": "default", "HUB_CACHE": _cache_of(site_dir), **settings})
    built = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)
    warnings = find_warnings(built)
    assert may_warn or not warnings, "\n".join(warnings)
    return built


def create_environment(site_dir: Path, content: Path, **settings: str) -> dict[str, str]:
    """Return what a build in a test is told: its day and address, no packs, nothing kept from before."""
    return {
        "HUB_CONTENT": str(content),
        "SITE_URL": SITE_URL,
        "SOURCE_DATE_EPOCH": EPOCH,
        "HUB_PACKS": "0",
        "HUB_CACHE": _cache_of(site_dir),
        **settings,
    }


def run_build(
    site_dir: Path, content: Path, *, may_warn: bool = False, **settings: str
) -> subprocess.CompletedProcess[str]:
    """Run a real strict build of a content folder with the settings of the tests, on the tests' day."""
    return run_mkdocs(TINY, site_dir, may_warn=may_warn, **create_environment(site_dir, content, **settings))


def build(site_dir: Path, content: Path, **settings: str) -> Path:
    """Build a content folder and return the site's folder; the test fails with what was said where that fails."""
    built = run_build(site_dir, content, **settings)
    assert built.returncode == 0, built.stderr
    return site_dir


def _cache_of(site_dir: Path) -> str:
    """Return where a build keeps things: nothing is used that an earlier run has left behind, and nothing left."""
    return str(site_dir.with_name(f"{site_dir.name}-cache"))


def find_warnings(built: subprocess.CompletedProcess[str]) -> list[str]:
    """Return what a build that succeeded said beyond what it does; one that failed says why, and has none."""
    said = [] if built.returncode else built.stderr.splitlines()
    return [line for line in said if line and not line.startswith("INFO ")]
