"""What stands below the reference of a record: links to its files for reference managers."""

from collections.abc import Sequence

from markupsafe import Markup

from knowledge_hub.citations.files import CITE, record_stem
from knowledge_hub.pages.frame.page import root_from
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.records import Record
from knowledge_hub.templating.compiling import escape_value

# Stands for where the files of a record are. No text has it: the reader refuses it in a file.
_STEM = Markup("\x00")


def render_citation_files(site: Site, address: str, record: Record) -> Markup:
    """Return the files of a record and of what it rests on, as links from the page at `address`."""
    root, has_sources = root_from(address), bool(record.sources)
    # Only the name of the files tells one page from another.
    parts = site.citation_links.get((root, has_sources)) or _render_links(site, root, has_sources=has_sources)
    return Markup(escape_value(root + record_stem(record)).join(parts))  # noqa: S704 -- escaped here


def _render_links(site: Site, root: str, *, has_sources: bool) -> Sequence[str]:
    """Return the links without what stands in the place of _STEM."""
    html = site.render("citation-files", stem=_STEM, has_sources=has_sources, href=root + CITE)
    parts = site.citation_links[root, has_sources] = str(html).split(_STEM)
    return parts
