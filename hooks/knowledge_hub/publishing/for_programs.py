"""All files for programs: data, citations, feeds and texts.

What they say of one record is made once for all that it depends on, and so is what they say of the whole library.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from knowledge_hub.catalogue.catalogue import Catalogue
from knowledge_hub.citations.files import EntryWriter, add_citation_files, create_other_citation_files
from knowledge_hub.data.contributors import public_contributors
from knowledge_hub.data.data_files import LibraryData
from knowledge_hub.data.library_data import add_other_data, create_library_data
from knowledge_hub.data.record_parts import NODE, RecordWriter
from knowledge_hub.exports.plain_text.record_markdown import create_record_texts
from knowledge_hub.feeds.files import create_feeds
from knowledge_hub.keeping import FileStore, Listed, Marked, Texts, fingerprint, fingerprint_all
from knowledge_hub.pages import Site
from knowledge_hub.records import Record, Source
from knowledge_hub.settings.settings import Settings
from knowledge_hub.side_by_side import MANY_RECORDS

# The texts of a record for data come first, then those for citations.
_OF_DATA = NODE + 1


class MadePrograms(NamedTuple):
    """What was made: the texts of records, by their place among all of them, and bundles of whole files, by key."""

    texts: dict[int, Texts[None]]
    bundles: dict[bytes, Texts[Listed]]


class ProgramFiles:
    """The files for programs of one site, put into `files`, which may know parts of them from an earlier build.

    `workbooks` has the sizes of Excel files that were made elsewhere; `with_texts` adds each record as Markdown.
    """

    def __init__(self, site: Site, files: FileStore, workbooks: Mapping[str, int], *, with_texts: bool) -> None:
        self._site = site
        self._files = files
        self._workbooks = workbooks
        self._keys = _describe_records(site.catalogue, site.settings)
        # Those that were just written, and aren't read again.
        self._nodes: dict[int, bytes] = {}
        self._texts = {place: texts for place, key in enumerate(self._keys) if (texts := files.parts.find(key))}
        makers: dict[bytes, Callable[[FileStore], None]] = {_describe_library(site): self._add_others}
        if with_texts:
            makers[_describe_whole(site)] = self._add_record_texts
        self._bundles = {key: bundle for key in makers if (bundle := files.bundles.find(key))}
        self._makers = {key: make for key, make in makers.items() if key not in self._bundles}
        # Before there is a copy of this process: pages show them, too.
        self._feeds = create_feeds(site.catalogue, site.settings, site.feed_places, site.news, site.coming_sessions)
        site.catalogue.prepare_citations()
        self._data: LibraryData | None = None

    @property
    def is_kept(self) -> bool:
        """Whether another process may make them: this one can read what it leaves."""
        return self._files.parts.is_kept

    @property
    def are_many_missing(self) -> bool:
        """Whether there is much to make."""
        records = len(self._keys)
        return records >= MANY_RECORDS and (bool(self._makers) or records - len(self._texts) >= MANY_RECORDS)

    def make(self) -> MadePrograms:
        """Make what is missing, here or in a process of its own, and return what `take` needs."""
        made = dict(self._write_missing())
        self._texts |= made
        return MadePrograms(made, {key: self._files.put_bundle(key, make) for key, make in self._makers.items()})

    def take(self, made: MadePrograms) -> LibraryData:
        """Put together all files, of what was kept and what was made, and return what is told of the data."""
        files = self._files
        files.parts.adopt((self._keys[place], texts) for place, texts in made.texts.items())
        files.bundles.adopt(made.bundles.items())
        self._texts |= made.texts
        for bundle in (self._bundles | made.bundles).values():
            files.add_bundle(bundle)
        self._data = self._put_together()
        return self._data

    def finish(self) -> LibraryData:
        """Return what is told of the data, once all files are there."""
        return self.take(self.make()) if self._data is None else self._data

    def _write_missing(self) -> Iterator[tuple[int, Texts[None]]]:
        """Yield the texts of each record of which none were kept, with its place."""
        parts, catalogue, settings = self._files.parts, self._site.catalogue, self._site.settings
        missing = [place for place in range(len(self._keys)) if place not in self._texts]
        if missing:
            # In a file that no other process writes into.
            parts.pack.begin_file()
            data, citations = RecordWriter(catalogue, settings.site_url), EntryWriter(catalogue, settings)
        for place in missing:
            record = catalogue.records[place]
            of_data = data.write(record)
            self._nodes[place] = of_data[NODE]
            yield place, parts.put(self._keys[place], None, (*of_data, *citations.write(record)))

    def _put_together(self) -> LibraryData:
        """Add the files of the texts of records, and return what is told of the data."""
        site, files = self._site, self._files
        parts = [Marked(key, self._texts[place]) for place, key in enumerate(self._keys)]
        add_citation_files(site.catalogue.records, files, parts, first=_OF_DATA)
        return create_library_data(site.catalogue, site.settings, self._workbooks, files, parts)

    def _add_others(self, made: FileStore) -> None:
        """Add the files that hold nothing of a record's long texts."""
        catalogue, settings = self._site.catalogue, self._site.settings
        for path, text in self._feeds:
            made[path] = text.encode()
        made.update(create_other_citation_files(catalogue, settings))
        add_other_data(catalogue, settings, made, map(self._find_node, range(len(catalogue.records))))

    def _find_node(self, place: int) -> bytes:
        return self._nodes.pop(place, b"") or self._files.parts.read(self._texts[place].place(NODE))

    def _add_record_texts(self, made: FileStore) -> None:
        for path, text in create_record_texts(self._site):
            made[path] = text.encode()


def _describe_records(catalogue: Catalogue, settings: Settings) -> list[bytes]:
    """Return for each record what stands for all that data and citations say of it, and of what it is connected to."""
    shared = fingerprint(catalogue.shared, repr(settings), *sorted(public_contributors(catalogue)))
    keys = catalogue.listed_keys
    described = []
    for record, reasons in zip(catalogue.records, catalogue.reasons, strict=True):
        # What is no connection is nothing that readers can see. No key and no reason has this letter.
        connections = ("\0".join(map(keys.__getitem__, reasons)), "\0".join(reasons.values()))
        described.append(fingerprint_all((shared, *connections, *_describe(catalogue, record))))
    return described


def _describe(catalogue: Catalogue, record: Record) -> Iterator[bytes | str]:
    """Yield what stands for a record, for what took its place, and for its sources."""
    marks = catalogue.fingerprints
    yield marks[record.type, record.id]
    successor = catalogue.get(record.type, record.replaced_by) if record.replaced_by else None
    yield catalogue.keys[id(successor)] if successor else ""
    yield from [marks[Source.record_type, use.source] for use in record.sources]


def _describe_library(site: Site) -> bytes:
    """Return what stands for all that files of the whole library tell, which is nothing of records' long texts."""
    catalogue = site.catalogue
    sources = [catalogue.fingerprints[Source.record_type, name] for name in catalogue.sources]
    coming = [session.name for session in site.coming_sessions]
    told = repr((site.settings, catalogue.own_pages, coming))
    return fingerprint(catalogue.shared, catalogue.outline, told, *sources)


def _describe_whole(site: Site) -> bytes:
    """Return what stands for all that records say."""
    marks = site.catalogue.fingerprints
    return fingerprint(_describe_library(site), *[marks[record.type, record.id] for record in site.catalogue.records])
