"""Contributor Markdown to safe HTML: the only place that does it.

Of what markdown_html.py makes, nh3 keeps a short list of tags and nothing else. Links of the form
`[words](toolkit:pdsa-cycle)` become links to that record's page, and those of the form
`![what can be seen](name.png)` and `[words](name.pdf)` show what is on the record's shelf.
"""

import functools
import html
import re
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import unquote

import nh3
from markupsafe import Markup, escape

from knowledge_hub.hub_pages import HUB_PAGE
from knowledge_hub.markdown_html import create_html, write_plain
from knowledge_hub.record_files.kinds import NAME
from knowledge_hub.record_files.shelf import PublishedDocument, PublishedPicture, Shelf
from knowledge_hub.records import RECORD_TYPES
from knowledge_hub.yaml_text.source_text import has_forbidden

LinkResolver = Callable[[str, str], str | None]

_TAGS = {
    *("p", "br", "hr", "blockquote", "ul", "ol", "li", "h3", "h4", "h5", "h6"),
    *("strong", "em", "del", "code", "pre", "sup", "a"),
    *("table", "thead", "tbody", "tr", "th", "td", "img"),
}
_WEB_SCHEMES = {"http", "https", "mailto", "tel"}
_RECORD_SCHEMES = {*(cls.type for cls in RECORD_TYPES), "source", HUB_PAGE}
_LINKLESS = re.compile(r"<a(?: rel=\"[^\"]*\")?>((?:(?!</?a\b).)*)</a>", re.DOTALL)
_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
_LINKS = re.compile(r'<(a href|img src)="([^"]*)"(?: alt="([^"]*)")?')
# A link to a record on one line, and what makes it depend on the text around it whether it is one.
_PLAIN_LINK = re.compile(rf"\[(?<!!\[)[^\[\]\n]+\]\(((?:{'|'.join(sorted(_RECORD_SCHEMES))}):[a-z0-9-]+)\)")
_UNPLAIN_SIGNS = ("`", "\\", "<", "|", "~~~", "    ", "\t", "://", "www.", "@")
# How nh3 writes what is left of a picture and of a link to a file. Only names of a shelf come this far.
_PICTURE = re.compile(r'<img(?: src="(?P<src>[^"]*)")?(?: alt="(?P<alt>[^"]*)")?>')
_ALONE = re.compile(rf"<p>\s*{_PICTURE.pattern}\s*</p>")
_FILE_LINK = re.compile(rf'<a href="({NAME.pattern})">((?:(?!</?a\b).)*)</a>', re.DOTALL)
# A link without words is read as its address.
_WORDLESS = re.compile(r'<a href="([^"]*)"></a>')
# The level of a text's highest headings: most texts stand below a heading of the level 2.
TOP_LEVEL = 3
_MOST_ADDRESSES = 50_000
# The column of text, which is as wide as a phone's screen and no wider than this on others.
_PICTURE_SIZES = "(min-width: 45rem) 42rem, 100vw"


class ProseLink(NamedTuple):
    """A link or a picture in a text: where it leads, as it was meant, and the words of a picture."""

    target: str
    is_picture: bool
    words: str


def find_links(markdown: str) -> tuple[ProseLink, ...]:
    """Return every link and picture of a text, in whichever of Markdown's forms it is written."""
    return _find_links(markdown)[0] if "[" in markdown else ()


def is_plain_text(markdown: str) -> bool:
    """Tell whether a text has no HTML, no table and no links but such to records, written as they are meant to be."""
    return "<" not in markdown and "|" not in markdown and ("[" not in markdown or has_plain_links(markdown))


def has_plain_links(markdown: str) -> bool:
    """Tell whether all links of a text that has some are links to records, written as they are meant to be."""
    return _find_links(markdown)[1]


# Several rules ask for the links of every text of a library, one rule after the other.
@functools.lru_cache(maxsize=100_000)
def _find_links(markdown: str) -> tuple[tuple[ProseLink, ...], bool]:
    plain = find_plain_links(markdown)
    if plain is not None:
        return tuple(ProseLink(target, is_picture=False, words="") for target in plain), True
    links = tuple(
        ProseLink(unquote(html.unescape(target)), tag == "img src", html.unescape(words).strip())
        for tag, target, words in _LINKS.findall(create_html(markdown))
    )
    return links, False


def find_plain_links(markdown: str) -> list[str] | None:
    """Return, fast, where a text's links lead; None where brackets may be anything else than links to records."""
    for sign in _UNPLAIN_SIGNS:
        if sign in markdown:
            return None
    targets: list[str] = _PLAIN_LINK.findall(markdown)
    if not len(targets) == markdown.count("[") == markdown.count("]") == markdown.count("]("):
        return None
    # What is taken out of a text may have parted a link from the sign before it.
    return None if has_forbidden(markdown) else targets


def is_kept_link(target: str) -> bool:
    """Tell whether a link of a text can lead somewhere: to the web, to a record or to a file beside the record."""
    scheme, colon, _ = target.partition(":")
    return bool(NAME.fullmatch(target)) or (bool(colon) and scheme.lower() in _WEB_SCHEMES | _RECORD_SCHEMES)


class ProseRenderer:
    """Turns long text fields into safe HTML; `resolve` returns the address for (record type, id), None to leave out."""

    def __init__(self, resolve: LinkResolver) -> None:
        # Texts lead to the same records over and over.
        self._find_address = functools.lru_cache(_MOST_ADDRESSES)(lambda target: _find_address(target, resolve))
        # Setting one up takes longer than cleaning a text.
        self._cleaner = nh3.Cleaner(
            tags=_TAGS,
            attributes={"a": {"href"}, "ol": {"start"}, "img": {"src", "alt"}},
            url_schemes=_WEB_SCHEMES | _RECORD_SCHEMES,
            attribute_filter=lambda tag, name, value: _filter_attribute(tag, name, value, resolve),
            link_rel=None,
        )

    def render(self, markdown: str, shelf: Shelf | None = None, root: str = "", top: int = TOP_LEVEL) -> Markup:
        """Return safe HTML for one text, with its highest headings on the level `top`.

        `shelf` has the files that it may show, `root` leads to their addresses.
        """
        if (plain := write_plain(markdown, self._write_link)) is not None:
            return Markup(plain.rstrip())  # noqa: S704 -- without a sign that HTML knows but our own links
        made = self._cleaner.clean(create_html(markdown, top))
        if "<img" in made:
            made = _ALONE.sub(lambda match: _show_picture(match, shelf or {}, root, "figure"), made)
            made = _PICTURE.sub(lambda match: _show_picture(match, shelf or {}, root, "span"), made)
        made = _FILE_LINK.sub(lambda match: _link_file(match, shelf or {}, root), made)
        made = _LINKLESS.sub(r"\1", _WORDLESS.sub(r'<a href="\1">\1</a>', made))
        if "<table>" in made:
            made = _TABLE.sub(_frame_table, made)
        return Markup(made.strip())  # noqa: S704 -- nh3 has cleaned it, and what was added is our own

    def _write_link(self, words: str, target: str) -> str:
        address = self._find_address(target)
        return words if address is None else f'<a href="{address}">{words}</a>'


def _find_address(target: str, resolve: LinkResolver) -> str | None:
    """Return where a link leads, as it is written in HTML, None where it leads nowhere."""
    address = _filter_attribute("a", "href", target, resolve)
    return None if address is None else str(escape(address))


def _filter_attribute(tag: str, name: str, value: str, resolve: LinkResolver) -> str | None:
    """Return the value to keep, None to drop the attribute."""
    if name == "alt":
        return value
    if name == "src":
        return value if NAME.fullmatch(value) else None
    if name != "href":
        return value if value.isdecimal() else None
    if NAME.fullmatch(value):
        return value
    scheme, colon, rest = value.partition(":")
    if colon and scheme.lower() in _RECORD_SCHEMES:
        return resolve(scheme.lower(), rest)
    if colon and scheme.lower() in _WEB_SCHEMES:
        return value
    # Everything else could leave the site by another name (//host, \\host) or break when moved.
    return None


def _show_picture(match: re.Match[str], shelf: Shelf, root: str, frame: str) -> str:
    """Return a picture of the shelf with its size and credit; of any other only the words."""
    picture, words = shelf.get(match["src"] or ""), html.unescape(match["alt"] or "")
    if not isinstance(picture, PublishedPicture):
        return f"<p>{escape(words)}</p>" if frame == "figure" else str(escape(words))
    large, small = picture.large, picture.small
    sources = f"{root}{small.address} {small.width}w, {root}{large.address} {large.width}w"
    image = Markup('<img src="{}" srcset="{}" sizes="{}" alt="{}" width="{}" height="{}" loading="lazy">').format(
        root + large.address, sources, _PICTURE_SIZES, words, large.width, large.height
    )
    caption = "figcaption" if frame == "figure" else "span"
    credit = Markup('<{0} class="hub-picture__credit">{1}</{0}>').format(caption, picture.credit)
    return f'<{frame} class="hub-picture">{image}{credit if picture.credit else ""}</{frame}>'


def _link_file(match: re.Match[str], shelf: Shelf, root: str) -> str:
    """Return a link to a file of the shelf, with its kind and size; to any other only the words."""
    thing, words = shelf.get(match[1]), match[2]
    if isinstance(thing, PublishedDocument):
        return f'<a href="{root}{thing.address}">{words} <span class="hub-file-note">({thing.note})</span></a>'
    return f'<a href="{root}{thing.large.address}">{words}</a>' if thing else words


def _frame_table(match: re.Match[str]) -> str:
    table = match[0].replace("<table>", '<table class="hub-table">').replace("<th>", '<th scope="col">')
    return f'<div class="hub-scroll" role="region" aria-label="Table" tabindex="0">{table}</div>'
