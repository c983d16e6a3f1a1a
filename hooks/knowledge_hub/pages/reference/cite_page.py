"""The page on how to cite: the library as a whole, and every list for reference managers."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from knowledge_hub.citations.apa import cite_work
from knowledge_hub.citations.citation_cff import CITATION_CFF
from knowledge_hub.citations.files import CITE, HUB_LIST, SOURCE_LIST, list_stem
from knowledge_hub.pages.frame.finishing import create_page
from knowledge_hub.pages.frame.page import Page, root_from
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.records import RECORD_TYPES


def create_cite_page(site: Site) -> list[Page]:
    """Return the page, none for a library in which there is nothing to cite yet."""
    if not site.catalogue.records:
        return []
    root = root_from(CITE)
    description = site.text("cite.intro")
    html = site.render(
        "cite",
        description=description,
        citation=_cite_hub(site),
        rows=list(_create_rows(site, root)),
        one_page_note=site.text("cite.one_page_note", cite=site.text("page_actions.cite")),
        cff_href=root + CITATION_CFF,
        cff_name=CITATION_CFF,
    )
    return [create_page(site, CITE, title=site.text("cite.title"), description=description, html=html)]


def _cite_hub(site: Site) -> str:
    settings, reviewed = site.settings, site.catalogue.last_review
    authors = [settings.host] if settings.host else []
    return f"{cite_work(authors, reviewed, settings.site_name)} {settings.site_url}".rstrip()


def _create_rows(site: Site, root: str) -> Iterator[dict[str, Any]]:
    """Yield each list with its size and its files: the hub as one work, the types, the sources."""
    catalogue = site.catalogue
    counts = Counter(record.type for record in catalogue.records)
    lists = [
        (site.text("cite.whole"), HUB_LIST, 1),
        *((site.text(f"types.{cls.type}.many"), cls.folder, counts[cls.type]) for cls in RECORD_TYPES),
        (site.text("reference.sources"), SOURCE_LIST, len(catalogue.sources)),
    ]
    for title, name, count in lists:
        if count:
            yield {"title": title, "count": count, "stem": root + list_stem(name)}
