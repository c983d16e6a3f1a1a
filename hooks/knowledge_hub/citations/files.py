"""Every citation file of a hub, by path: one for each record and format, and lists for each type and all sources.

A record's sources are in RIS only, which any reference manager takes; all sources together are in every format.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from knowledge_hub.catalogue.catalogue import Catalogue
from knowledge_hub.citations.citation_cff import CITATION_CFF, render_citation_cff
from knowledge_hub.citations.formats import FORMATS, RIS
from knowledge_hub.citations.work import Work
from knowledge_hub.citations.works import create_hub_work, create_record_work, create_source_work
from knowledge_hub.keeping import FileStore, Joined, Marked, fingerprint
from knowledge_hub.records import Record
from knowledge_hub.settings.settings import Settings

CITE = "cite/"
# The lists beside those of the types.
HUB_LIST = "hub"
SOURCE_LIST = "sources"


def record_stem(record: Record) -> str:
    """Return where the files of a record are, without their endings: "cite/lessons/ask"."""
    return f"{CITE}{record.folder}/{record.id}"


def list_stem(name: str) -> str:
    """Return where the files of a list are, without their endings: `HUB_LIST`, `SOURCE_LIST` or a type's folder."""
    return f"{CITE}{name}"


class EntryWriter:
    """Writes how to cite records, and what they rest on."""

    def __init__(self, catalogue: Catalogue, settings: Settings) -> None:
        self._catalogue = catalogue
        self._settings = settings
        self._sources: dict[str, str] = {}

    def write(self, record: Record) -> tuple[bytes, ...]:
        """Return a record as a work in each of the formats, then its sources, each once, b"" for none."""
        work = create_record_work(record, self._catalogue.contributors, self._settings)
        sources = map(self._write_source, dict.fromkeys(use.source for use in record.sources))
        return (*(form.render(work).encode() for form in FORMATS), RIS.join(sources))

    def _write_source(self, source_id: str) -> str:
        if source_id not in self._sources:
            source = self._catalogue.sources[source_id]
            self._sources[source_id] = RIS.render(create_source_work(source, self._catalogue.words))
        return self._sources[source_id]


def create_other_citation_files(catalogue: Catalogue, settings: Settings) -> dict[str, bytes]:
    """Return the files for all sources of a hub and for the hub itself; one without sources has no list of them."""
    sources = [create_source_work(source, catalogue.words) for source in catalogue.sources.values()]
    return {**_create_lists(SOURCE_LIST, sources), **_create_hub_files(catalogue, settings)}


def add_citation_files(records: Sequence[Record], files: FileStore, parts: Sequence[Marked], first: int) -> None:
    """Put the files of records into `files`, where their `parts` are already, in the same order.

    `first` is the number of the first text that `EntryWriter` has written. A type without records has no list.
    """
    for folder, group in _group(records, parts).items():
        for record, part in group:
            _add_singles(files, record_stem(record), part, first)
        mark = fingerprint(b"".join([part.mark for _, part in group]))
        texts = [part.texts for _, part in group]
        for number, form in enumerate(FORMATS, first):
            files.join(f"{list_stem(folder)}.{form.ending}", form.join_texts(texts, number), mark)


def _add_singles(files: FileStore, stem: str, part: Marked, first: int) -> None:
    texts = (part.texts,)
    for number, form in enumerate(FORMATS, first):
        files.join(f"{stem}.{form.ending}", form.join_texts(texts, number), part.mark)
    sources = first + len(FORMATS)
    if part.texts.lengths[sources]:
        # No id has a dot.
        files.join(f"{stem}.sources.{RIS.ending}", Joined(texts, sources), part.mark)


def _group(records: Iterable[Record], parts: Iterable[Marked]) -> dict[str, list[tuple[Record, Marked]]]:
    """Return the records with their parts by folder, each group in the order of ids."""
    groups: defaultdict[str, list[tuple[Record, Marked]]] = defaultdict(list)
    for record, part in zip(records, parts, strict=True):
        groups[record.folder].append((record, part))
    return {folder: sorted(group, key=lambda pair: pair[0].id) for folder, group in sorted(groups.items())}


def _create_lists(name: str, works: Sequence[Work]) -> dict[str, bytes]:
    return {f"{list_stem(name)}.{form.ending}": form.join(map(form.render, works)) for form in FORMATS if works}


def _create_hub_files(catalogue: Catalogue, settings: Settings) -> dict[str, bytes]:
    work = create_hub_work(settings, catalogue.last_review)
    text = catalogue.words.text
    cff = render_citation_cff(
        work,
        message=text("cite.cff_message"),
        abstract=settings.description,
        nobody=text("cite.contributors", name=settings.site_name),
    )
    return {**_create_lists(HUB_LIST, [work]), CITATION_CFF: cff.encode()}
