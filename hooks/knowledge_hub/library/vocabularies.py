"""The vocabularies of a content folder: read, each term once, none missing, none that nothing chooses from."""

from collections.abc import Generator, Iterable, Iterator
from pathlib import Path

from knowledge_hub.did_you_mean import nearest
from knowledge_hub.library.file_names import display_path
from knowledge_hub.library.reading import read_file
from knowledge_hub.library.time_zones import TIME_ZONES, check_time_zones
from knowledge_hub.problems.problem import Problem
from knowledge_hub.records import RECORD_TYPES, Source
from knowledge_hub.records.single_files.learning_models import LearningModels
from knowledge_hub.records.single_files.own_fields import OwnFacet
from knowledge_hub.records.walking import find_vocabularies
from knowledge_hub.validation.validation import create_from_document
from knowledge_hub.vocabulary import Vocabularies, Vocabulary
from knowledge_hub.yaml_text.located import LocatedDocument

# Live beside the vocabularies, and hold words of readers, not choices for records.
SYNONYMS, SEARCH_ANSWERS = "synonyms.yml", "search-answers.yml"
_VOCABULARIES = frozenset(name for cls in (*RECORD_TYPES, Source, LearningModels) for name in find_vocabularies(cls))
# Those two, and the words for the states of a record, which can't be other ones.
_OTHER_VOCABULARIES = frozenset({"synonyms", "search-answers", "statuses"})


def read_vocabularies(content: Path) -> Generator[Problem, None, Vocabularies]:
    """Yield the problems of the vocabularies, and return those that have none."""
    vocabularies: dict[str, Vocabulary] = {}
    for path in sorted((content / "vocabularies").glob("*.yml")):
        if path.name in (SYNONYMS, SEARCH_ANSWERS):
            continue
        document, problems = read_file(display_path(content, path), path)
        yield from problems
        if document is None:
            continue
        vocabulary, problems = create_from_document(Vocabulary, document)
        yield from problems
        if vocabulary is not None:
            yield from _check_terms(document, vocabulary)
            vocabularies[path.stem] = vocabulary
            if path.stem == TIME_ZONES:
                yield from check_time_zones(document, vocabulary)
    yield from _find_missing(content)
    return Vocabularies(vocabularies)


def _find_missing(content: Path) -> Iterator[Problem]:
    for name in sorted(_VOCABULARIES):
        path = content / "vocabularies" / f"{name}.yml"
        if not path.exists():
            message = f"The vocabulary “{name}” is missing, and records choose from it."
            help_text = "Copy it from the hub’s own content."
            yield Problem(display_path(content, path), 1, 1, "no-vocabulary", message, help_text)


def _check_terms(document: LocatedDocument, vocabulary: Vocabulary) -> Iterator[Problem]:
    """The terms of a vocabulary have different ids; of two with one id, the first would never be seen."""
    seen: set[str] = set()
    for number, term in enumerate(vocabulary.terms):
        if term.id in seen:
            message = f"The id “{term.id}” is used twice here."
            yield document.problem(
                ("terms", number, "id"), "duplicate-id", message, "Give one of the two another id, or delete it."
            )
        seen.add(term.id)


def find_stray_vocabularies(content: Path, known: Vocabularies, facets: Iterable[OwnFacet]) -> Iterator[Problem]:
    """Yield the files among the vocabularies from which nothing chooses."""
    used = {*_VOCABULARIES, *_OTHER_VOCABULARIES, *(facet.vocabulary for facet in facets)}
    place = content / "vocabularies"
    for path in sorted(place.iterdir()) if place.is_dir() else ():
        if path.name.startswith(".") or (path.stem in used and path.suffix == ".yml"):
            continue
        meant = nearest(path.stem, sorted(used - set(known.by_name)))
        mend = f"Did you mean “{meant}.yml”?" if meant else "Name it as the vocabulary of a facet, or delete it."
        message = f"Nothing chooses from “{path.name}”."
        yield Problem(display_path(content, path), 1, 1, "unknown-file", message, mend)
