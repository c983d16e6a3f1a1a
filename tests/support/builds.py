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


def run_build(site_dir: Path, content: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run a real strict build and return how it ended; `settings` are further environment variables."""
    environment = {
        **os.environ,
        "HUB_CONTENT": str(content),
        "NO_MKDOCS_2_WARNING": "1",
        "SITE_URL": SITE_URL,
        "SOURCE_DATE_EPOCH": str(int(TODAY.timestamp())),
        "HUB_PACKS": "0",
        # Never what an earlier run has left behind.
        "HUB_CACHE": str(site_dir.with_name(f"{site_dir.name}-cache")),
        **settings,
    }
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site_dir)]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
