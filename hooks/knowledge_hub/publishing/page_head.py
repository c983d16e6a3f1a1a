"""The start of an HTML page as a browser reads it: where its head begins, and what its <meta> elements say."""

import re
from html.parser import HTMLParser
from typing import NamedTuple

# Nothing may come before a doctype, or the page would be drawn as pages of the nineties were.
_BEFORE_HEAD = re.compile(
    r"""\ufeff?(?:\s+|<!--.*?-->|<[!?][^>]*>|<(?:html|head)(?=[\s/>])(?:"[^"]*"|'[^']*'|[^"'>])*>)*""",
    re.IGNORECASE | re.DOTALL,
)
_IN_HEAD = frozenset({"html", "head", "meta", "title", "base", "link", "script", "style", "noscript", "template"})
# What stands in one of these is text or is kept for later; Python reads elements in a title, as browsers don't.
_NOT_READ = frozenset({"title", "noscript", "template"})
# Most heads end in one of the first pieces of this length, and the rest of a page is long.
_PIECE = 1_024
_IN_CONTENT_TYPE = re.compile(r"charset\s*=\s*[\"']?\s*([^\s\"';]+)", re.IGNORECASE)


class PageHead(NamedTuple):
    """What the start of a page says.

    `start` is where the first thing in the head stands, or would stand; `end_of_charset` is where a
    declaration of the charset ends that is this first thing, None where it isn't. `charset` is ""
    where none is declared.
    """

    start: int
    end_of_charset: int | None
    charset: str
    has_policy: bool


class _Reader(HTMLParser):
    """Collects the <meta> elements of a head with their text; what a page only quotes is no element."""

    def __init__(self) -> None:
        super().__init__()
        self.metas: list[tuple[str, dict[str, str]]] = []
        self.is_over = False
        self._unread = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.is_over or self._unread:
            return
        self.is_over = tag not in _IN_HEAD
        self._unread = tag if tag in _NOT_READ else ""
        if tag == "meta":
            self.metas.append((self.get_starttag_text() or "", {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        self.is_over = self.is_over or tag == "head"
        if tag == self._unread:
            self._unread = ""


def read_head(html: str) -> PageHead:
    """Return what a page's head says; a page without <head> has one all the same, as in a browser."""
    reader = _Reader()
    for start in range(0, len(html), _PIECE):
        reader.feed(html[start : start + _PIECE])
        if reader.is_over:
            break
    before = _BEFORE_HEAD.match(html)
    start = before.end() if before else 0
    declared = [(text, found) for text, attrs in reader.metas if (found := _find_charset(attrs))]
    text, charset = declared[0] if declared else ("", "")
    is_first = bool(text) and html.startswith(text, start)
    has_policy = any(attrs.get("http-equiv", "").lower() == "content-security-policy" for _, attrs in reader.metas)
    return PageHead(start, start + len(text) if is_first else None, charset, has_policy)


def _find_charset(attributes: dict[str, str]) -> str:
    if attributes.get("http-equiv", "").lower() == "content-type":
        found = _IN_CONTENT_TYPE.search(attributes.get("content", ""))
        return found[1] if found else ""
    return attributes.get("charset", "").strip()
