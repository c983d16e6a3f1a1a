"""All pages of one record, made once for all that they show (views.py), in two processes where many are new."""

from collections.abc import Callable, Iterable, Iterator

from knowledge_hub.pages.frame.page import Page
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.pages.views import PageKeeper
from knowledge_hub.records import Record
from knowledge_hub.side_by_side import MANY_RECORDS, Aside

Maker = Callable[[Site, Record], Iterable[Page]]


def create_record_pages(site: Site, make: Maker, keeper: PageKeeper) -> Iterator[Page]:
    """Yield the pages of every record; those that would show the same as before come from the keeper."""
    records = site.catalogue.records
    keys = {id(record): site.views.describe_record(record) for record in records}
    missing = [record for record in records if keeper.find_pages(keys[id(record)]) is None]
    # Every second one, for records of one type stand together, and types differ in how long they take.
    others = missing[1::2] if len(missing) >= MANY_RECORDS else []
    aside = Aside(
        lambda: keeper.put_apart((keys[id(record)], make(site, record)) for record in others), at_once=bool(others)
    )
    for record in missing[::2] if others else missing:
        keeper.put_pages(keys[id(record)], make(site, record))
    keeper.adopt(aside.result())
    for record in records:
        yield from keeper.find_pages(keys[id(record)]) or ()
