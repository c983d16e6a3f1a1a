"""A source as readers see it cited: authors, year, title, where it appeared, address (after APA 7)."""

from dataclasses import dataclass

from knowledge_hub.records import Source
from knowledge_hub.records.source import Name


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


def source_anchor(source_id: str) -> str:
    """Return the fragment of a source on the sources page."""
    return source_id


def _authors(source: Source) -> str:
    names = [_name(name) for name in source.author]
    if source.authors_incomplete and names:
        return f"{', '.join(names)} and others"
    if len(names) > 1:
        return f"{', '.join(names[:-1])}, & {names[-1]}"
    return names[0] if names else ""


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
