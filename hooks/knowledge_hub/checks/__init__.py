"""Rules across records, one file a theme; each rule is a function that yields problems.

What one value or one record must be like stands in records/ and validation/.
"""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from knowledge_hub.checks.addresses import check_addresses
from knowledge_hub.checks.claims import check_claims, check_facts
from knowledge_hub.checks.examples import check_examples
from knowledge_hub.checks.part_ids import check_parts
from knowledge_hub.checks.privacy import check_privacy
from knowledge_hub.checks.prose_texts import check_prose_texts
from knowledge_hub.checks.readiness import check_publication, check_titles
from knowledge_hub.checks.reading_level import check_reading_level
from knowledge_hub.checks.record_by_record import RuleSet, check_each
from knowledge_hub.checks.record_files import advise_on_documents, check_record_files
from knowledge_hub.checks.references import check_references
from knowledge_hub.checks.spans import check_spans
from knowledge_hub.checks.wording import check_wording, find_known_words
from knowledge_hub.facts.library_facts import create_shelf
from knowledge_hub.keeping import Store
from knowledge_hub.library.library import Library
from knowledge_hub.library.loading import load_library
from knowledge_hub.problems.problem import Problem
from knowledge_hub.settings.settings import Settings

_DEFAULT = Settings()

# Each looks at one file, the sources it names, and what all files share: see record_by_record.py.
_RULES_FOR_EACH = (check_parts, check_publication, check_privacy, check_claims, check_record_files, check_examples)
_ADVICE_FOR_EACH = (check_reading_level, check_prose_texts, advise_on_documents)


def check_library(library: Library, settings: Settings = _DEFAULT, store: Store | None = None) -> Iterator[Problem]:
    """Yield every problem that only shows when all records are seen together, or in what they say."""
    store = store or Store()
    yield from _check_together(library)
    sets = (_rules(store), _facts(library, settings, store)) if settings.claims_are_errors else (_rules(store),)
    yield from check_each(library, *sets)


def check_content(content: Path, guides: Path | None = None, settings: Settings = _DEFAULT) -> list[Problem]:
    """Return everything there is to say about a content folder and the guides beside it, in order of place."""
    return check_loaded(*load_library(content, guides), settings)


def check_loaded(
    library: Library, problems: list[Problem], settings: Settings = _DEFAULT, store: Store | None = None
) -> list[Problem]:
    """Return everything there is to say about a library and the problems of loading it, in order of place."""
    store = store or Store()
    said = check_each(library, _rules(store), _advice(library, store), _facts(library, settings, store))
    return sorted({*problems, *_check_together(library), *said})


def _check_together(library: Library) -> Iterator[Problem]:
    yield from check_references(library)
    yield from check_titles(library)
    yield from check_spans(library)
    yield from check_addresses(library)


def _rules(store: Store) -> RuleSet:
    return RuleSet(_RULES_FOR_EACH, store.table("checks"))


def _advice(library: Library, store: Store) -> RuleSet:
    rule = partial(check_wording, known=find_known_words(library))
    return RuleSet((rule, *_ADVICE_FOR_EACH), store.table("advice"))


def _facts(library: Library, settings: Settings, store: Store) -> RuleSet:
    is_error = settings.claims_are_errors
    rule = partial(check_facts, shelf=create_shelf(library.sources, library.vocabularies), is_error=is_error)
    return RuleSet((rule,), store.table("facts-held" if is_error else "facts"))
