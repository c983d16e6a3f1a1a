"""What is made for a site, outside memory until it is written: a generator has all of it, and uses one at a time."""

from collections import Counter
from collections.abc import Iterable, Iterator, MutableMapping
from dataclasses import replace
from typing import NamedTuple

from markupsafe import Markup

from knowledge_hub.keeping import Pack, Place, Store, Table
from knowledge_hub.pages import Page
from knowledge_hub.pages.frame.page import NO_HTML

# Ends what stands in a page's head. No text has it: the reader refuses it in a file.
_END_OF_HEAD = "\x00"
# Of a file of which less is in use, the rest is copied.
_LEAST_USED = 0.5
# Says of a page in a table that there is something in its head.
_SOME = Markup("+")


class KeptPage(NamedTuple):
    """What stands in a page's head, and its HTML."""

    head: str
    html: str


class FileStore(MutableMapping[str, bytes]):
    """The files of one build by path, which are gone with the build."""

    def __init__(self) -> None:
        self._pack = Pack()
        self._places: dict[str, Place] = {}

    def __setitem__(self, path: str, content: bytes) -> None:
        self._places[path] = self._pack.add(content)

    def __getitem__(self, path: str) -> bytes:
        return self._pack.read(self._places[path])

    def __delitem__(self, path: str) -> None:
        del self._places[path]

    @property
    def places(self) -> dict[str, Place]:
        """Where each file lies."""
        return self._places

    def share(self) -> None:
        """Get ready to be filled by another process, whose `places` `adopt` takes; only one may fill it at a time."""
        self._pack.begin_file()

    def adopt(self, places: dict[str, Place]) -> None:
        """Take over what another process has filled in."""
        self._pack.rewind()
        self._places |= places

    def flush(self) -> None:
        """Let other processes see what was filled in."""
        self._pack.flush()

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def mark(self, path: str) -> bytes:
        """Return what stands for all that a file holds."""
        return self._places[path].mark


class KeptPages(NamedTuple):
    """The pages of one record without their HTML, and where that lies."""

    pages: tuple[Page, ...]
    places: tuple[Place, ...]


class PageStore:
    """The HTML of the pages of one build; those of records may have been made by an earlier one.

    `purpose` tells apart what is made of the same content, such as a preview and a site.
    """

    def __init__(self, store: Store | None = None, purpose: str = "site") -> None:
        store = store or Store()
        self._kept: Table[KeptPages] = store.table(f"pages-{purpose}")
        self._pack = store.pack(f"pages-{purpose}")
        self._passing = Pack()
        self._places: dict[str, tuple[Pack, Place]] = {}
        self._having_head: set[str] = set()
        # MkDocs may ask four times for each page, one page after the other.
        self._last = ("", KeptPage("", ""))

    def keep(self, page: Page) -> Page:
        """Take a page's HTML and what stands in its head, and return the page without them."""
        self._places[page.address] = (self._passing, self._passing.add(_write(page)))
        return self._strip(page)

    def find_pages(self, key: bytes) -> tuple[Page, ...] | None:
        """Return the pages that were made with a key, as `keep` does, None where nobody made them."""
        kept = self._kept.find(key)
        if kept is None or not all(map(self._pack.has, kept.places)):
            return None
        for page, place in zip(kept.pages, kept.places, strict=True):
            self._places[page.address] = (self._pack, place)
            if page.head:
                self._having_head.add(page.address)
        return tuple(replace(page, head=NO_HTML) for page in kept.pages)

    def put_pages(self, key: bytes, pages: Iterable[Page]) -> tuple[Page, ...]:
        """Keep the pages that were just made with a key, and return them as `keep` does."""
        stripped, marked, places = [], [], []
        for page in pages:
            place = self._pack.add(_write(page))
            self._places[page.address] = (self._pack, place)
            places.append(place)
            stripped.append(self._strip(page))
            marked.append(replace(page, html="", head=_SOME if page.head else NO_HTML))
        self._kept.put(key, KeptPages(tuple(marked), tuple(places)))
        return tuple(stripped)

    def put_apart(self, made: Iterable[tuple[bytes, Iterable[Page]]]) -> list[tuple[bytes, KeptPages]]:
        """Keep pages in a file that no other process writes into, and return what of them the table holds."""
        self._pack.begin_file()
        keys = [key for key, pages in made if self.put_pages(key, pages)]
        self._pack.flush()
        return [(key, kept) for key in keys if (kept := self._kept.find(key))]

    def adopt(self, made: list[tuple[bytes, KeptPages]]) -> None:
        """Put into the table what another process has kept."""
        for key, kept in made:
            self._kept.put(key, kept)

    def tidy(self) -> None:
        """Copy what is left of files that are mostly out of use, and delete the files in which nothing is used."""
        used: Counter[str] = Counter()
        for kept in self._kept.values():
            used.update({place.file: place.length for place in kept.places})
        mostly_unused = {file for file, size in used.items() if size < self._pack.size_of(file) * _LEAST_USED}
        for key, kept in list(self._kept.items()):
            if any(place.file in mostly_unused for place in kept.places):
                places = tuple(self._pack.add(self._pack.read(place)) for place in kept.places)
                self._kept.put(key, kept._replace(places=places))
        self._pack.delete_all_but({place.file for kept in self._kept.values() for place in kept.places})

    def has(self, address: str) -> bool:
        """Tell whether the HTML of a page is here."""
        return address in self._places

    def has_head(self, address: str) -> bool:
        """Tell whether something stands in the head of a page that was kept."""
        return address in self._having_head

    def mark(self, address: str) -> bytes:
        """Return what stands for all that was taken from a page."""
        return self._places[address][1].mark

    def read(self, address: str) -> KeptPage:
        """Return what was taken from a page."""
        if address != self._last[0] or not self._last[1].html:
            head, html = self.read_bytes(address)
            self._last = (address, KeptPage(head.decode(), html.decode()))
        return self._last[1]

    def read_bytes(self, address: str) -> tuple[bytes, bytes]:
        """Return what stands in a page's head, and its HTML, as they are written to a disk."""
        pack, place = self._places[address]
        head, _, html = pack.read(place).partition(_END_OF_HEAD.encode())
        return head, html

    def _strip(self, page: Page) -> Page:
        if page.head:
            self._having_head.add(page.address)
        return replace(page, html="", head=NO_HTML)


def _write(page: Page) -> bytes:
    return f"{page.head}{_END_OF_HEAD}{page.html}".encode()
