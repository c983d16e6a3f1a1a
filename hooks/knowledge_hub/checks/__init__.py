"""Rules across records, one file a theme; each rule is a function that yields problems.

What one value or one record must be like stands in records/ and validation/.
"""

from collections.abc import Iterator
from pathlib import Path

from knowledge_hub.checks.addresses import check_addresses
from knowledge_hub.checks.claims import check_claims, check_facts
from knowledge_hub.checks.examples import check_examples
from knowledge_hub.checks.part_ids import check_parts
from knowledge_hub.checks.privacy import check_privacy
from knowledge_hub.checks.prose_texts import check_prose_texts
from knowledge_hub.checks.readiness import check_publication
from knowledge_hub.checks.reading_level import check_reading_level
from knowledge_hub.checks.record_files import advise_on_documents, check_record_files
from knowledge_hub.checks.references import check_references
from knowledge_hub.checks.spans import check_spans
from knowledge_hub.checks.wording import check_wording
from knowledge_hub.library.loading import Library, load_library
from knowledge_hub.problems.problem import Problem
from knowledge_hub.settings.settings import Settings

_DEFAULT = Settings()


def check_library(library: Library, settings: Settings = _DEFAULT) -> Iterator[Problem]:
    """Yield every problem that only shows when all records are seen together, or in what they say."""
    yield from check_references(library)
    yield from check_parts(library)
    yield from check_spans(library)
    yield from check_publication(library)
    yield from check_addresses(library)
    yield from check_privacy(library)
    yield from check_claims(library)
    if settings.claims_are_errors:
        yield from check_facts(library, is_error=True)
    yield from check_record_files(library)
    yield from check_examples(library)


def advise_on_library(library: Library, settings: Settings = _DEFAULT) -> Iterator[Problem]:
    """Yield warnings and hints for authors and reviewers; none of them keeps a record from readers."""
    yield from check_wording(library)
    if not settings.claims_are_errors:
        yield from check_facts(library)
    yield from check_reading_level(library)
    yield from check_prose_texts(library)
    yield from advise_on_documents(library)


def check_content(content: Path, guides: Path | None = None, settings: Settings = _DEFAULT) -> list[Problem]:
    """Return everything there is to say about a content folder and the guides beside it, in order of place."""
    return check_loaded(*load_library(content, guides), settings)


def check_loaded(library: Library, problems: list[Problem], settings: Settings = _DEFAULT) -> list[Problem]:
    """Return everything there is to say about a library and the problems of loading it, in order of place."""
    return sorted({*problems, *check_library(library, settings), *advise_on_library(library, settings)})
