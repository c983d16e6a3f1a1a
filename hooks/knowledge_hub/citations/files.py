"""Every citation file of a hub, by path: one for each record and format, and lists for each type and all sources.

A record's sources are in RIS only, which any reference manager takes; all sources together are in every format.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from knowledge_hub.catalogue.catalogue import Catalogue
from knowledge_hub.citations.citation_cff import CITATION_CFF, render_citation_cff
from knowledge_hub.citations.formats import FORMATS, RIS, Format
from knowledge_hub.citations.work import Work
from knowledge_hub.citations.works import create_hub_work, create_record_work, create_source_work
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


@dataclass(frozen=True, slots=True)
class CitationFiles:
    """Every file by path: lists of many works, and single records with their sources."""

    lists: dict[str, bytes]
    singles: dict[str, bytes]


def create_citation_files(catalogue: Catalogue, settings: Settings) -> CitationFiles:
    """Return the files of a hub; a type without records and a hub without sources have no list."""
    sources = {source.id: create_source_work(source, catalogue.words) for source in catalogue.sources.values()}
    lists = {**_create_lists(SOURCE_LIST, sources.values()), **_create_hub_files(catalogue, settings)}
    singles = dict(_create_source_files(catalogue.records, {key: RIS.render(work) for key, work in sources.items()}))
    for folder, records in _group(catalogue.records).items():
        works = [create_record_work(record, catalogue.contributors, settings) for record in records]
        for form in FORMATS:
            entries = [form.render(work) for work in works]
            lists[f"{list_stem(folder)}.{form.ending}"] = form.join(entries)
            for record, entry in zip(records, entries, strict=True):
                singles[f"{record_stem(record)}.{form.ending}"] = form.join((entry,))
    return CitationFiles(lists, singles)


def _group(records: Iterable[Record]) -> dict[str, list[Record]]:
    """Return the records by folder, each group in the order of ids."""
    groups: dict[str, list[Record]] = {}
    for record in sorted(records, key=lambda record: (record.folder, record.id)):
        groups.setdefault(record.folder, []).append(record)
    return groups


def _create_lists(name: str, works: Iterable[Work]) -> dict[str, bytes]:
    found = list(works)
    return {f"{list_stem(name)}.{form.ending}": _render_all(form, found) for form in FORMATS} if found else {}


def _render_all(form: Format, works: Iterable[Work]) -> bytes:
    return form.join(map(form.render, works))


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


def _create_source_files(records: Iterable[Record], rendered: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    """Yield path and content of the sources of each record that rests on any, each source once."""
    for record in records:
        if record.sources:
            ids = dict.fromkeys(use.source for use in record.sources)
            # No id has a dot.
            yield f"{record_stem(record)}.sources.{RIS.ending}", RIS.join(rendered[source_id] for source_id in ids)
