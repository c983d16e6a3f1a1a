"""What the hub publishes and what it rests on, as works to cite."""

from collections.abc import Mapping

from knowledge_hub.citations.work import Work
from knowledge_hub.records import Contributor, Record
from knowledge_hub.records.source import Name
from knowledge_hub.settings.settings import Settings


def create_record_work(record: Record, contributors: Mapping[str, Contributor], settings: Settings) -> Work:
    """Return a record as a page of the hub; its day is that of its last review.

    Without `site_url` it has no address.
    """
    return Work(
        key=f"{record.type}-{record.id}",
        kind="webpage",
        title=record.title,
        # How a credited name is split into family and given names is nobody's to guess.
        author=tuple(Name(literal=contributors[author].name) for author in record.credit.authors),
        issued=record.review.reviewed_on.isoformat() if record.review else "",
        container_title=settings.site_name,
        publisher=settings.host,
        language=settings.language,
        url=f"{settings.site_url}{record.address}" if settings.site_url else "",
    )
