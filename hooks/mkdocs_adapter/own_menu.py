"""The menu of the settings with MkDocs' pages found: own pages, generated ones, files and outside addresses."""

import html
import logging
import re
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import urldefrag

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from knowledge_hub.did_you_mean import nearest
from knowledge_hub.pages.menus.own_menu import Menu, MenuEntry
from knowledge_hub.settings.menu import MenuItem
from mkdocs_adapter.generated.page import HubPage
from mkdocs_adapter.hand_written import is_own_page
from mkdocs_adapter.inclusion import belongs_to_menu, is_published

# Below "mkdocs", so that a strict build counts what is told here.
_LOG = logging.getLogger("mkdocs.plugins.hub")
_TAG = re.compile(r"<[^>]*>")
# What the footer has a link to in any case, and the home page.
_NAMED_ALREADY = frozenset({"about/", "accessibility/", "", "./"})
# More links than this at the end of every page help nobody.
_MOST_OTHERS = 40


def keep_own_pages(config: MkDocsConfig, files: Files) -> None:
    """Leave to MkDocs the entries of `nav` that are hand-written pages, of which it takes titles and order.

    Of a record it would take no title, and of a generated list's address it would say that it isn't there.
    """
    if config.nav is not None:
        config.nav = list(_own_entries(config.nav, files))


def create_menu(items: Sequence[MenuItem], files: Files) -> Menu:
    """Return the menu; PluginError for an entry that leads nowhere."""
    addresses = {file.url: file for file in files.documentation_pages()}
    entries = tuple(_create_entry(item, files, addresses) for item in items)
    named = {entry.address for top in entries for entry in (top, *top.entries)}
    return Menu(entries, _find_others(files, named))


def _own_entries(nav: Any, files: Files) -> Iterator[Any]:
    for entry in nav if isinstance(nav, list) else []:
        pairs = entry.items() if isinstance(entry, dict) else [(None, entry)]
        for title, value in pairs:
            if isinstance(value, list):
                if own := list(_own_entries(value, files)):
                    yield {title: own}
            elif (file := files.get_file_from_path(value)) and _is_hand_written(file):
                yield {title: value} if title else value


def _is_hand_written(file: File) -> bool:
    return file.is_documentation_page() and not isinstance(file.page, HubPage)


def _create_entry(item: MenuItem, files: Files, addresses: dict[str, File]) -> MenuEntry:
    if item.items:
        return MenuEntry(item.title, entries=tuple(_create_entry(child, files, addresses) for child in item.items))
    if item.is_outside:
        return MenuEntry(item.title or item.target, item.target, is_outside=True)
    path, fragment = urldefrag(item.target.removeprefix("/"))
    path, _, query = path.partition("?")
    file = files.get_file_from_path(path) or addresses.get(_as_address(path))
    if file is None or not is_published(file):
        raise PluginError(_explain_dead_end(item, files, addresses))
    address = f"{_as_address(file.url)}{'?' if query else ''}{query}{'#' if fragment else ''}{fragment}"
    return MenuEntry(item.title or _title_of(file), address)


def _find_others(files: Files, named: set[str]) -> tuple[MenuEntry, ...]:
    others = [
        MenuEntry(_title_of(file), file.url)
        for file in files.documentation_pages()
        if belongs_to_menu(file) and is_own_page(file) and file.url not in named | _NAMED_ALREADY
    ]
    if len(others) > _MOST_OTHERS:
        _LOG.warning(
            "%s pages of docs/ stand in no menu, and the footer shows %s of them. List them under nav: in mkdocs.yml.",
            len(others),
            _MOST_OTHERS,
        )
    return tuple(sorted(others, key=lambda entry: entry.address)[:_MOST_OTHERS])


def _as_address(path: str) -> str:
    """Return a page's address as it is compared and linked: nothing for the home page, a slash at the end."""
    path = "" if path in (".", "./") else path
    return path if not path or path.endswith("/") or "." in path.rpartition("/")[2] else f"{path}/"


def _title_of(file: File) -> str:
    """Return a page's title as text; one that MkDocs took from a heading is HTML."""
    page = file.page
    if page is None:
        return file.name
    return str(page.meta.get("title") or _strip_tags(str(page.title or file.name)))


def _strip_tags(title: str) -> str:
    return html.unescape(_TAG.sub("", title))


def _explain_dead_end(item: MenuItem, files: Files, addresses: dict[str, File]) -> str:
    known = (*(file.src_uri for file in files.documentation_pages() if not isinstance(file.page, HubPage)), *addresses)
    meant = nearest(item.target, known)
    hint = f" Did you mean “{meant}”?" if meant else ""
    return (
        f"The settings need a change. “nav” in mkdocs.yml names “{item.target}”, which is neither a page of docs/ "
        f"nor an address of this site.{hint}"
    )
