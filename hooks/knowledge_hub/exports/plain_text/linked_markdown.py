"""A long text of a record as the contributor wrote it, with links that lead somewhere outside the hub's pages, too."""

import re

from knowledge_hub.citations.apa import source_address
from knowledge_hub.hub_pages import HUB_PAGE, HUB_PAGES
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.records import RECORD_TYPES

_SOURCE = "source"
_KINDS = "|".join([*(cls.type for cls in RECORD_TYPES), _SOURCE, HUB_PAGE])
_LINK = re.compile(rf"\[([^\[\]]*)\]\(({_KINDS}):([a-z0-9-]+)\)")
_HEADING = re.compile(r"^#{1,4}(?= )", re.MULTILINE)
_BRACKET = re.compile(r"[\[\]\\]")
# The title of the record and the section's own heading stand above.
_DEEPER = "##"


def write_link(title: str, address: str) -> str:
    """Return a link in Markdown, whatever stands in its title."""
    return f"[{_BRACKET.sub(_escape, title)}]({address})"


def _escape(sign: re.Match[str]) -> str:
    return f"\\{sign[0]}"


def link_markdown(site: Site, markdown: str, root: str) -> str:
    """Return a text with its links as addresses below `root`, and its headings below that of a section."""
    if "](" in markdown:
        markdown = _LINK.sub(lambda link: _resolve_link(site, link, root), markdown)
    return _HEADING.sub(lambda marks: _DEEPER + marks[0], markdown) if "#" in markdown else markdown


def _resolve_link(site: Site, link: re.Match[str], root: str) -> str:
    """Return a link; one to something that readers can't see is plain words."""
    words, kind, name = link.groups()
    address = _find_address(site, kind, name, root)
    return f"[{words}]({address})" if address else words


def _find_address(site: Site, kind: str, name: str, root: str) -> str:
    """Return where a record, a source or a page of the hub's own is, "" for none."""
    if kind == _SOURCE:
        return source_address(name, root)
    if kind == HUB_PAGE:
        return root + HUB_PAGES[name] if name in HUB_PAGES else ""
    record = site.catalogue.get(kind, name)
    return root + record.address if record else ""
