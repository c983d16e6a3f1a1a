"""Content folder to records and problems; with the modules beside it the only code that reads content/ and docs/."""

import itertools
from collections.abc import Generator, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from knowledge_hub.keeping import Store, Table, fingerprint, fingerprint_all
from knowledge_hub.library.file_names import check_file, display_path, find_unread_files
from knowledge_hub.library.front_matter import split_front_matter
from knowledge_hub.library.library import Library
from knowledge_hub.library.names import Names, find_names
from knowledge_hub.library.own_additions import Additions, check_facets, check_fields
from knowledge_hub.library.own_pages import read_own_page
from knowledge_hub.library.reading import read_bytes, read_file
from knowledge_hub.library.record_files import load_record_files
from knowledge_hub.library.record_texts import RecordText, find_record_texts
from knowledge_hub.library.vocabularies import SEARCH_ANSWERS, SYNONYMS, find_stray_vocabularies, read_vocabularies
from knowledge_hub.problems.problem import Problem
from knowledge_hub.records import (
    RECORD_TYPES,
    Contributor,
    Glossary,
    Guide,
    Record,
    Source,
    Synonyms,
)
from knowledge_hub.records.single_files.learning_models import LearningModels
from knowledge_hub.records.single_files.own_fields import OwnFacets, OwnFields
from knowledge_hub.records.single_files.phrases_to_avoid import Wording
from knowledge_hub.records.single_files.search_answers import SearchAnswers
from knowledge_hub.records.walking import find_prose_fields
from knowledge_hub.side_by_side import MANY_RECORDS, fill
from knowledge_hub.slugs import create_slug, is_slug
from knowledge_hub.validation.validation import Model, create_from_document
from knowledge_hub.words.own_words import create_words
from knowledge_hub.yaml_text.located import LocatedDocument, read_yaml
from knowledge_hub.yaml_text.source_text import decode_source

_YAML_TYPES: dict[str, type[Record | Source | Contributor]] = {
    **{cls.folder: cls for cls in RECORD_TYPES if cls is not Guide},
    Source.folder: Source,
    Contributor.folder: Contributor,
}
# What decides which values a record may have, and what is said of all records beside that.
_CHOICES = ("vocabularies/*.yml", "facets.yml", "fields.yml")
_SHARED = ("glossary.yml", "models.yml", "wording.yml", "words.yml")
_OTHER_ENTRIES = frozenset(
    {"vocabularies", "glossary.yml", "models.yml", "wording.yml", "words.yml", "facets.yml", "fields.yml", "schemas"}
)


class ReadRecord(NamedTuple):
    """What became of one file: the record, None where there is none, what is wrong with it, and what it names.

    `outline` stands for all that the record says but its long texts, which no other page shows.
    """

    item: Record | Source | Contributor | None
    problems: list[Problem]
    names: Names = Names()
    outline: bytes = b""


def load_library(
    content: Path, guides: Path | None = None, store: Store | None = None
) -> tuple[Library, list[Problem]]:
    """Return what `content` holds (and `guides`, with the other Markdown pages beside it), and every problem.

    A file with a problem is left out of the library, so that the others can still be checked. What `store` keeps of
    an earlier build isn't read again.
    """
    library = Library()
    problems: list[Problem] = []
    if not content.is_dir():
        message = "There is no content folder here."
        return library, [Problem(content.name, 1, 1, "no-content", message, "Check the folder’s name.")]
    problems += _load_vocabularies(content, library)
    problems += _load_additions(content, library)
    problems += _load_glossary(content, library)
    problems += _load_readers_words(content, library)
    problems += _load_models(content, library)
    problems += _load_wording(content, library)
    problems += _load_words(content, library)
    choices = _fingerprint_files(content, _CHOICES)
    read: Table[ReadRecord] = (store or Store()).table("records")
    folders = [folder for folder in sorted(_YAML_TYPES) if (content / folder).is_dir()]
    files = {folder: list(find_record_texts(content, folder, choices)) for folder in folders}
    _read_missing(itertools.chain.from_iterable(files.values()), library, read)
    for folder in folders:
        for file in files[folder]:
            problems += _load_record(file, library, read)
        problems += _load_files_beside(content, folder, library)
    library.shared = fingerprint(choices, _fingerprint_files(content, _SHARED), *_fingerprints_of_people(library))
    if guides is not None and guides.is_dir():
        problems += _load_guides(guides, library)
    if guides is not None and guides.parent.is_dir():
        problems += _load_own_pages(guides.parent, guides, library)
    problems += find_unread_files(content, _YAML_TYPES, _OTHER_ENTRIES)
    # A facet with a problem is one problem, and its vocabulary no second one.
    if ("", "facets.yml") not in library.documents or library.additions.facets:
        problems += find_stray_vocabularies(content, library.vocabularies, library.additions.facets)
    return library, problems


def _load_vocabularies(content: Path, library: Library) -> Iterator[Problem]:
    library.vocabularies = yield from read_vocabularies(content)


def _load_additions(content: Path, library: Library) -> Iterator[Problem]:
    """Read facets.yml and fields.yml; where one has a problem, none of it is used."""
    facets = yield from _load_file(content, "facets.yml", OwnFacets, library)
    if facets is not None:
        found = list(check_facets(library.documents["", "facets.yml"], facets.facets, library.vocabularies))
        yield from found
        library.additions = Additions(() if found else facets.facets)
    fields = yield from _load_file(content, "fields.yml", OwnFields, library)
    if fields is not None:
        taken = {facet.field for facet in library.additions.facets}
        found = list(check_fields(library.documents["", "fields.yml"], fields.fields, taken))
        yield from found
        library.additions = Additions(library.additions.facets, () if found else fields.fields)


def _load_glossary(content: Path, library: Library) -> Iterator[Problem]:
    glossary = yield from _load_file(content, "glossary.yml", Glossary, library)
    library.glossary = glossary or Glossary()


def _load_readers_words(content: Path, library: Library) -> Iterator[Problem]:
    synonyms = yield from _load_file(content, f"vocabularies/{SYNONYMS}", Synonyms, library)
    library.synonyms = synonyms or Synonyms()
    answers = yield from _load_file(content, f"vocabularies/{SEARCH_ANSWERS}", SearchAnswers, library)
    library.answers = answers or SearchAnswers()


def _load_models(content: Path, library: Library) -> Iterator[Problem]:
    library.models = yield from _load_file(content, "models.yml", LearningModels, library)


def _load_wording(content: Path, library: Library) -> Iterator[Problem]:
    wording = yield from _load_file(content, "wording.yml", Wording, library)
    library.wording = wording or Wording()


def _load_words(content: Path, library: Library) -> Iterator[Problem]:
    path = content / "words.yml"
    if not path.is_file():
        return
    document, problems = read_file(display_path(content, path), path)
    yield from problems
    library.words, problems = create_words(document)
    yield from problems


def _load_file(content: Path, name: str, cls: type[Model], library: Library) -> Generator[Problem, None, Model | None]:
    """Yield the problems of one file that may be missing, and return what it holds."""
    path = content / name
    if not path.is_file():
        return None
    document, problems = read_file(display_path(content, path), path)
    yield from problems
    if document is None:
        return None
    library.documents["", name] = document
    item, problems = create_from_document(cls, document, vocabularies=library.vocabularies)
    yield from problems
    return item


def _fingerprint_files(content: Path, patterns: Iterable[str]) -> bytes:
    """Return what stands for all that some files of the content folder hold."""
    paths = sorted(path for pattern in patterns for path in content.glob(pattern) if path.is_file())
    read = ((display_path(content, path), read_bytes("", path)) for path in paths)
    return fingerprint_all(part for name, data in read for part in (name, b"" if isinstance(data, Problem) else data))


def _fingerprints_of_people(library: Library) -> list[bytes]:
    of_people = [item for item in library.fingerprints.items() if item[0][0] == Contributor.folder]
    return [mark for _, mark in sorted(of_people)]


def _load_files_beside(content: Path, folder: str, library: Library) -> Iterator[Problem]:
    for record_id, files, problems in load_record_files(content, folder):
        library.files[folder, record_id] = files
        yield from problems


def _read_missing(files: Iterable[RecordText], library: Library, read: Table[ReadRecord]) -> None:
    """Read the files of which nothing was kept, many in two processes."""
    missing = {file.key: file for file in files if file.key and read.find(file.key) is None}

    def read_one(file: RecordText) -> ReadRecord:
        return _read_record(file.document, file.folder, file.name, library)

    if len(missing) >= MANY_RECORDS:
        # What is kept of a type once one of its records was read, such as its validator, is made for both processes.
        for file in {file.folder: file for file in missing.values()}.values():
            read_one(file)
    fill(read, missing, read_one)


def _load_record(file: RecordText, library: Library, read: Table[ReadRecord]) -> Iterator[Problem]:
    # Until the item is kept, a reference to it is not a second problem.
    library.pending_ids.add((file.folder, file.name if is_slug(file.name) else create_slug(file.name) or file.name))
    if isinstance(file.data, Problem):
        yield file.data
        return
    found = read.make(file.key, lambda: _read_record(file.document, file.folder, file.name, library))
    yield from found.problems
    if found.item is not None:
        # Its values are in the item now, and most documents are never asked for them again.
        _keep(found.item, file.document, library, found.names)
        library.fingerprints[file.folder, found.item.id] = file.key
        library.outlines[file.folder, found.item.id] = found.outline


def _read_record(document: LocatedDocument, folder: str, record_id: str, library: Library) -> ReadRecord:
    if problems := document.read():
        return ReadRecord(None, problems)
    cls = _YAML_TYPES[folder]
    item, problems = create_from_document(
        library.types[cls.type] if issubclass(cls, Record) else cls,
        document,
        record_id=record_id,
        vocabularies=library.vocabularies,
    )
    if not isinstance(item, Record):
        return ReadRecord(item, problems)
    return ReadRecord(item, problems, find_names(item, item.type), _outline(item))


def _outline(record: Record) -> bytes:
    """Return what stands for all that a record says but its long texts."""
    return fingerprint(record.model_dump_json(exclude=set(find_prose_fields(type(record)))))


def _keep(item: Record | Source | Contributor, document: LocatedDocument, library: Library, names: Names) -> None:
    library.documents[type(item).folder, item.id] = document
    library.named[type(item).folder, item.id] = names
    library.pending_ids.discard((type(item).folder, item.id))
    match item:
        case Source():
            library.sources[item.id] = item
        case Contributor():
            library.contributors[item.id] = item
        case Record():
            library.records.append(item)


def _load_guides(guides: Path, library: Library) -> Iterator[Problem]:
    for path in sorted(guides.glob("*.md")):
        shown = f"{guides.parent.name}/{display_path(guides, path)}"
        if file_problem := check_file(shown, is_ordinary=path.is_file() and not path.is_symlink()):
            yield file_problem
            continue
        library.pending_ids.add((Guide.folder, path.stem))
        data = path.read_bytes()
        parts = split_front_matter(data)
        if parts is None:
            message = "A guide starts with its facts between two lines of three hyphens (---)."
            yield Problem(shown, 1, 1, "no-front-matter", message, "Compare it with another guide.")
            continue
        front_matter, text, text_line = parts
        document, problems = read_yaml(shown, front_matter, first_line=2)
        yield from problems
        decoded = decode_source(shown, text, text_line)
        if isinstance(decoded, Problem):
            yield decoded
        if document is None or isinstance(decoded, Problem):
            continue
        guide, problems = create_from_document(
            library.types[Guide.type], document, record_id=path.stem, vocabularies=library.vocabularies
        )
        yield from problems
        if isinstance(guide, Guide):
            library.guide_texts[guide.id] = decoded
            _keep(guide, document, library, find_names(guide, Guide.type))
            library.fingerprints[Guide.folder, guide.id] = fingerprint(library.shared, shown, data)
            library.outlines[Guide.folder, guide.id] = _outline(guide)


def _load_own_pages(docs: Path, guides: Path, library: Library) -> Iterator[Problem]:
    for path in sorted(docs.rglob("*.md")):
        relative = path.relative_to(docs)
        if path.parent == guides or any(part.startswith(".") for part in relative.parts) or not path.is_file():
            continue
        shown = f"{docs.name}/{relative.as_posix()}"
        page, problems = read_own_page(shown, relative.as_posix(), path.read_bytes(), library.vocabularies)
        yield from problems
        if page is not None:
            library.own_pages.append(page)
