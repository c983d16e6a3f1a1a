"""The menu that a host writes as `nav:`: what follows the sections of the library, in two levels."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from knowledge_hub.settings.reader import SettingReader

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_OUTSIDE = frozenset({"https", "http", "mailto", "tel"})
_EXAMPLE = "Write for example: - Our policies: policies.md"


class MenuItem(NamedTuple):
    """One entry as it is written: a page or an address under `target`, or a section with its own entries.

    `title` is "" where the page's own is meant.
    """

    title: str
    target: str = ""
    items: tuple["MenuItem", ...] = ()

    @property
    def is_outside(self) -> bool:
        """Whether the entry leads away from the site."""
        return self.target.startswith("//") or bool(_SCHEME.match(self.target))


def read_menu(reader: SettingReader) -> tuple[MenuItem, ...]:
    """Return `nav`, none where it isn't written; a section within a section is told, and its entries stay."""
    return tuple(item for written in reader.items("nav") for item in _read_entry(reader, written, ""))


def _read_entry(reader: SettingReader, written: Any, section: str) -> Iterator[MenuItem]:
    """Yield what one item of a list says; `section` is the title of the section it stands in."""
    for title, value in written.items() if isinstance(written, dict) else [("", written)]:
        if isinstance(value, list) and title:
            yield from _read_section(reader, str(title), value, section)
        elif isinstance(value, str) and _can_be_followed(reader, value):
            yield MenuItem(str(title), value)
        elif not isinstance(value, str):
            reader.refuse(("nav",), f"has an entry without a page: “{title or value}”", _EXAMPLE)


def _read_section(reader: SettingReader, title: str, written: list[Any], section: str) -> Iterator[MenuItem]:
    items = tuple(item for entry in written for item in _read_entry(reader, entry, title))
    if not section:
        yield MenuItem(title, items=items)
        return
    what = f"has a third level: “{title}”. The menu has two, so its pages stand in “{section}” itself"
    reader.warn(("nav",), what, f"Make “{title}” a section of its own, or list its pages in “{section}”.")
    yield from items


def _can_be_followed(reader: SettingReader, target: str) -> bool:
    scheme = _SCHEME.match(target)
    if scheme is None or scheme[1].lower() in _OUTSIDE:
        return True
    reader.refuse(("nav",), f"has a link that browsers won’t follow: “{target}”", "Start it with https://")
    return False
