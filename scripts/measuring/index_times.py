"""Measures the search index of a built site on its own."""

import os
import shutil
import time
from dataclasses import dataclass
from pathlib import Path

from mkdocs_adapter.search_index import BUNDLE, write_search_index


@dataclass(frozen=True)
class IndexTimes:
    """CPU and wall time in seconds, files and MB written."""

    cpu: float
    wall: float
    files: int
    size: float


def measure_index(site_dir: Path) -> IndexTimes:
    """Index a built site once more, from nothing, and return what that takes, its programs included."""
    # Pagefind keeps what it finds written already, which spares it a quarter of the time.
    shutil.rmtree(site_dir / BUNDLE)
    before, start = os.times(), time.perf_counter()
    write_search_index(site_dir)
    wall, after = time.perf_counter() - start, os.times()
    sizes = [path.stat().st_size for path in (site_dir / BUNDLE).rglob("*") if path.is_file()]
    return IndexTimes(sum(after[:4]) - sum(before[:4]), wall, len(sizes), sum(sizes) / 1e6)
