"""What the <head> of a page says to programs, put together from parts; no part knows of another."""

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup, escape

from knowledge_hub.citations.meta_tags import find_meta_tags
from knowledge_hub.citations.works import create_record_work
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What a page is about: its address below the root, its texts, and its record, None where it has none.

    A community's other pages have its record, too, and addresses of their own.
    """

    address: str
    title: str
    description: str
    record: Record | None = None


def create_head(site: Site, subject: Subject) -> Markup:
    """Return finished elements for a page's <head>, "" where no part has any."""
    return Markup("\n".join(filter(None, (create(site, subject) for create in _PARTS))))  # noqa: S704 -- finished


def _create_citation_tags(site: Site, subject: Subject) -> Markup:
    """Return what reference managers read of a record's own page."""
    record = subject.record
    if record is None or record.address != subject.address:
        return Markup("")
    work = create_record_work(record, site.catalogue.contributors, site.settings)
    # Markup.format() would take longer than all the rest.
    tags = (f'<meta name="{name}" content="{escape(content)}">' for name, content in find_meta_tags(work))
    return Markup("\n".join(tags))  # noqa: S704 -- escaped above


# A part returns finished elements, or "".
_PARTS: tuple[Callable[[Site, Subject], Markup], ...] = (_create_citation_tags,)
