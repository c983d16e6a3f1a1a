"""All files for programs: data, citations, feeds and texts, in a process of their own where they are many."""

import itertools
from collections.abc import Iterator, Mapping, MutableMapping

from knowledge_hub.citations.files import create_citation_files
from knowledge_hub.data.data_files import LibraryData
from knowledge_hub.data.library_data import create_library_data
from knowledge_hub.exports.plain_text.record_markdown import create_record_texts
from knowledge_hub.feeds.files import create_feeds
from knowledge_hub.keeping import Place
from knowledge_hub.pages import Site
from knowledge_hub.publishing.page_store import FileStore
from knowledge_hub.side_by_side import MANY_RECORDS, Aside

Made = tuple[LibraryData, dict[str, Place]]


class ProgramFiles:
    """The files for programs of one site, put into `files`, which may keep them outside memory.

    `workbooks` has the sizes of Excel files that were made elsewhere; `with_texts` adds each record as Markdown.
    """

    def __init__(
        self, site: Site, files: MutableMapping[str, bytes], workbooks: Mapping[str, int], *, with_texts: bool
    ) -> None:
        self._site = site
        self._files = files
        self._workbooks = workbooks
        self._with_texts = with_texts
        if isinstance(files, FileStore):
            files.share()
        is_large = isinstance(files, FileStore) and len(site.catalogue.records) >= MANY_RECORDS
        self._aside: Aside[Made] = Aside(self._make, at_once=is_large)
        self._data: LibraryData | None = None

    def finish(self) -> LibraryData:
        """Return what is told of the data, once all files are there."""
        if self._data is None:
            self._data, places = self._aside.result()
            if isinstance(self._files, FileStore):
                self._files.adopt(places)
        return self._data

    def _make(self) -> Made:
        data = create_library_data(self._site.catalogue, self._site.settings, self._workbooks)
        self._files.update(data.files)
        self._files.update(self._create_others())
        if not isinstance(self._files, FileStore):
            return data.without_files(), {}
        self._files.flush()
        return data.without_files(), self._files.places

    def _create_others(self) -> Iterator[tuple[str, bytes]]:
        """Yield the files that aren't data, by path."""
        site = self._site
        citations = create_citation_files(site.catalogue, site.settings)
        yield from (citations.lists | citations.singles).items()
        texts = [create_feeds(site.catalogue, site.settings, site.feed_places, site.news, site.coming_sessions)]
        if self._with_texts:
            texts.append(create_record_texts(site))
        for path, text in itertools.chain.from_iterable(texts):
            yield path, text.encode()
