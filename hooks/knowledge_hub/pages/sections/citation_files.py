"""Links to files for reference managers: those of a record, below its reference, and those of a list."""

from collections.abc import Callable, Sequence

from markupsafe import Markup

from knowledge_hub.citations.files import CITE, list_path, record_path, record_sources_path
from knowledge_hub.citations.formats import FORMATS, RIS
from knowledge_hub.pages.frame.page import root_from
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.records import Record

Links = Sequence[dict[str, str]]


def render_citation_files(site: Site, address: str, record: Record) -> Markup:
    """Return the files of a record and of what it rests on, as links from the page at `address`."""
    root = root_from(address)
    own = _link_formats(root, lambda ending: record_path(record, ending))
    rows = [{"label": site.text("cite.this_page"), "links": own}]
    if record.sources:
        sources = [{"name": RIS.name, "href": root + record_sources_path(record)}]
        rows.append({"label": site.text("cite.its_sources"), "links": sources})
    return site.render("citation-files", rows=rows, href=root + CITE)


def link_list(name: str, root: str) -> Links:
    """Return links to a list in every format; see `list_path`."""
    return _link_formats(root, lambda ending: list_path(name, ending))


def _link_formats(root: str, find_path: Callable[[str], str]) -> Links:
    return [{"name": form.name, "href": root + find_path(form.ending)} for form in FORMATS]
