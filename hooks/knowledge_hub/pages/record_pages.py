"""All pages of one record, made once for all that they show (views.py), in portions where many are new."""

import itertools
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from knowledge_hub.pages.frame.page import Page
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.pages.views import PageKeeper
from knowledge_hub.records import Record
from knowledge_hub.side_by_side import MANY_RECORDS, Portions

Maker = Callable[[Site, Record], Iterable[Page]]

# So many that the last of them, for which one process waits, is short.
_PORTIONS = 100


class RecordPages:
    """The pages of every record; a second process makes some of them, with `make_apart`, and this one with `make`."""

    def __init__(self, site: Site, make: Maker, keeper: PageKeeper) -> None:
        self._site = site
        self._make_pages = make
        self._keeper = keeper
        self._keys = {id(record): site.views.describe_record(record) for record in site.catalogue.records}
        self._pages = {key: pages for key in self._keys.values() if (pages := keeper.find_pages(key)) is not None}
        self._missing = [record for record in site.catalogue.records if self._keys[id(record)] not in self._pages]
        self.are_many_missing = len(self._missing) >= MANY_RECORDS
        self._portions = Portions(_PORTIONS if self.are_many_missing else 0)
        # Both processes then have what many pages need, such as the code of templates.
        self._keep(itertools.islice(self._portions, 1))

    def make(self) -> None:
        """Make pages as long as there are some that nobody has begun with."""
        self._keep(self._portions)

    def make_apart(self) -> Any:
        """Do so in another process, and return what `finish` needs."""
        return self._keeper.put_apart(self._make_portions(self._portions))

    def finish(self, made_apart: Any) -> Iterator[Page]:
        """Yield the pages; those that would show the same as before come from the keeper."""
        self._keeper.adopt(made_apart)
        for record in self._missing:
            self._complete(record)
        for record in self._site.catalogue.records:
            yield from self._pages[self._keys[id(record)]]

    def _complete(self, record: Record) -> None:
        """Take the pages of a record from the second process."""
        key = self._keys[id(record)]
        if key in self._pages:
            return
        found = self._keeper.find_pages(key)
        # Where there are few, or the second process was killed.
        self._pages[key] = self._keeper.put_pages(key, self._make_pages(self._site, record)) if found is None else found

    def _keep(self, portions: Iterable[int]) -> None:
        for key, pages in self._make_portions(portions):
            self._pages[key] = self._keeper.put_pages(key, pages)

    def _make_portions(self, portions: Iterable[int]) -> Iterator[tuple[bytes, Iterable[Page]]]:
        """Yield key and pages of each missing record in these portions, whose numbers nobody else has."""
        for number in portions:
            # Not one after the other, for records of one type stand together, and types differ in how long they take.
            for record in self._missing[number::_PORTIONS]:
                yield self._keys[id(record)], self._make_pages(self._site, record)
