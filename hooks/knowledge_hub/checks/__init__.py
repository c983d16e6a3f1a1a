"""Rules across records, one file a theme; each rule is a function that yields problems."""

from collections.abc import Iterator

from knowledge_hub.checks.parts import check_parts
from knowledge_hub.checks.publication import check_publication
from knowledge_hub.checks.references import check_references
from knowledge_hub.loading import Library
from knowledge_hub.problems import Problem


def check_library(library: Library) -> Iterator[Problem]:
    """Yield every problem that only shows when all records are seen together."""
    yield from check_references(library)
    yield from check_parts(library)
    yield from check_publication(library)
