"""Works as RIS, which nearly every reference manager reads: a tag a line, a work from TY to ER.

The format has no owner any more; tags and their values are used as EndNote and Zotero do. Nothing in a value can be
escaped, so a comma in the name of a body may be read as one after a family name.
"""

import re

from knowledge_hub.citations.kinds import KINDS
from knowledge_hub.citations.work import Work

_PAGES = re.compile(r"(\w+)\s*[-–]\s*(\w+)")


def render_reference(work: Work) -> str:
    """Return one work; lines end as the format asks."""
    lines = [f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in _list_tags(work) if value]
    return f"{''.join(lines)}ER  - \r\n"


def _list_tags(work: Work) -> tuple[tuple[str, str], ...]:
    """Return tag and value; a value is one line, and "" where nothing is known."""
    first_page, last_page = _split_pages(work.page) if work.page else ("", "")
    return (
        ("TY", KINDS[work.kind].ris),
        ("ID", work.key),
        *[("AU", name.sorted) for name in work.author],
        ("TI", work.title),
        ("T2", work.container_title),
        ("VL", work.volume),
        ("IS", work.issue),
        ("SP", first_page),
        ("EP", last_page),
        ("PB", work.publisher),
        ("PY", work.issued[:4]),
        ("DA", _write_date(work.issued)),
        ("LA", work.language),
        ("DO", work.doi),
        ("UR", work.url),
        ("Y2", _write_date(work.accessed)),
        ("N1", work.note),
    )


def _write_date(date: str) -> str:
    """Return year/month/day with both slashes, as the format has it: "2024/03/"; a bare year is in its own tag."""
    return "/".join([*date.split("-"), ""][:3]) if "-" in date else ""


def _split_pages(page: str) -> tuple[str, str]:
    """Return the first and the last page; anything that isn't a simple span is all the first."""
    span = _PAGES.fullmatch(page)
    return (span[1], span[2]) if span else (page, "")
