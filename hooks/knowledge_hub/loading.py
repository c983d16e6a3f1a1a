"""Content folder to records and problems: the only code that reads content/ and the guides."""

from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from knowledge_hub.located_yaml import LocatedDocument, read_yaml
from knowledge_hub.problems import Problem
from knowledge_hub.records import (
    RECORD_TYPES,
    Contributor,
    Glossary,
    Guide,
    Record,
    Source,
)
from knowledge_hub.records.models import LearningModels
from knowledge_hub.records.validation import Model, create_from_document
from knowledge_hub.records.walking import find_vocabularies
from knowledge_hub.vocabulary import SLUG, Vocabularies, Vocabulary

_YAML_TYPES: dict[str, type[Record | Source | Contributor]] = {
    **{cls.folder: cls for cls in RECORD_TYPES if cls is not Guide},
    Source.folder: Source,
    Contributor.folder: Contributor,
}
_VOCABULARIES = frozenset(
    name for cls in (*RECORD_TYPES, Source, LearningModels) for name in find_vocabularies(cls)
)
_OTHER_ENTRIES = frozenset({"vocabularies", "glossary.yml", "models.yml", "schemas"})


@dataclass(slots=True)
class Library:
    """Everything that was read, each record with the document it came from."""

    vocabularies: Vocabularies = field(default_factory=lambda: Vocabularies({}))
    glossary: Glossary = field(default_factory=Glossary)
    models: LearningModels | None = None
    records: list[Record] = field(default_factory=list)
    sources: dict[str, Source] = field(default_factory=dict)
    contributors: dict[str, Contributor] = field(default_factory=dict)
    documents: dict[tuple[str, str], LocatedDocument] = field(default_factory=dict)
    unreadable: set[tuple[str, str]] = field(default_factory=set)

    def document(self, item: Record | Source | Contributor) -> LocatedDocument:
        """Return the document that a record, source or contributor was read from."""
        return self.documents[type(item).folder, item.id]

    def ids(self) -> dict[str, tuple[str, ...]]:
        """Return the ids of everything that a record can name, by type, in alphabetical order."""
        found: dict[str, list[str]] = {"source": list(self.sources), "contributor": list(self.contributors)}
        for record in self.records:
            found.setdefault(record.type, []).append(record.id)
        return {name: tuple(sorted(ids)) for name, ids in sorted(found.items())}


def load_library(content: Path, guides: Path | None = None) -> tuple[Library, list[Problem]]:
    """Return what `content` (and `guides`, a folder of Markdown pages) holds, and every problem.

    A file with a problem is left out of the library, so that the others can still be checked.
    """
    library = Library()
    problems: list[Problem] = []
    if not content.is_dir():
        message = "There is no content folder here."
        return library, [Problem(content.name, 1, 1, "no-content", message, "Check the folder's name.")]
    problems += _load_vocabularies(content, library)
    problems += _load_glossary(content, library)
    problems += _load_models(content, library)
    for folder in sorted(_YAML_TYPES):
        problems += _load_folder(content, folder, library)
    if guides is not None and guides.is_dir():
        problems += _load_guides(guides, library)
    problems += _find_strangers(content)
    return library, problems


def _load_vocabularies(content: Path, library: Library) -> Iterator[Problem]:
    vocabularies: dict[str, Vocabulary] = {}
    for path in sorted((content / "vocabularies").glob("*.yml")):
        document, problems = read_yaml(_shown(content, path), path.read_bytes())
        yield from problems
        if document is None:
            continue
        vocabulary, problems = create_from_document(Vocabulary, document)
        yield from problems
        if vocabulary is not None:
            vocabularies[path.stem] = vocabulary
    library.vocabularies = Vocabularies(vocabularies)
    for name in sorted(_VOCABULARIES):
        path = content / "vocabularies" / f"{name}.yml"
        if not path.exists():
            message = f"The vocabulary “{name}” is missing, and records choose from it."
            yield Problem(_shown(content, path), 1, 1, "no-vocabulary", message, "Copy it from the hub's own content.")


def _load_glossary(content: Path, library: Library) -> Iterator[Problem]:
    glossary = yield from _load_file(content, "glossary.yml", Glossary, library)
    library.glossary = glossary or Glossary()


def _load_models(content: Path, library: Library) -> Iterator[Problem]:
    library.models = yield from _load_file(content, "models.yml", LearningModels, library)


def _load_file(
    content: Path, name: str, cls: type[Model], library: Library
) -> Generator[Problem, None, Model | None]:
    """Yield the problems of one file that may be missing, and return what it holds."""
    path = content / name
    if not path.is_file():
        return None
    document, problems = read_yaml(_shown(content, path), path.read_bytes())
    yield from problems
    if document is None:
        return None
    library.documents["", name] = document
    item, problems = create_from_document(cls, document, vocabularies=library.vocabularies)
    yield from problems
    return item


def _load_folder(content: Path, folder: str, library: Library) -> Iterator[Problem]:
    for path in sorted((content / folder).glob("*.yml")):
        yield from _load_record(_shown(content, path), folder, path, library)


def _load_record(shown: str, folder: str, path: Path, library: Library) -> Iterator[Problem]:
    if name_problem := _check_name(shown, path):
        yield name_problem
        return
    # Until the item is kept, a reference to it is not a second problem.
    library.unreadable.add((folder, path.stem))
    document, problems = read_yaml(shown, path.read_bytes())
    yield from problems
    if document is None:
        return
    item, problems = create_from_document(
        _YAML_TYPES[folder], document, record_id=path.stem, vocabularies=library.vocabularies
    )
    yield from problems
    if item is not None:
        _keep(item, document, library)


def _keep(
    item: Record | Source | Contributor, document: LocatedDocument, library: Library
) -> None:
    library.documents[type(item).folder, item.id] = document
    library.unreadable.discard((type(item).folder, item.id))
    match item:
        case Source():
            library.sources[item.id] = item
        case Contributor():
            library.contributors[item.id] = item
        case Record():
            library.records.append(item)


def _load_guides(guides: Path, library: Library) -> Iterator[Problem]:
    for path in sorted(guides.glob("*.md")):
        shown = f"{guides.parent.name}/{guides.name}/{path.name}"
        library.unreadable.add((Guide.folder, path.stem))
        front_matter = _front_matter(path.read_bytes())
        if front_matter is None:
            message = "A guide starts with its facts between two lines of three hyphens (---)."
            yield Problem(shown, 1, 1, "no-front-matter", message, "Compare it with another guide.")
            continue
        document, problems = read_yaml(shown, front_matter, first_line=2)
        yield from problems
        if document is None:
            continue
        guide, problems = create_from_document(
            Guide, document, record_id=path.stem, vocabularies=library.vocabularies
        )
        yield from problems
        if guide is not None:
            _keep(guide, document, library)


def _front_matter(data: bytes) -> bytes | None:
    """Return the lines between the first two `---` lines, None where there are none."""
    lines = data.replace(b"\r\n", b"\n").removeprefix(b"\xef\xbb\xbf").split(b"\n")
    if lines[0].rstrip() != b"---":
        return None
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == b"---":
            return b"\n".join(lines[1:number]) + b"\n"
    return None


def _check_name(shown: str, path: Path) -> Problem | None:
    if path.is_symlink() or not path.is_file():
        message = "This isn't an ordinary file."
        return Problem(shown, 1, 1, "not-a-file", message, "Replace it by the file itself.")
    if SLUG.fullmatch(path.stem) and len(path.stem) <= 60:
        return None
    message = f"The file name “{path.name}” can't be an address."
    help_text = "Use 1 to 60 small letters, digits and single hyphens, for example school-nurse.yml."
    return Problem(shown, 1, 1, "bad-file-name", message, help_text)


def _find_strangers(content: Path) -> Iterator[Problem]:
    """Yield the files and folders that nothing reads, so that no record is lost in silence."""
    for entry in sorted(content.iterdir()):
        if entry.name.startswith(".") or entry.name in _OTHER_ENTRIES:
            continue
        if entry.name not in _YAML_TYPES:
            message = f"Nothing reads “{entry.name}”."
            help_text = f"Records live in: {', '.join(sorted(_YAML_TYPES))}."
            yield Problem(_shown(content, entry), 1, 1, "unknown-file", message, help_text)
            continue
        for path in sorted(entry.iterdir()):
            if path.suffix != ".yml" and not path.name.startswith("."):
                message = f"Nothing reads “{path.name}”; a record's file name ends in .yml."
                yield Problem(_shown(content, path), 1, 1, "unknown-file", message, "Rename or move it.")


def _shown(content: Path, path: Path) -> str:
    """Return the path that people see: from the content folder's own name on."""
    return f"{content.name}/{path.relative_to(content).as_posix()}"

