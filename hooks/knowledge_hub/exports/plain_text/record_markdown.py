"""A record as one Markdown file: everything that its page says, without its looks."""

from collections.abc import Iterator
from functools import cache

from knowledge_hub.citations.apa import cite_record, complete_citation, create_citation
from knowledge_hub.data.places import LICENSE_ADDRESS
from knowledge_hub.exports.plain_text.linked_markdown import write_link
from knowledge_hub.exports.plain_text.part_lines import PartWriter
from knowledge_hub.linked_data.record_text import find_text_address
from knowledge_hub.pages.frame.page import root_from
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.pages.library.browse_page import facet_name
from knowledge_hub.pages.sections.own_parts import exported_fields, own_words
from knowledge_hub.records import Record
from knowledge_hub.records.common import SourceUse
from knowledge_hub.sentences import upper_first


def create_record_texts(site: Site) -> Iterator[tuple[str, str]]:
    """Yield path and text of each record that can have a Markdown file."""
    for record in site.catalogue.records:
        if path := find_text_address(record):
            yield path, create_record_markdown(site, record)


def create_record_markdown(site: Site, record: Record) -> str:
    """Return a record as Markdown; its links are whole addresses where the hub knows its own."""
    root = site.settings.site_url or root_from(record.address)
    parts = [
        f"# {record.title}",
        f"> {record.summary}",
        record.question or "",
        *_state_words(site, record),
        "\n".join(_list_facts(site, record)),
        *_write_sections(site, record, PartWriter(site, root)),
        *_section(site.text("facts.limits"), [record.evidence.limits or ""]),
        *_section(site.text("record.sources"), _list_sources(site, record)),
        *_section(site.text("record.connections"), _list_connections(site, record, root)),
        *_section(site.text("page_actions.cite"), [_cite(site, record)]),
    ]
    return "\n\n".join(filter(None, parts)) + "\n"


def _state_words(site: Site, record: Record) -> Iterator[str]:
    """Yield what a reader has to know first: that it is no report of a real place, or no longer looked after."""
    yield site.evidence_band(record)
    if record.status == "archived":
        yield site.text("record.archived_note")


def _list_facts(site: Site, record: Record) -> Iterator[str]:
    yield f"- {site.type_word(record)}"
    for facet, ids in site.catalogue.facet_values(record):
        yield f"- {facet_name(site, facet)}: {site.labels(facet.vocabulary, ids)}"
    yield f"- {site.text('facts.evidence')}: {site.label('evidence-status', record.evidence.status)}"
    if record.review:
        yield f"- {site.text('record.reviewed')} {record.review.reviewed_on.isoformat()}"


def _write_sections(site: Site, record: Record, writer: PartWriter) -> Iterator[str]:
    for name, lines in writer.write_fields(record, _own_names(type(record))):
        heading = site.words.find(f"{record.type.replace('-', '_')}.{name}") or upper_first(name.replace("_", " "))
        yield from _section(heading.rstrip(":"), lines)
    for field in exported_fields(record):
        yield from _section(field.label, [own_words(record, field)])


def _section(title: str, lines: list[str]) -> list[str]:
    """Return a heading with what stands below it, nothing where nothing does."""
    return [f"## {title}", "\n".join(lines)] if any(lines) else []


def _list_sources(site: Site, record: Record) -> list[str]:
    return [f"- {_cite_source(site, use)}" for use in record.sources]


def _cite_source(site: Site, use: SourceUse) -> str:
    cited = create_citation(site.catalogue.sources[use.source])
    taken = "; ".join(filter(None, (use.locator, use.supports)))
    return " ".join(filter(None, (f"{cited.before}{cited.title}{cited.after}", cited.href, f"({taken})")))


def _list_connections(site: Site, record: Record, root: str) -> list[str]:
    connections = site.catalogue.connections(record)
    return [f"- {write_link(other.title, root + other.address)}: {reason}" for other, reason in connections]


def _cite(site: Site, record: Record) -> str:
    settings = site.settings
    address = f"{settings.site_url}{record.address}" if settings.site_url else ""
    citation = cite_record(record, site.catalogue.contributors)
    return f"{complete_citation(citation, settings.site_name, address)} {LICENSE_ADDRESS}"


@cache
def _own_names(cls: type[Record]) -> frozenset[str]:
    """Return the fields that a type adds to what every record has, without a host's."""
    known = {*Record.model_fields, *(field.id for field in cls.own_fields)}
    return frozenset(cls.model_fields) - known
