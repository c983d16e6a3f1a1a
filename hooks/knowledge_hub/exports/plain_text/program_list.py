"""The list of the library for language models and other programs that read (llmstxt.org)."""

from collections.abc import Iterator

from knowledge_hub.catalogue.facets import BROWSE
from knowledge_hub.citations.apa import SOURCES
from knowledge_hub.data.places import LICENSE_ADDRESS
from knowledge_hub.exports.plain_text.linked_markdown import write_link
from knowledge_hub.linked_data.record_text import find_text_address
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.pages.reference.reference_pages import GLOSSARY
from knowledge_hub.records import RECORD_TYPES, Record

LLMS = "llms.txt"
_MADE_UP = "composite"


def create_program_list(site: Site) -> str:
    """Return every current record with what it is about, by type; each leads to its Markdown where that is made."""
    settings = site.settings
    types = [(site.text(f"types.{cls.type}.many"), site.catalogue.of_type(cls)) for cls in RECORD_TYPES]
    parts = [
        f"# {settings.site_name}",
        f"> {settings.description or site.text('home.description')}",
        " ".join(_tell_terms(site)),
        *(
            f"## {title}\n\n" + "\n".join(_list_record(site, record) for record in found)
            for title, found in types
            if found
        ),
        f"## {site.text('program_list.other')}\n\n" + "\n".join(_list_others(site)),
    ]
    return "\n\n".join(parts) + "\n"


def _tell_terms(site: Site) -> Iterator[str]:
    yield site.text("program_list.evidence")
    yield site.text("program_list.made_up", label=site.label("evidence-status", _MADE_UP))
    yield f"{site.text('program_list.licence')} {LICENSE_ADDRESS}"


def _list_others(site: Site) -> Iterator[str]:
    """Yield the hub's own pages that tell of the library as a whole."""
    pages = (
        (BROWSE, "lists.browse", True),
        (GLOSSARY, "reference.glossary", bool(site.catalogue.glossary.terms)),
        (SOURCES, "reference.sources", bool(site.catalogue.sources)),
    )
    for address, key, is_there in pages:
        if is_there:
            yield f"- {write_link(site.text(key), site.settings.site_url + address)}"


def _list_record(site: Site, record: Record) -> str:
    address = (find_text_address(record) if site.has_texts else "") or record.address
    mark = f"{site.label('evidence-status', _MADE_UP)}. " if record.evidence.status == _MADE_UP else ""
    return f"- {write_link(record.title, site.settings.site_url + address)}: {mark}{record.summary}"
