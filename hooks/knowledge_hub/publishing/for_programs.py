"""All files for programs: data, citations, feeds and texts.

What they say of one record is made once for all that it depends on, in a process of its own where many are new.
"""

import itertools
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from knowledge_hub.catalogue.catalogue import Catalogue
from knowledge_hub.citations.files import Entries, EntryWriter, add_citation_files, create_other_citation_files
from knowledge_hub.data.contributors import public_contributors
from knowledge_hub.data.data_files import LibraryData
from knowledge_hub.data.library_data import add_other_data, create_library_data
from knowledge_hub.data.record_parts import NODE, Parts, RecordParts, RecordWriter
from knowledge_hub.exports.plain_text.record_markdown import create_record_texts
from knowledge_hub.feeds.files import create_feeds
from knowledge_hub.keeping import FileStore, Joined, Place, Texts, fingerprint, fingerprint_all
from knowledge_hub.pages import Site
from knowledge_hub.records import Record, Source
from knowledge_hub.settings.settings import Settings
from knowledge_hub.side_by_side import MANY_RECORDS, Aside

# The texts of a record for data come first, then those for citations.
_OF_DATA = NODE + 1


class _Made(NamedTuple):
    """What was made of records, by key, and which other files there are."""

    texts: list[tuple[bytes, Texts[None]]]
    files: dict[str, tuple[Joined, bytes]]


class ProgramFiles:
    """The files for programs of one site, put into `files`, which may know parts of them from an earlier build.

    `workbooks` has the sizes of Excel files that were made elsewhere; `with_texts` adds each record as Markdown.
    """

    def __init__(self, site: Site, files: FileStore, workbooks: Mapping[str, int], *, with_texts: bool) -> None:
        self._site = site
        self._files = files
        self._workbooks = workbooks
        self._with_texts = with_texts
        self._keys = _describe_records(site.catalogue, site.settings)
        # Before there is a copy of this process: pages show them, too.
        self._feeds = create_feeds(site.catalogue, site.settings, site.feed_places, site.news, site.coming_sessions)
        site.catalogue.prepare_citations()
        files.share()
        is_large = files.parts.is_kept and len(site.catalogue.records) >= MANY_RECORDS
        self._aside: Aside[_Made] = Aside(self._make, at_once=is_large)
        self._data: LibraryData | None = None

    def finish(self) -> LibraryData:
        """Return what is told of the data, once all files are there."""
        if self._data is None:
            made = self._aside.result()
            self._files.adopt(made.files)
            self._files.parts.adopt(made.texts)
            self._data = self._put_together()
        return self._data

    def _make(self) -> _Made:
        self._files.update(self._create_others())
        made = list(self._write_missing())
        data, _ = self._find_parts()
        add_other_data(self._site.catalogue, self._site.settings, self._files, data)
        return _Made(made, self._files.give())

    def _write_missing(self) -> Iterator[tuple[bytes, Texts[None]]]:
        """Yield the texts of each record of which none were kept, with their key."""
        parts, catalogue, settings = self._files.parts, self._site.catalogue, self._site.settings
        pairs = zip(catalogue.records, self._keys, strict=True)
        missing = [(record, key) for record, key in pairs if parts.find(key) is None]
        if missing:
            # In a file that no other process writes into.
            parts.pack.begin_file()
            data, citations = RecordWriter(catalogue, settings.site_url), EntryWriter(catalogue, settings)
        for record, key in missing:
            yield key, parts.put(key, None, (*data.write(record), *citations.write(record)))

    def _put_together(self) -> LibraryData:
        site, files = self._site, self._files
        parts, entries = self._find_parts()
        add_citation_files(site.catalogue, files, entries)
        return create_library_data(site.catalogue, site.settings, self._workbooks, files, parts)

    def _find_parts(self) -> tuple[Parts, dict[tuple[str, str], Entries]]:
        """Return where the texts of each record lie, for data and for citations."""
        parts, entries = {}, {}
        for record, key in zip(self._site.catalogue.records, self._keys, strict=True):
            name, places = (record.type, record.id), self._find_places(key)
            parts[name] = RecordParts(key, places[:_OF_DATA])
            entries[name] = Entries(key, places[_OF_DATA:])
        return parts, entries

    def _find_places(self, key: bytes) -> tuple[Place, ...]:
        texts = self._files.parts.find(key)
        return texts.places if texts else ()

    def _create_others(self) -> Iterator[tuple[str, bytes]]:
        """Yield the files that hold nothing of a single record's texts, by path."""
        site = self._site
        texts = [self._feeds]
        if self._with_texts:
            texts.append(create_record_texts(site))
        for path, text in itertools.chain.from_iterable(texts):
            yield path, text.encode()
        yield from create_other_citation_files(site.catalogue, site.settings).items()


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
