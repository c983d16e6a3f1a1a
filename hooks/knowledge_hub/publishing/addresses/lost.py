"""What a hub once published and a new build of it lacks, each with the mend."""

import html
import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import chain
from pathlib import Path

from knowledge_hub.library.library import Library
from knowledge_hub.problems.problem import Problem
from knowledge_hub.publishing.addresses.ledger import LEDGER, Promise
from knowledge_hub.publishing.addresses.mends import GONE, find_mend

_ID = re.compile(r"""\sid\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""", re.IGNORECASE)
_LEADS_ON = b'http-equiv="refresh"'
_FORM = "An address begins with / and is one of this site, such as /lessons/ask/#sources."


def find_lost(promises: Iterable[Promise], site_dir: Path, load: Callable[[], Library]) -> list[Problem]:
    """Return a problem for each promise that a finished site breaks; a lost page's places and files go with it.

    `load` returns the library, which is needed for mends only: most builds break no promise.
    """
    groups = _group(promises)
    unread = groups.pop("", [])
    lost = {path: group[0] for path, group in groups.items() if not _is_there(site_dir, path)}
    places = [_find_lost_places(group, site_dir) for path, group in groups.items() if path not in lost]
    return [
        *(_broken(promise, "bad-address-line", f"“{promise.text}” is no address.", _FORM) for promise in unread),
        *_explain_lost(lost, groups.keys(), load),
        *(_explain_place(promise) for promise in chain.from_iterable(places)),
    ]


def _group(promises: Iterable[Promise]) -> dict[str, list[Promise]]:
    groups: dict[str, list[Promise]] = {}
    for promise in promises:
        groups.setdefault(promise.path, []).append(promise)
    return groups


def _is_there(site_dir: Path, path: str) -> bool:
    return os.path.isfile(_find_file(site_dir, path))  # noqa: PTH113 -- a Path for each of thousands takes long


def _find_file(site_dir: Path, path: str) -> str:
    return f"{site_dir}{path}index.html" if path.endswith("/") else f"{site_dir}{path}"


def _explain_lost(
    lost: dict[str, Promise], promised: Collection[str], load: Callable[[], Library]
) -> Iterator[Problem]:
    library = load() if lost else None
    for path, promise in lost.items():
        # A file comes back with its page: what lies below an old address that leads on is there, too.
        if library and (path.endswith("/") or f"{path.rpartition('/')[0]}/" not in lost):
            message = f"Nothing is at “{path}” any more, where this hub once had {_name(path)}."
            yield _broken(promise, "lost-address", message, find_mend(path, library, promised))


def _name(path: str) -> str:
    return "a page" if path.endswith(("/", ".html")) else "a file"


def _find_lost_places(group: list[Promise], site_dir: Path) -> Iterator[Promise]:
    """Yield the promised places that a page lacks; an old address that leads on to another page has none."""
    wanted = [promise for promise in group if promise.fragment]
    page = Path(_find_file(site_dir, group[0].path)).read_bytes() if wanted else b""
    # Looking for one text is far faster than finding every id, which a page that was made smaller may write otherwise.
    missing = [promise for promise in wanted if f' id="{html.escape(promise.fragment)}"'.encode() not in page]
    if missing and _LEADS_ON not in page:
        ids = {html.unescape("".join(found)) for found in _ID.findall(page.decode("utf-8", "replace"))}
        yield from (promise for promise in missing if promise.fragment not in ids)


def _explain_place(promise: Promise) -> Problem:
    message = f"The page “{promise.path}” has no place “{promise.fragment}” any more."
    mend = f"Give the heading or the entry its old name again. {GONE}"
    return _broken(promise, "lost-fragment", message, mend)


def _broken(promise: Promise, code: str, message: str, mend: str) -> Problem:
    line = promise.text
    return Problem(LEDGER, promise.line, 1, code, message, mend, length=max(1, len(line)), source=(line,))
