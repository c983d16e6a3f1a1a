"""What is made for a site, outside memory until it is written: a generator has all of it, and uses one at a time."""

from collections.abc import Iterable
from typing import NamedTuple

from knowledge_hub.keeping import Pack, Place, Store, Texts, TextStore, fingerprint
from knowledge_hub.pages import Page
from knowledge_hub.pages.frame.page import NO_HTML

# The pages of one record without their HTML. Each has two texts: what stands in its head, and its HTML.
KeptPages = Texts[tuple[Page, ...]]


class KeptPage(NamedTuple):
    """What stands in a page's head, and its HTML."""

    head: str
    html: str


class _Held(NamedTuple):
    """Where what was taken from a page lies, how many bytes of it its head has, and what stands for all of it."""

    pack: Pack
    place: Place
    head: int
    mark: bytes


class PageStore:
    """The HTML of the pages of one build; those of records may have been made by an earlier one.

    `purpose` tells apart what is made of the same content, such as a preview and a site.
    """

    def __init__(self, store: Store | None = None, purpose: str = "site") -> None:
        self._kept: TextStore[tuple[Page, ...]] = (store or Store()).texts(f"pages-{purpose}")
        self._passing = Pack()
        self._held: dict[str, _Held] = {}
        # MkDocs may ask four times for each page, one page after the other.
        self._last = ("", KeptPage("", ""))

    def keep(self, page: Page) -> Page:
        """Take a page's HTML and what stands in its head, and return the page without them."""
        head, html = _write(page)
        place = self._passing.add(head + html)
        self._held[page.address] = _Held(self._passing, place, len(head), fingerprint(head, html))
        return _strip(page)

    def find_pages(self, key: bytes) -> tuple[Page, ...] | None:
        """Return the pages that were made with a key, as `keep` does, None where nobody made them."""
        kept = self._kept.find(key)
        return self._list(key, kept) if kept else None

    def put_pages(self, key: bytes, pages: Iterable[Page]) -> tuple[Page, ...]:
        """Keep the pages that were just made with a key, and return them as `keep` does."""
        made = tuple(pages)
        texts = [text for page in made for text in _write(page)]
        return self._list(key, self._kept.put(key, tuple(map(_strip, made)), texts))

    def put_apart(self, made: Iterable[tuple[bytes, Iterable[Page]]]) -> list[tuple[bytes, KeptPages]]:
        """Keep pages in a file that no other process writes into, and return what of them the table holds."""
        self._kept.pack.begin_file()
        keys = [key for key, pages in made if self.put_pages(key, pages)]
        return [(key, kept) for key in keys if (kept := self._kept.find(key))]

    def adopt(self, made: list[tuple[bytes, KeptPages]]) -> None:
        """Put into the table what another process has kept."""
        self._kept.adopt(made)

    def has(self, address: str) -> bool:
        """Tell whether the HTML of a page is here."""
        return address in self._held

    def has_head(self, address: str) -> bool:
        """Tell whether something stands in the head of a page that was kept."""
        return self._held[address].head > 0

    def mark(self, address: str) -> bytes:
        """Return what stands for all that was taken from a page."""
        return self._held[address].mark

    def read(self, address: str) -> KeptPage:
        """Return what was taken from a page."""
        if address != self._last[0] or not self._last[1].html:
            head, html = self.read_bytes(address)
            self._last = (address, KeptPage(head.decode(), html.decode()))
        return self._last[1]

    def read_bytes(self, address: str) -> tuple[bytes, bytes]:
        """Return what stands in a page's head, and its HTML, as they are written to a disk."""
        held = self._held[address]
        both = held.pack.read(held.place)
        return both[: held.head], both[held.head :]

    def _list(self, key: bytes, kept: KeptPages) -> tuple[Page, ...]:
        """Return the pages that were made with a key; all that they show is in it."""
        places = kept.places
        for page, head, html in zip(kept.about, places[::2], places[1::2], strict=True):
            place = Place(head.file, head.start, head.length + html.length)
            self._held[page.address] = _Held(self._kept.pack, place, head.length, key)
        return kept.about


def _strip(page: Page) -> Page:
    return page._replace(html="", head=NO_HTML)


def _write(page: Page) -> tuple[bytes, bytes]:
    return page.head.encode(), page.html.encode()
