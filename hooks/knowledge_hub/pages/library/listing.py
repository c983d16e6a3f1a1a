"""Lists of cards, two dozen to a page."""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple
from urllib.parse import urlencode

from knowledge_hub.catalogue.catalogue import find_newest_review
from knowledge_hub.pages.cards.cards import CARD
from knowledge_hub.pages.frame.finishing import finish_html
from knowledge_hub.pages.frame.head import Subject, create_head
from knowledge_hub.pages.frame.page import Page, root_from, section_of
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.pages.library.grouping import Group, Grouping, arrange_groups, in_order_of_groups
from knowledge_hub.pages.sections.follow import render_follow
from knowledge_hub.records import Record
from knowledge_hub.records.own_page import OwnPage

# A phone shows about one card on a screen.
PER_PAGE = 24
SEARCH = "search/"

# One group is the list itself.
_FEWEST_GROUPS = 2

_CARD_LINE = CARD + "\n"

# How many numbers a list of pages shows on each side of the current one.
_NEIGHBORS = 2


class PageLink(NamedTuple):
    """One entry in the list of pages; a gap has no address."""

    text: str
    href: str = ""
    is_here: bool = False


class _List(NamedTuple):
    """One list in portions of a page each; without groups it has no `grouping`."""

    address: str
    title: str
    kind: str
    intro: str
    search_query: Mapping[str, str]
    up: str
    reviewed: str
    counted: str
    chunks: Sequence[Sequence[Record | OwnPage]]
    grouping: Grouping | None
    groups: Sequence[Group]


def create_listing(
    site: Site,
    address: str,
    *,
    title: str,
    kind: str,
    intro: str,
    records: Sequence[Record | OwnPage],
    search_query: Mapping[str, str],
    up: str,
    grouping: Grouping | None = None,
) -> Iterator[Page]:
    """Yield the pages of one list, one at a time, for a big library has hundreds of them.

    `records` begin with the newest review; the host's own pages are the last. The first page has `address`, the others
    `address` + `page/N/`. `search_query` are the search page’s parameters for the same records, `up` the address one
    step up. A keeper gets the pages without their HTML, which is little more than cards that all lists share.
    """
    reviewed = _find_newest_review(records)
    groups = arrange_groups(site, grouping, records) if grouping else []
    if len(groups) < _FEWEST_GROUPS:
        grouping, groups = None, []
    else:
        records = in_order_of_groups(groups)
    chunks = [records[start : start + PER_PAGE] for start in range(0, len(records), PER_PAGE)] or [()]
    count = site.words.count("counts.record", len(records))
    parts = _List(address, title, kind, intro, search_query, up, reviewed, count, chunks, grouping, groups)
    shared = _describe(site, parts) if site.keeper else b""
    for number, chunk in enumerate(chunks, start=1):
        outline = _outline(site, parts, number)
        finish = partial(_finish, site, parts, number, outline)
        if site.keeper:
            yield site.keeper.put_off(site.views.describe_list(chunk, shared, number), outline, finish)
        else:
            yield finish()


def _describe(site: Site, parts: _List) -> bytes:
    """Return what stands for all that the pages of a list show beside the cards of each."""
    # The groups name records of other pages, too.
    named = itertools.chain.from_iterable(parts.chunks) if parts.grouping else ()
    said = (parts.address, parts.title, parts.kind, parts.intro, parts.search_query, parts.up, parts.counted)
    return site.views.describe_list(
        named, *said, len(parts.chunks), parts.reviewed, site.find_feed(parts.address), parts.grouping
    )


def _outline(site: Site, parts: _List, number: int) -> Page:
    """Return one page of a list without its HTML."""
    is_first = number == 1
    return Page(
        address=_numbered(parts.address, number),
        title=parts.title if is_first else f"{parts.title}, {site.text('lists.page', number=number)}",
        description=parts.intro,
        content=b"",
        reviewed=parts.reviewed,
        section=section_of(parts.address),
        is_indexed=is_first,
    )


def _finish(site: Site, parts: _List, number: int, outline: Page) -> Page:
    """Return one page of a list with its HTML."""
    chunk, root, last = parts.chunks[number - 1], root_from(outline.address), len(parts.chunks)
    groups = _find_groups(site, parts.grouping, chunk, is_whole=last == 1) if parts.grouping else []
    html = site.render(
        "listing",
        kind=parts.kind,
        up=root + parts.up,
        title=parts.title,
        intro=parts.intro,
        count=", ".join([parts.counted, *_place_words(site, number, last)]),
        search_href=search_address(root, parts.search_query) if site.has_search else "",
        cards=_CARD_LINE * (0 if groups else len(chunk)),
        grouped_by=site.text(parts.grouping.words) if parts.grouping else "",
        groups=[_group_parts(root, group) for group in groups],
        ways=list(_group_ways(root, parts.address, parts.groups, number)),
        pages=list(_page_links(site, root, parts.address, number, last)),
        follow=render_follow(site, parts.address, root),
    )
    # The records stand in the order of the groups.
    cards = site.card_pieces(chunk, root, level=3 if groups else 2)
    subject = Subject(outline.address, outline.title, outline.description)
    return outline._replace(content=finish_html(site, html, cards), head=create_head(site, subject))


def _find_newest_review(records: Sequence[Record | OwnPage]) -> str:
    """Return the latest review of a list, without asking all of it."""
    own_pages = itertools.takewhile(lambda record: isinstance(record, OwnPage), reversed(records))
    return find_newest_review([*records[:1], *own_pages])


def _find_groups(site: Site, grouping: Grouping, records: Sequence[Record | OwnPage], *, is_whole: bool) -> list[Group]:
    """Return the groups that stand on one page."""
    groups = arrange_groups(site, grouping, records)
    if is_whole:
        return groups
    # What else belongs to a group stands on other pages, too: to name some of it would say that it is all.
    return [group._replace(others=()) for group in groups if group.records]


def _group_parts(root: str, group: Group) -> dict[str, Any]:
    return {
        "id": group.id,
        "title": group.title,
        "about": group.about,
        "cards": _CARD_LINE * len(group.records),
        "others": [{"href": root + record.address, "title": record.title} for record in group.others],
    }


def _group_ways(root: str, address: str, groups: Sequence[Group], number: int) -> Iterator[PageLink]:
    """Yield the ways from one page of a list to each of its groups, on whichever page the group begins."""
    before = 0
    is_whole = sum(len(group.records) for group in groups) <= PER_PAGE
    for group in groups:
        first, last = 1 + before // PER_PAGE, 1 + (before + len(group.records) - 1) // PER_PAGE
        before += len(group.records)
        if group.records and not first <= number <= last:
            yield PageLink(group.title, f"{root}{_numbered(address, first)}#{group.id}")
        elif group.records or is_whole:
            yield PageLink(group.title, f"#{group.id}")


def _place_words(site: Site, number: int, last: int) -> list[str]:
    """Return which page of a list this is; the first one doesn't say."""
    return [site.text("lists.page_of", number=number, last=last)] if number > 1 else []


def search_address(root: str, query: Mapping[str, str]) -> str:
    """Return the address of the search page with its filters set."""
    return f"{root}{SEARCH}?{urlencode(query)}"


def _page_links(site: Site, root: str, address: str, number: int, last: int) -> Iterator[PageLink]:
    """Yield the ways to the other pages of a list: neighbors by number, both ends, one step either way."""
    if last == 1:
        return
    if number > 1:
        yield PageLink(site.text("lists.previous"), root + _numbered(address, number - 1))
    near = range(max(1, number - _NEIGHBORS), min(last, number + _NEIGHBORS) + 1)
    shown = sorted({1, *near, last})
    for before, n in zip([0, *shown], shown, strict=False):
        if n - before > 1:
            yield PageLink("…")
        yield PageLink(str(n), root + _numbered(address, n), n == number)
    if number < last:
        yield PageLink(site.text("lists.next"), root + _numbered(address, number + 1))


def _numbered(address: str, number: int) -> str:
    return address if number == 1 else f"{address}page/{number}/"
