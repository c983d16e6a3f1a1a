"""Sources as readers see them cited, and how to cite a page of the hub (both after APA 7)."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from knowledge_hub.dates import date_words
from knowledge_hub.records import Contributor, Record, Source
from knowledge_hub.records.source import Name

SOURCES = "sources/"


@dataclass(frozen=True, slots=True)
class Citation:
    """The finished parts of one reference; empty parts are left out by the template."""

    lead: str
    title: str
    container: str
    href: str
    link_text: str


def create_citation(source: Source) -> Citation:
    """Return the parts of a source's reference."""
    year = source.issued[:4] if source.issued else "n.d."
    authors = _authors(source)
    href = f"https://doi.org/{source.doi}" if source.doi else source.url or ""
    return Citation(
        lead=f"{authors} ({year})." if authors else f"({year}).",
        title=source.title,
        container=_container(source),
        href=href,
        link_text=f"doi:{source.doi}" if source.doi else href.removeprefix("https://").rstrip("/"),
    )


def cite_record(record: Record, contributors: Mapping[str, Contributor]) -> str:
    """Return how to cite a record's page, up to the site's name and the address, which the shell knows.

    APA 7, section 10.16: group or personal authors, the date of the version, the title.
    """
    names = [contributors[author].name for author in record.credit.authors]
    authors = f"{_join_names(names)}. " if names else ""
    date = _apa_date(record.review.reviewed_on) if record.review else "n.d."
    title = record.title if record.title.endswith(("?", "!", ".")) else f"{record.title}."
    return f"{authors}({date}). {title}"


def source_address(source_id: str, root: str) -> str:
    """Return the address of a source on the page of all sources."""
    return f"{root}{SOURCES}#{source_anchor(source_id)}"


def source_anchor(source_id: str) -> str:
    """Return the fragment of a source on the page of all sources."""
    return source_id


def _authors(source: Source) -> str:
    names = [_name(name) for name in source.author]
    if source.authors_incomplete and names:
        return f"{', '.join(names)} and others"
    return _join_names(names) if names else ""


def _join_names(names: list[str]) -> str:
    return f"{', '.join(names[:-1])}, & {names[-1]}" if len(names) > 1 else names[0]


def _apa_date(day: datetime.date) -> str:
    month_and_day, _, year = date_words(day).rpartition(", ")
    return f"{year}, {month_and_day}"


def _name(name: Name) -> str:
    if name.literal:
        return name.literal
    return f"{name.family}, {name.given}" if name.family and name.given else name.family or name.given or ""


def _container(source: Source) -> str:
    volume = source.volume or ""
    if source.issue:
        volume += f"({source.issue})"
    where = ", ".join(part for part in (source.container_title, volume, source.page) if part)
    return ". ".join(part for part in (where, source.publisher) if part)
