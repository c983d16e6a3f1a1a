"""What was read of a content folder, for whoever goes on with it in the same process."""

from pathlib import Path
from typing import NamedTuple

from knowledge_hub.keeping import Store
from knowledge_hub.library.content_folder import find_guides
from knowledge_hub.library.library import Library
from knowledge_hub.library.loading import load_library
from knowledge_hub.problems.problem import Problem


class ReadContent(NamedTuple):
    """A library with every problem of its files, and the store that has what was kept of them."""

    library: Library
    problems: list[Problem]
    store: Store


def read_content(content: Path, store: Store) -> ReadContent:
    """Return what `content` holds, with the hand-written pages that belong to it."""
    return ReadContent(*load_library(content, find_guides(content), store), store)
