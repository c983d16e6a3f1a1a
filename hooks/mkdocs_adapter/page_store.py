"""The HTML of generated pages outside memory: MkDocs has all pages at once, and only one of them in use."""

import tempfile
from dataclasses import replace

from knowledge_hub.pages import Page


class PageStore:
    """The HTML of one build's pages in a file without a name, which is gone with the build."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 -- closed with the build that has it
        self._places: dict[str, tuple[int, int]] = {}
        # MkDocs asks four times for each page, one page after the other.
        self._last = ("", "")

    def keep(self, page: Page) -> Page:
        """Take a page's HTML, and return the page without it."""
        data = page.html.encode()
        self._places[page.address] = (self._file.seek(0, 2), len(data))
        self._file.write(data)
        return replace(page, html="")

    def read(self, address: str) -> str:
        """Return the HTML of a page that was kept."""
        place, length = self._places[address]
        if address != self._last[0] or not self._last[1]:
            self._file.seek(place)
            self._last = (address, self._file.read(length).decode())
        return self._last[1]
