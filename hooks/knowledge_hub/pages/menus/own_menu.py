"""The host's own menu with its addresses known: what header and footer show of it on each page."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple


class MenuEntry(NamedTuple):
    """A link, or a section with links and no address of its own.

    `address` is a whole one where the entry leads away from the site, else the way from the root.
    """

    title: str
    address: str = ""
    is_outside: bool = False
    entries: tuple["MenuEntry", ...] = ()


@dataclass(frozen=True)
class Menu:
    """The entries of the menu, and `others`: own pages that stand in no menu and in the footer only."""

    entries: tuple[MenuEntry, ...] = ()
    others: tuple[MenuEntry, ...] = ()

    @cached_property
    def _addresses(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(link.address for link in self._links() if not link.is_outside))

    def marks(self, url: str) -> dict[str, str]:
        """Return the addresses that the page at `url` is or belongs to, with the value of aria-current.

        They are part of what two pages must have in common to share a shell.
        """
        found = {address: _mark(address, url) for address in self._addresses}
        return {address: mark for address, mark in found.items() if mark}

    def _links(self) -> Iterator[MenuEntry]:
        for entry in self.entries:
            yield from entry.entries or (entry,)


def _mark(address: str, url: str) -> str:
    if address == url:
        return "page"
    return "true" if address.endswith("/") and url.startswith(address) else ""
