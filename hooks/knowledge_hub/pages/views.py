"""What pages show of records, as fingerprints: a page that would show the same isn't made again."""

import itertools
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from knowledge_hub.keeping import SIZE, fingerprint, fingerprint_all
from knowledge_hub.pages.cards.drawing import find_seats
from knowledge_hub.pages.cards.picture import find_card_picture
from knowledge_hub.pages.frame.page import Page
from knowledge_hub.pages.frame.reading import find_freshness
from knowledge_hub.record_files.shelf import Shelf, published_files
from knowledge_hub.records import CaseStudy, Community, Record, Source
from knowledge_hub.records.own_page import OwnPage

if TYPE_CHECKING:
    from knowledge_hub.pages.frame.site import Site

# Stands between texts. None has it: the reader refuses it in a file.
_END = "\x00"


class PageKeeper(Protocol):
    """Keeps pages between builds."""

    def find_pages(self, key: bytes) -> tuple[Page, ...] | None:
        """Return the pages that were made with a key, None where nobody made them."""

    def put_pages(self, key: bytes, pages: Iterable[Page]) -> tuple[Page, ...]:
        """Keep the pages that were just made with a key, and return what is listed of them."""

    def put_off(self, key: bytes, outline: Page, finish: Callable[[], Page]) -> Page:
        """Return a page as it is listed, whose HTML is made when it is asked for; `key` stands for all of it."""

    def put_apart(self, made: Iterable[tuple[bytes, Iterable[Page]]]) -> Any:
        """Keep pages in a process of its own, and return what `adopt` needs there where they are listed."""

    def adopt(self, made: Any) -> None:
        """Take over what was put apart."""


class Views:
    """What the pages of one site show.

    Of a connected record that is all but its long texts; of these, other pages show the words for the picture on its
    card.
    """

    def __init__(self, site: "Site") -> None:
        self._site = site
        self._catalogue = site.catalogue
        shared = (site.settings, site.has_search, site.has_texts, site.has_data, site.find_card(""))
        self.shared = fingerprint(self._catalogue.shared, repr(shared))
        self._shelves = {address: _describe_shelf(shelf) for address, shelf in site.shelves.items()}
        # Most edits change none of this, so it is kept for all records together.
        outlines = self._describe_outlines()
        self._shown, self._around = site.seen.make(outlines, self._describe_all)
        self._overview = fingerprint(self.shared, outlines, repr((site.today, self._catalogue.own_pages)))
        self._places = {id(record): SIZE * place for place, record in enumerate(self._catalogue.records)}

    def describe_record(self, record: Record) -> bytes:
        """Return what stands for all that the pages of a record show."""
        place = self._places[id(record)]
        return fingerprint(
            self.shared,
            self._catalogue.fingerprints[record.type, record.id],
            self._around[place : place + SIZE],
            repr(self._describe_moment(record)),
        )

    def describe_list(self, items: Iterable[Record | OwnPage], *others: object) -> bytes:
        """Return what stands for a page with cards of these records, and with `others` beside them."""
        return fingerprint(self.shared, repr(others), b"".join(map(self._show, items)))

    def describe_overview(self, name: str) -> bytes:
        """Return what stands for pages that show anything of the library but long texts, data and files."""
        return fingerprint(self._overview, name)

    def describe_whole(self, records: Iterable[Record]) -> bytes:
        """Return what stands for these records with their long texts."""
        return fingerprint_all(self._catalogue.fingerprints[record.type, record.id] for record in records)

    def _show(self, item: Record | OwnPage) -> bytes:
        """Return what stands for what other pages show of a record, or of a page that is none."""
        place = self._places.get(id(item))
        return fingerprint(repr(item)) if place is None else self._shown[place : place + SIZE]

    def _describe_outlines(self) -> bytes:
        """Return what stands for all that pages show of other records, and of the sources that theirs names."""
        catalogue, shelves = self._catalogue, self._site.shelves
        # The words for the picture on a card stand in a long text.
        pictures = [picture for record in catalogue.records if (picture := find_card_picture(shelves, record, ""))]
        sources = [(name, catalogue.fingerprints[Source.record_type, name]) for name in catalogue.sources]
        return fingerprint(catalogue.shared, catalogue.outline, repr((self._shelves, pictures, sources)))

    def _describe_all(self) -> tuple[bytes, bytes]:
        """Return for each record what other pages show of it, and what its own pages show of others."""
        records, connected = self._catalogue.records, self._catalogue.reasons
        shown = [self._describe(record) for record in records]
        addresses = [record.address for record in records]
        # Of a connected record also who is connected to it: drawings show who of them are to each other.
        neighbors = [fingerprint(_END.join([addresses[other] for other in others])) for others in connected]
        seen = list(map(bytes.__add__, shown, neighbors))
        connections = ((b"".join([seen[other] for other in why]), _END.join(why.values())) for why in connected)
        around = map(self._describe_around, records, connections, itertools.repeat(shown))
        return b"".join(shown), b"".join(around)

    def _describe(self, record: Record) -> bytes:
        """Return what stands for what other pages can show of a record."""
        mark = self._catalogue.outlines[record.type, record.id]
        picture = repr(find_card_picture(self._site.shelves, record, ""))
        # The drawing on a card shows what roles say of themselves.
        seats = repr(list(find_seats(self._catalogue, record))) if isinstance(record, CaseStudy) else ""
        return fingerprint(record.address, mark, self._shelves.get(record.address, b""), picture, seats)

    def _describe_around(self, record: Record, connections: tuple[bytes, str], shown: Sequence[bytes]) -> bytes:
        """Return what stands for what the pages of a record show of others."""
        catalogue = self._catalogue
        sources = catalogue.names[record.type, record.id].of_type(Source.record_type)
        replacing = catalogue.get(record.type, record.replaced_by or "")
        related = catalogue.related(record)
        return fingerprint(
            *connections,
            b"".join([catalogue.fingerprints[Source.record_type, name] for name in sources]),
            shown[catalogue.place_of(replacing)] if replacing else b"",
            b"".join([shown[other] for other in related]),
            _END.join(related.values()),
        )

    def _describe_moment(self, record: Record) -> tuple[Any, ...]:
        """Return what depends on the day, and what lies beside the record's pages."""
        site, address = self._site, record.address
        freshness = find_freshness(record, site.today)
        beside = (site.downloads.get(address), site.find_card(address), site.find_feed(address))
        # Sessions are past or to come, and pages of tests tell when the library was last reviewed.
        moment = (site.today, site.catalogue.newest_review) if isinstance(record, Community) else ()
        return (freshness and freshness.is_overdue, *beside, *moment)


def _describe_shelf(shelf: Shelf) -> bytes:
    return fingerprint_all(part for item in sorted(published_files(shelf).items()) for part in item)
