"""What a pull request does to the records, as a page of Markdown for the people who review it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from knowledge_hub.library.library import Library
from knowledge_hub.slugs import SLUG

_RECORD = re.compile(rf"(?:content|docs)/(?P<folder>[a-z-]+)/(?P<slug>{SLUG.pattern})\.(?:yml|md)")
_DONE = {"A": "new", "D": "removed"}
_UNPAGED = {"sources", "contributors", "vocabularies", "schemas"}
_MARKUP = re.compile(r"([\\`*_{}\[\]<>()#|!~@&])")


@dataclass(frozen=True, slots=True)
class Change:
    """One changed file: what was done to it, its title, and the address of its page."""

    path: str
    done: str
    title: str
    address: str


def create_changes(files: Iterable[tuple[str, str]], library: Library) -> list[Change]:
    """Return the changed files from pairs of Git's letter and path, in order of path."""
    return sorted((_create_change(letter, path, library) for letter, path in files), key=lambda change: change.path)


def _create_change(letter: str, path: str, library: Library) -> Change:
    match = _RECORD.fullmatch(path)
    done = _DONE.get(letter, "changed")
    if match is None or match["folder"] in _UNPAGED:
        return Change(path, done, "", "")
    folder, slug = match["folder"], match["slug"]
    document = library.documents.get((folder, slug))
    value = document.value if document else None
    title = value.get("title", "") if isinstance(value, dict) else ""
    return Change(path, done, str(title), f"{folder}/{slug}/")


def render_summary(changes: list[Change], addresses: set[str], preview: str) -> str:
    """Return the page; `addresses` are those that the preview has, `preview` is where it can be downloaded."""
    if not changes:
        return "## Changed records\n\nNo record was changed.\n"
    rows = [_render_row(change, change.address in addresses) for change in changes]
    intro = f"[Download the preview]({preview}), unpack it, and open the page named below.\n\n" if preview else ""
    head = "| Record | What was done | Page in the preview |\n|---|---|---|\n"
    return f"## Changed records\n\n{intro}{head}{''.join(rows)}"


def _render_row(change: Change, has_page: bool) -> str:
    name = f"{_escape(change.title)} (`{_code(change.path)}`)" if change.title else f"`{_code(change.path)}`"
    page = f"`{change.address}index.html`" if has_page else "none"
    return f"| {name} | {change.done} | {page} |\n"


def _escape(text: str) -> str:
    """Return text that Markdown shows as it is."""
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))


def _code(path: str) -> str:
    """Return a path that can't end the code around it; a file of a stranger may have any name."""
    return re.sub(r"[`|\n\r]", "?", path)
