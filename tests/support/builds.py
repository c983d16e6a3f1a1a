"""Real builds: where the tests' tiny hub lies, and how a test builds one."""

import datetime
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
TINY = Path(__file__).parent.parent / "tiny"


# The day on which the tests build: which reviews are overdue depends on it.
TODAY = datetime.datetime(2026, 6, 1, tzinfo=datetime.UTC)
SITE_URL = "https://host.example/repo-name/"


def create_environment(site_dir: Path, content: Path, **settings: str) -> dict[str, str]:
    """Return the environment of a build in a test: its day and address, no packs, nothing kept from before."""
    return {
        **os.environ,
        "HUB_CONTENT": str(content),
        "NO_MKDOCS_2_WARNING": "1",
        "SITE_URL": SITE_URL,
        "SOURCE_DATE_EPOCH": str(int(TODAY.timestamp())),
        "HUB_PACKS": "0",
        # What a library is going to take away is said, too.
        "PYTHONWARNINGS": "default",
        # Never what an earlier run has left behind.
        "HUB_CACHE": str(site_dir.with_name(f"{site_dir.name}-cache")),
        **settings,
    }


def run_build(
    site_dir: Path, content: Path, *, may_warn: bool = False, **settings: str
) -> subprocess.CompletedProcess[str]:
    """Run a real strict build and return how it ended; `settings` are further environment variables.

    Fails the test where the build succeeds with a warning that the test doesn't expect.
    """
    environment = create_environment(site_dir, content, **settings)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site_dir)]
    built = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    warnings = find_warnings(built)
    assert may_warn or not warnings, "\n".join(warnings)
    return built


def find_warnings(built: subprocess.CompletedProcess[str]) -> list[str]:
    """Return what a build that succeeded said beyond what it does; one that failed says why, and has none."""
    said = [] if built.returncode else built.stderr.splitlines()
    return [line for line in said if line and not line.startswith("INFO ")]
