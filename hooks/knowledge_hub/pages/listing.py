"""Lists of cards, fifty to a page."""

from collections.abc import Sequence

from knowledge_hub.pages.page import Page, root_from
from knowledge_hub.pages.site import Site
from knowledge_hub.pages.wording import count_words
from knowledge_hub.records import Record

PER_PAGE = 50


def create_listing(
    site: Site, address: str, *, title: str, kind: str, intro: str, records: Sequence[Record]
) -> list[Page]:
    """Return the pages of one list; the first has `address`, the others `address` + `page/N/`."""
    chunks = [records[start : start + PER_PAGE] for start in range(0, len(records), PER_PAGE)] or [()]
    return [
        _create_list_page(site, address, number, len(chunks), chunk, len(records), title, kind, intro)
        for number, chunk in enumerate(chunks, start=1)
    ]


def _create_list_page(
    site: Site,
    first_address: str,
    number: int,
    last: int,
    records: Sequence[Record],
    total: int,
    title: str,
    kind: str,
    intro: str,
) -> Page:
    address = _numbered(first_address, number)
    root = root_from(address)
    html = site.render(
        "listing",
        kind=kind,
        title=title,
        intro=intro,
        count=count_words(total, "record", "records"),
        page_number=number,
        cards=site.cards(records, root, level=2),
        pages=[
            {"number": n, "href": root + _numbered(first_address, n), "is_here": n == number}
            for n in range(1, last + 1)
        ]
        if last > 1
        else [],
    )
    shown_title = title if number == 1 else f"{title}, page {number}"
    return site.page(address, title=shown_title, description=intro, html=html)


def _numbered(address: str, number: int) -> str:
    return address if number == 1 else f"{address}page/{number}/"
