"""The page of a record type that a host has added: the frame of every record around the type's own template."""

import html
import re
from typing import Any

from knowledge_hub.pages.frame.page import NO_HTML, Heading, Page, root_from
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.pages.records.record_page import Body, create_record_page
from knowledge_hub.records import Record
from knowledge_hub.records.walking import find_prose_fields

_HEADING = re.compile(r'<h2 id="([^"]+)">(.*?)</h2>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


def create_own_type_page(site: Site, record: Record) -> Page:
    """Return the page of one record; the template of its type's name has every field, long text as safe HTML."""
    root = root_from(record.address)
    main = site.render(record.type, root=root, **_values(site, root, record))
    headings = tuple(Heading(name, html.unescape(_TAG.sub("", title))) for name, title in _HEADING.findall(main))
    return create_record_page(site, record, Body([], [], main=main, headings=headings))


def _values(site: Site, root: str, record: Record) -> dict[str, Any]:
    """Return what the type adds to every record, by the names of its fields."""
    prose = find_prose_fields(type(record))
    added = [name for name in type(record).model_fields if name not in Record.model_fields]
    values = {name: getattr(record, name) for name in added}
    return {
        name: (site.prose(value, root, record) if value else NO_HTML) if name in prose else value
        for name, value in values.items()
    }
