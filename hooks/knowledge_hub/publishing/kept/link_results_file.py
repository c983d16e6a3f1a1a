"""Where the results of link checks are kept: what a check writes and the page of upkeep reads."""

import tempfile
from pathlib import Path

from knowledge_hub.publishing.kept.folder_cache import cache_folder
from knowledge_hub.upkeep.link_results import LinkResult, Results, parse_results, render_results

# 20,000 addresses of the longest kind are less.
_MOST_BYTES = 64 * 1024 * 1024


def find_link_results(root: Path) -> Path:
    """Return the file of the hub in `root`; it need not be there, and may be deleted at any time."""
    return cache_folder(root) / "links.json"


def read_link_results(path: Path) -> dict[str, LinkResult]:
    """Return what the last check found, nothing where there was none; ValueError where the file is damaged."""
    if not path.is_file():
        return {}
    if path.stat().st_size > _MOST_BYTES:
        raise ValueError("The file is too large.")
    return parse_results(path.read_bytes())


def write_link_results(path: Path, results: Results) -> None:
    """Write the file at once as a whole: a check that is stopped here leaves the one before."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", dir=path.parent, delete=False, encoding="utf-8", newline="\n") as file:
        file.write(render_results(results))
    Path(file.name).replace(path)


def load_link_results(root: Path) -> dict[str, LinkResult]:
    """Return what a build of the hub in `root` tells of links; a damaged file is like none, the next check mends it."""
    try:
        return read_link_results(find_link_results(root))
    except ValueError:
        return {}
