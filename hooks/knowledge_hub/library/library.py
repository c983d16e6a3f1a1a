"""What was read of a hub: records, sources and people with their documents, and all that they share."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from knowledge_hub.library.names import Names, find_names
from knowledge_hub.library.own_additions import Additions
from knowledge_hub.library.record_files import RecordFile
from knowledge_hub.records import Contributor, Glossary, Record, Source, Synonyms
from knowledge_hub.records.own_page import OwnPage
from knowledge_hub.records.own_types import create_own_types
from knowledge_hub.records.single_files.learning_models import LearningModels
from knowledge_hub.records.single_files.phrases_to_avoid import Wording
from knowledge_hub.records.single_files.search_answers import SearchAnswers
from knowledge_hub.vocabulary import Vocabularies
from knowledge_hub.words.words import Words
from knowledge_hub.yaml_text.located import LocatedDocument
from knowledge_hub.yaml_text.source_text import SourceText


@dataclass(slots=True)
class Library:
    """Everything that was read, each record with the document it came from."""

    vocabularies: Vocabularies = field(default_factory=lambda: Vocabularies({}))
    glossary: Glossary = field(default_factory=Glossary)
    synonyms: Synonyms = field(default_factory=Synonyms)
    answers: SearchAnswers = field(default_factory=SearchAnswers)
    models: LearningModels | None = None
    wording: Wording = field(default_factory=Wording)
    words: Words = field(default_factory=Words)
    records: list[Record] = field(default_factory=list)
    sources: dict[str, Source] = field(default_factory=dict)
    contributors: dict[str, Contributor] = field(default_factory=dict)
    additions: Additions = field(default_factory=Additions)
    documents: dict[tuple[str, str], LocatedDocument] = field(default_factory=dict)
    own_pages: list[OwnPage] = field(default_factory=list)
    guide_texts: dict[str, SourceText] = field(default_factory=dict)
    pending_ids: set[tuple[str, str]] = field(default_factory=set)
    files: dict[tuple[str, str], dict[str, RecordFile]] = field(default_factory=dict)
    named: dict[tuple[str, str], Names] = field(default_factory=dict)
    # What each document was read from, and what everything depends on beside it; see keeping/.
    fingerprints: dict[tuple[str, str], bytes] = field(default_factory=dict)
    outlines: dict[tuple[str, str], bytes] = field(default_factory=dict)
    # The files that are looked into, None for all; the others are there for them to name.
    looked_into: Collection[tuple[str, str]] | None = None
    shared: bytes = b""

    @property
    def types(self) -> dict[str, type[Record]]:
        """The record types by name, with what the host has added to them."""
        return create_own_types(self.additions.facets, self.additions.fields)

    def document(self, item: Record | Source | Contributor) -> LocatedDocument:
        """Return the document that a record, source or contributor was read from."""
        return self.documents[type(item).folder, item.id]

    def names(self, record: Record) -> Names:
        """Return what a record names."""
        key = (record.folder, record.id)
        return self.named[key] if key in self.named else find_names(record, record.type)

    def looks_into(self, key: tuple[str, str]) -> bool:
        """Tell whether there is such a file, and it is one of those that are looked into."""
        return key in self.documents and (self.looked_into is None or key in self.looked_into)

    def find_documents(self, *folders: str) -> Iterator[LocatedDocument]:
        """Yield the documents that are looked into below some folders, in the order of their paths."""
        for key in sorted(self.documents if self.looked_into is None else self.looked_into):
            if key[0] in folders and key in self.documents:
                yield self.documents[key]

    def ids(self) -> dict[str, tuple[str, ...]]:
        """Return the ids of everything that a record can name, by type, in alphabetical order."""
        found: dict[str, list[str]] = {"source": list(self.sources), "contributor": list(self.contributors)}
        for record in self.records:
            found.setdefault(record.type, []).append(record.id)
        return {name: tuple(sorted(ids)) for name, ids in sorted(found.items())}
