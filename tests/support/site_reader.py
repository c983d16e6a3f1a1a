"""Reads a built site as a browser would: pages, links, fragments, requests."""

from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

_REQUESTING = {("link", "href"), ("script", "src"), ("img", "src"), ("iframe", "src"), ("source", "src")}
_NOT_FETCHED = {"canonical", "license", "alternate"}


class _PageParser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.requests: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if values.get("id"):
            self.ids.append(values["id"] or "")
        if tag == "a" and values.get("href"):
            self.links.append(values["href"] or "")
        for name, value in attrs:
            if (tag, name) in _REQUESTING and values.get("rel") not in _NOT_FETCHED:
                self.requests.append(value or "")


@dataclass(frozen=True)
class BuiltPage:
    """One HTML file: its address from the root, and what it holds."""

    address: str
    html: str
    links: list[str]
    requests: list[str]
    ids: list[str]


def read_pages(site: Path) -> dict[str, BuiltPage]:
    """Return every page of a built site by its address, such as "lessons/x/" or "404.html"."""
    pages = {}
    for path in sorted(filter(Path.is_file, site.rglob("*.html"))):
        address = path.relative_to(site).as_posix().removesuffix("index.html")
        parser = _PageParser()
        html = path.read_text(encoding="utf-8")
        parser.feed(html)
        pages[address] = BuiltPage(address, html, parser.links, parser.requests, parser.ids)
    return pages


def find_dead_links(site: Path, pages: dict[str, BuiltPage]) -> list[str]:
    """Return every internal link or fragment that leads nowhere, as "page -> link"."""
    return [
        f"{page.address} -> {link}"
        for page in pages.values()
        if page.address != "404.html"
        for link in [*page.links, *page.requests]
        if not _is_alive(site, pages, page.address, link)
    ]


def _is_alive(site: Path, pages: dict[str, BuiltPage], address: str, link: str) -> bool:
    if urlsplit(link).scheme in ("http", "https", "tel", "sms", "mailto", "webcal"):
        return True
    target, fragment = urldefrag(urljoin(f"https://site.invalid/{address}", link))
    path = unquote(urlsplit(target).path).lstrip("/")
    if path in pages:
        return not fragment or unquote(fragment) in pages[path].ids
    return (site / path).is_file()
