"""The addresses that a finished site gives to its readers: pages, the places on them that have names, and files.

A page that search engines may not list, such as the second page of a list, promises nothing; nor does the page of
somebody, who may take their name back.
"""

import html
import os
import re
from collections.abc import Iterator
from pathlib import Path

# What readers keep or subscribe to. Styles and scripts are the hub's own, and citation files go with their records.
FILE_ENDINGS = (".csv", ".docx", ".ics", ".pdf", ".xlsx", ".xml", ".zip")
# Other JSON belongs to the site's own scripts.
_FOR_PROGRAMS = re.compile(r"/data/.+\.json(?:ld)?|(?:/.*)?/feed\.json")
_NEVER = frozenset({"404.html", "sitemap.xml"})
_OF_SOMEBODY = re.compile(r"/people/[^/]+/")
_NOT_LISTED = re.compile(r'<meta name="robots" content="noindex')
_LEADS_ON = re.compile(r'<meta http-equiv="refresh"', re.IGNORECASE)
_MAIN = re.compile(r"<main\b.*?</main>", re.DOTALL)
# An id with "_" only counts something, or belongs to a form; it is another one after the next change.
_PLACE = re.compile(r'<(?:h[1-6]|article|div|dt|figure|li|section)\b[^>]*?\sid="([^"_]+)"')


def find_addresses(site_dir: Path) -> Iterator[str]:
    """Yield every address from the root of the site: "/lessons/ask/", "/lessons/ask/#sources", "/calendar.ics"."""
    for folder, _, names in os.walk(site_dir):
        below = Path(folder).relative_to(site_dir).as_posix()
        root = "/" if below == "." else f"/{below}/"
        if root.startswith("/assets/") or _OF_SOMEBODY.match(root):
            continue
        for name in set(names) - _NEVER:
            if name.endswith(".html"):
                yield from _find_in_page(Path(folder, name), root + name.removesuffix("index.html"))
            elif name.endswith(FILE_ENDINGS) or _FOR_PROGRAMS.fullmatch(root + name):
                yield root + name


def _find_in_page(path: Path, address: str) -> Iterator[str]:
    """Yield the page's address and its places; an old address that leads on is one, too."""
    page = path.read_text(encoding="utf-8", errors="replace")
    if _LEADS_ON.search(page):
        yield address
    elif not _NOT_LISTED.search(page):
        yield address
        main = _MAIN.search(page)
        yield from (f"{address}#{html.unescape(place)}" for place in _PLACE.findall(main[0] if main else ""))
