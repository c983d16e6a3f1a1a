"""Measures the search index of a library on its own: from its catalogue to the finished files."""

import os
import time
from dataclasses import dataclass
from pathlib import Path

from knowledge_hub.catalogue.from_library import create_catalogue
from knowledge_hub.library.loading import load_library
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.pages.search.search_index import create_search_files
from knowledge_hub.publishing.build_date import find_today


@dataclass(frozen=True)
class IndexTimes:
    """CPU and wall time in seconds, files and MB made."""

    cpu: float
    wall: float
    files: int
    size: float


def measure_index(content: Path) -> IndexTimes:
    """Index a content folder from nothing, and return what that takes."""
    library, _ = load_library(content)
    site = Site(create_catalogue(library), find_today())
    before, start = os.times(), time.perf_counter()
    files = create_search_files(site)
    wall, after = time.perf_counter() - start, os.times()
    size = sum(len(text.encode()) for text in files.values())
    return IndexTimes(sum(after[:4]) - sum(before[:4]), wall, len(files), size / 1e6)


def describe_index(index: IndexTimes) -> str:
    """Return in words what indexing a library takes."""
    return f"index {index.cpu:.2f} s CPU, {index.wall:.2f} s, {index.files} files, {index.size:.1f} MB"
