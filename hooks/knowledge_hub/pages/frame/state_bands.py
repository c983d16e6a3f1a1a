"""What a reader has to know of a record before reading: its state, and whether it touches on a hard subject.

A record that has more pages than one says so on each.
"""

from markupsafe import Markup

from knowledge_hub.pages.frame.page import NO_HTML
from knowledge_hub.pages.frame.reading import find_freshness
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.records import Record


def render_state_bands(site: Site, root: str, record: Record) -> Markup:
    """Return a band for each that is true: overdue, draft, archived; "" for a current record."""
    is_draft, is_archived = record.status == "draft", record.status == "archived"
    freshness = find_freshness(record, site.today)
    is_overdue = freshness is not None and freshness.is_overdue
    if not (is_overdue or is_draft or is_archived):
        return NO_HTML
    replacement = site.catalogue.get(record.type, record.replaced_by or "")
    return site.render(
        "state-bands",
        overdue_since=site.text("record.overdue_since", date=freshness.reviewed) if freshness and is_overdue else "",
        is_draft=is_draft,
        is_archived=is_archived,
        replacement={"href": root + replacement.address, "title": replacement.title} if replacement else None,
    )


def render_help_line(site: Site, record: Record) -> Markup:
    """Return where a reader finds help now, "" where the record says of itself that its subject isn't hard."""
    return site.render("hard-subject", help=site.settings.help) if record.sensitivity else NO_HTML
