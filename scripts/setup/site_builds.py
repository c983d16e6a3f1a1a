"""How the commands call MkDocs, and the one rule about where a site may be written."""

import os
import sys
from pathlib import Path

from knowledge_hub.library.content_folder import find_content
from setup import environment as setup_environment

_ROOT = Path(setup_environment.ROOT)


def mkdocs_command(*arguments: str) -> list[str]:
    """Return the command line that runs MkDocs in this environment."""
    return [sys.executable, "-m", "mkdocs", *arguments]


def mkdocs_environment(content: str | None) -> dict[str, str]:
    """Return the environment for MkDocs; see `find_content` for what `content` means."""
    # Material announces its end of life at every build until this is set; the date is in CONTRIBUTING.md.
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    # Packs take longer than all pages together, so a bare `mkdocs build` leaves them out.
    environment.setdefault("HUB_PACKS", "1")
    # MkDocs runs in another folder than the one that a relative path starts from.
    environment["HUB_CONTENT"] = str(find_content(_ROOT, content))
    return environment


def may_write_site(site_dir: Path) -> bool:
    """Tell whether a site may be built here: MkDocs empties the folder first.

    So it has to be new, empty, or hold an earlier build.
    """
    if not site_dir.exists():
        return True
    if not site_dir.is_dir():
        return False
    return not any(site_dir.iterdir()) or (site_dir / "assets" / "hub" / "hub.css").is_file()
