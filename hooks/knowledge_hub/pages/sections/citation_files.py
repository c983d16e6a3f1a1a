"""What stands below the reference of a record: links to its files for reference managers."""

from markupsafe import Markup

from knowledge_hub.citations.files import CITE, record_stem
from knowledge_hub.pages.frame.page import root_from
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.records import Record


def render_citation_files(site: Site, address: str, record: Record) -> Markup:
    """Return the files of a record and of what it rests on, as links from the page at `address`."""
    root = root_from(address)
    stem = root + record_stem(record)
    return site.render("citation-files", stem=stem, has_sources=bool(record.sources), href=root + CITE)
