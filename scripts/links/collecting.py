"""Every outside address that a hub names, with the files that name it."""

import html
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from knowledge_hub.library.library import Library
from knowledge_hub.markdown_html import create_html
from knowledge_hub.records import Contributor, Guide, Record, Source
from knowledge_hub.records.fields import Part
from knowledge_hub.records.walking import walk_texts

Places = Mapping[str, tuple[str, ...]]

_WEB = re.compile(r"https?://\S+", re.IGNORECASE)
_HREF = re.compile(r'<a href="([^"]*)"')
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
# Names that are kept for examples (RFC 2606 and 6761): nobody has them.
_EXAMPLES = re.compile(r"(?:.*\.)?(?:example(?:\.(?:com|net|org))?|invalid|test)\.?")


def find_places(library: Library, docs: Path, settings: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """Return each outside address, without its fragment, and the files that name it, both in order.

    `docs` has the hand-written pages, `settings` what mkdocs.yml says. Addresses kept for examples aren't there.
    """
    places: dict[str, set[str]] = defaultdict(set)
    for path, address in (
        *_find_in_library(library),
        *_find_in_pages(docs),
        *(("mkdocs.yml", address) for name in ("extra", "nav") for address in _find_in_settings(settings.get(name))),
    ):
        if not _is_example(address):
            places[address.partition("#")[0]].add(path)
    return {address: tuple(sorted(paths)) for address, paths in sorted(places.items())}


def _find_in_library(library: Library) -> Iterator[tuple[str, str]]:
    items: tuple[Record | Source | Contributor, ...] = (
        *library.records,
        *library.sources.values(),
        *library.contributors.values(),
    )
    for item in items:
        path = library.document(item).path
        yield from ((path, address) for address in _find_in_part(item))
    for name, part in (("glossary.yml", library.glossary), ("models.yml", library.models)):
        if part and ("", name) in library.documents:
            yield from ((library.documents["", name].path, address) for address in _find_in_part(part))
    for source in library.sources.values():
        if source.doi:
            yield library.document(source).path, f"https://doi.org/{source.doi}"


def _find_in_part(part: Part) -> Iterator[str]:
    for _, text in walk_texts(part):
        if _WEB.fullmatch(text):
            yield text
        elif "://" in text or "www." in text:
            yield from _find_in_markdown(text)


def _find_in_markdown(text: str) -> Iterator[str]:
    """Yield what is a link in Markdown, as readers meet it: an address in code is an example."""
    yield from filter(_WEB.fullmatch, map(html.unescape, _HREF.findall(create_html(text))))


def _find_in_pages(docs: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(docs.rglob("*.md")) if docs.is_dir() else ():
        text = path.read_text(encoding="utf-8", errors="replace")
        shown = f"{docs.name}/{path.relative_to(docs).as_posix()}"
        # A guide's facts are read with the library.
        is_guide = path.parent == docs / Guide.folder
        body = _FRONT_MATTER.sub("", text) if is_guide else text
        yield from ((shown, address) for address in _find_in_markdown(body))


def _find_in_settings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield from filter(_WEB.fullmatch, [value])
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _find_in_settings(item)


def _is_example(address: str) -> bool:
    try:
        name = urlsplit(address).hostname or ""
    except ValueError:
        return False
    return bool(_EXAMPLES.fullmatch(name))
