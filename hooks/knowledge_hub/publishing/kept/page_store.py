"""What is made for a site, outside memory until it is written: a generator has all of it, and uses one at a time."""

from collections.abc import Callable, Iterable
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

    @property
    def has_head(self) -> bool:
        """Whether something stands in its head."""
        return self.head > 0

    def read(self) -> tuple[bytes, bytes]:
        """Return what stands in its head, and its HTML."""
        both = self.pack.read(self.place)
        return both[: self.head], both[self.head :]


class _PutOff(NamedTuple):
    """What makes a page that nobody has asked for yet, and what stands for all of it."""

    finish: Callable[[], Page]
    mark: bytes
    # Every page says there what it is.
    has_head: bool = True

    def read(self) -> tuple[bytes, bytes]:
        """Return what stands in its head, and its HTML."""
        return _write(self.finish())


class PageStore:
    """The HTML of the pages of one build; those of records may have been made by an earlier one.

    What costs no more to make than to keep is made once it is written: most builds write little of it.

    `purpose` tells apart what is made of the same content, such as a preview and a site.
    """

    def __init__(self, store: Store | None = None, purpose: str = "site") -> None:
        self._kept: TextStore[tuple[Page, ...]] = (store or Store()).texts(f"pages-{purpose}")
        self._passing = Pack()
        self._held: dict[str, _Held | _PutOff] = {}
        # MkDocs may ask four times for each page, one page after the other.
        self._last = ("", KeptPage("", ""))

    def keep(self, page: Page) -> Page:
        """Take a page's HTML and what stands in its head, and return the page without them."""
        head, html = _write(page)
        self._pass(page.address, head, html, fingerprint(head, html))
        return _strip(page)

    def put_off(self, key: bytes, outline: Page, finish: Callable[[], Page]) -> Page:
        """Return a page as `keep` does, whose HTML is made when it is asked for; `key` stands for all of it."""
        self._held[outline.address] = _PutOff(finish, key)
        return outline

    def find_pages(self, key: bytes) -> tuple[Page, ...] | None:
        """Return the pages that were made with a key, as `keep` does, None where nobody made them."""
        kept = self._kept.find(key)
        return self._list(key, kept) if kept else None

    def put_pages(self, key: bytes, pages: Iterable[Page]) -> tuple[Page, ...]:
        """Keep the pages that were just made with a key, and return them as `keep` does."""
        return self._list(key, self._put(key, pages))

    def put_apart(self, made: Iterable[tuple[bytes, Iterable[Page]]]) -> list[tuple[bytes, KeptPages]]:
        """Keep pages in a file that no other process writes into, and return what of them the table holds."""
        self._kept.pack.begin_file()
        return [(key, self._put(key, pages)) for key, pages in made]

    def adopt(self, made: list[tuple[bytes, KeptPages]]) -> None:
        """Put into the table what another process has kept."""
        self._kept.adopt(made)

    def has(self, address: str) -> bool:
        """Tell whether the HTML of a page is here."""
        return address in self._held

    def has_head(self, address: str) -> bool:
        """Tell whether something stands in the head of a page that was kept."""
        return self._held[address].has_head

    def mark(self, address: str) -> bytes:
        """Return what stands for all that was taken from a page."""
        return self._held[address].mark

    def read(self, address: str) -> KeptPage:
        """Return what was taken from a page."""
        if address != self._last[0] or not self._last[1].html:
            head, html = self.read_bytes(address)
            if isinstance(put_off := self._held[address], _PutOff):
                # Who reads a page as text does so again at a later event.
                self._pass(address, head, html, put_off.mark)
            self._last = (address, KeptPage(head.decode(), html.decode()))
        return self._last[1]

    def read_bytes(self, address: str) -> tuple[bytes, bytes]:
        """Return what stands in a page's head, and its HTML, as they are written to a disk."""
        return self._held[address].read()

    def _pass(self, address: str, head: bytes, html: bytes, mark: bytes) -> None:
        """Keep a page until the end of the build."""
        place = self._passing.add(head + html)
        self._held[address] = _Held(self._passing, place, len(head), mark)

    def _put(self, key: bytes, pages: Iterable[Page]) -> KeptPages:
        made = tuple(pages)
        texts = [text for page in made for text in _write(page)]
        return self._kept.put(key, tuple(map(_strip, made)), texts)

    def _list(self, key: bytes, kept: KeptPages) -> tuple[Page, ...]:
        """Return the pages that were made with a key; all that they show is in it."""
        places = kept.places
        for page, head, html in zip(kept.about, places[::2], places[1::2], strict=True):
            place = Place(head.file, head.start, head.length + html.length)
            self._held[page.address] = _Held(self._kept.pack, place, head.length, key)
        return kept.about


def _strip(page: Page) -> Page:
    return page._replace(content=b"", head=NO_HTML)


def _write(page: Page) -> tuple[bytes, bytes]:
    return page.head.encode(), page.content
