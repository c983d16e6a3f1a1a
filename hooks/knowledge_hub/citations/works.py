"""What the hub publishes and what it rests on, as works to cite."""

import datetime
from collections.abc import Mapping

from knowledge_hub.citations.kinds import KINDS, OTHER
from knowledge_hub.citations.work import Author, Work
from knowledge_hub.records import Contributor, Record, Source
from knowledge_hub.settings.settings import Settings
from knowledge_hub.slugs import create_slug
from knowledge_hub.words.words import Words

_PAGE = "webpage"


def create_record_work(record: Record, contributors: Mapping[str, Contributor], settings: Settings) -> Work:
    """Return a record as a page of the hub; its day is that of its last review.

    Without `site_url` it has no address.
    """
    return Work(
        key=f"{record.type}-{record.id}",
        kind=_PAGE,
        title=record.title,
        # How a credited name is split into family and given names is nobody's to guess.
        author=tuple(Author(literal=contributors[author].name) for author in record.credit.authors),
        issued=record.review.reviewed_on.isoformat() if record.review else "",
        container_title=settings.site_name,
        publisher=settings.host,
        language=settings.language,
        url=f"{settings.site_url}{record.address}" if settings.site_url else "",
    )


def create_hub_work(settings: Settings, last_review: datetime.date | None) -> Work:
    """Return the whole hub; the day of its last review stands for its version."""
    return Work(
        key=create_slug(settings.site_name) or "hub",
        kind=_PAGE,
        title=settings.site_name,
        author=(Author(literal=settings.host),) if settings.host else (),
        issued=last_review.isoformat() if last_review else "",
        publisher=settings.host,
        language=settings.language,
        url=settings.site_url,
    )


def create_source_work(source: Source, words: Words) -> Work:
    """Return a source; what the hub thinks of it stays in the hub."""
    return Work(
        key=source.id,
        kind=source.kind if source.kind in KINDS else OTHER,
        title=source.title,
        author=tuple(Author(name.family or "", name.given or "", name.literal or "") for name in source.author),
        authors_incomplete=source.authors_incomplete,
        issued=source.issued or "",
        container_title=source.container_title or "",
        volume=source.volume or "",
        issue=source.issue or "",
        page=source.page or "",
        publisher=source.publisher or "",
        doi=source.doi or "",
        url=source.url or "",
        accessed=source.accessed.isoformat() if source.accessed else "",
        note=words.text("cite.more_authors") if source.authors_incomplete else "",
    )
