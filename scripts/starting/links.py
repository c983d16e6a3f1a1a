"""Who names whom: the references of a record, in fields and in prose, and the links of a page of Markdown."""

import posixpath
import re
from collections.abc import Iterator
from typing import NamedTuple

from knowledge_hub.library.names import find_record_links
from knowledge_hub.records import RECORD_TYPES, Contributor, Record, Source
from knowledge_hub.records.fields import Part, Reference
from knowledge_hub.records.walking import Location, walk_marked

FOLDERS = {cls.type: cls.folder for cls in RECORD_TYPES} | {"source": Source.folder, "contributor": Contributor.folder}
TYPES = {folder: name for name, folder in FOLDERS.items()}
MARKDOWN_LINK = re.compile(r"(?<!!)\[(?P<words>(?:[^\[\]]|\[[^\[\]]*\])*)\]\((?P<target>[^()\s]+)\)")


class Name(NamedTuple):
    """What a reference leads to: a type and an id. A single page, such as “models”, has the type “page”."""

    type: str
    id: str


def find_references(part: Part) -> Iterator[tuple[Location, Name, bool]]:
    """Yield place and aim of each reference of a record, and whether it stands in prose."""
    for location, text, mark in walk_marked(part):
        if isinstance(mark, Reference):
            yield location, Name(mark.type, text), False
        else:
            yield from ((location, Name(*link), True) for link in find_record_links(text))
    if isinstance(part, Record) and part.replaced_by:
        yield ("replaced_by",), Name(part.type, part.replaced_by), False


def find_page_links(path: str, text: str) -> Iterator[Name]:
    """Yield what the links of a Markdown page lead to, as far as the hub makes it."""
    for link in MARKDOWN_LINK.finditer(text):
        if aim := read_target(path, link["target"]):
            yield aim


def read_target(path: str, target: str) -> Name | None:
    """Return what a link on the page `path` (below docs/) leads to, None for anything but a page of the hub."""
    address, _, anchor = target.partition("#")
    if ":" in target or not address.endswith(".md"):
        return None
    return _read_place(posixpath.normpath(posixpath.join(posixpath.dirname(path), address)).removesuffix(".md"), anchor)


def read_address(address: str) -> Name:
    """Return what lies at an address below the root of the site."""
    place, _, anchor = address.partition("#")
    return _read_place(place.rstrip("/"), anchor)


def _read_place(place: str, anchor: str) -> Name:
    folder, _, name = place.rpartition("/")
    if folder in TYPES:
        return Name(TYPES[folder], name)
    single = {"sources": "source", "glossary": "term"}.get(place)
    return Name(single, anchor) if single and anchor else Name("page", place)
