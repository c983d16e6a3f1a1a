"""What is made for a site, outside memory until it is written: MkDocs has all of it at once, and uses one at a time."""

import tempfile
import weakref
from collections.abc import Iterator, MutableMapping
from dataclasses import replace
from typing import NamedTuple

from markupsafe import Markup

from knowledge_hub.pages import Page

# Ends what stands in a page's head. No text has it: the reader refuses it in a file.
_END_OF_HEAD = "\x00"


class KeptPage(NamedTuple):
    """What stands in a page's head, and its HTML."""

    head: str
    html: str


class FileStore(MutableMapping[str, bytes]):
    """The files of one build by path, in one file without a name, which is gone with the build."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 -- closed with the build that has it
        weakref.finalize(self, self._file.close)
        self._places: dict[str, tuple[int, int]] = {}
        self._at = self._end = 0

    def __setitem__(self, path: str, content: bytes) -> None:
        self._go_to(self._end)
        self._places[path] = (self._end, len(content))
        self._at = self._end = self._end + self._file.write(content)

    def __getitem__(self, path: str) -> bytes:
        place, length = self._places[path]
        self._go_to(place)
        self._at += length
        return self._file.read(length)

    def _go_to(self, place: int) -> None:
        # What is written and read in order is passed on in large pieces; to be told a place ends each of them.
        if place != self._at:
            self._file.seek(place)
            self._at = place

    def __delitem__(self, path: str) -> None:
        del self._places[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


class PageStore:
    """The generated pages of one build."""

    def __init__(self) -> None:
        self._pages = FileStore()
        self._having_head: set[str] = set()
        # MkDocs asks four times for each page, one page after the other.
        self._last = ("", KeptPage("", ""))

    def keep(self, page: Page) -> Page:
        """Take a page's HTML and what stands in its head, and return the page without them."""
        self._pages[page.address] = f"{page.head}{_END_OF_HEAD}{page.html}".encode()
        if page.head:
            self._having_head.add(page.address)
        return replace(page, html="", head=Markup(""))

    def has_head(self, address: str) -> bool:
        """Tell whether something stands in the head of a page that was kept."""
        return address in self._having_head

    def read(self, address: str) -> KeptPage:
        """Return what was taken from a page."""
        if address != self._last[0] or not self._last[1].html:
            head, _, html = self._pages[address].decode().partition(_END_OF_HEAD)
            self._last = (address, KeptPage(head, html))
        return self._last[1]
