"""Lists of cards, two dozen to a page."""

import dataclasses
import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple
from urllib.parse import urlencode

from knowledge_hub.catalogue.catalogue import find_newest_review
from knowledge_hub.pages.cards.cards import CARD
from knowledge_hub.pages.frame.finishing import create_page
from knowledge_hub.pages.frame.page import Page, root_from
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

# How many numbers a list of pages shows on each side of the current one.
_NEIGHBORS = 2


class PageLink(NamedTuple):
    """One entry in the list of pages; a gap has no address."""

    text: str
    href: str = ""
    is_here: bool = False


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
    step up.
    """
    reviewed = _find_newest_review(records)
    everywhere = arrange_groups(site, grouping, records) if grouping else []
    if len(everywhere) < _FEWEST_GROUPS:
        grouping, everywhere = None, []
    else:
        records = in_order_of_groups(everywhere)
    chunks = [records[start : start + PER_PAGE] for start in range(0, len(records), PER_PAGE)] or [()]
    count = site.words.count("counts.record", len(records))
    said = (address, title, kind, intro, search_query, up, count, len(chunks), reviewed, site.find_feed(address))
    # The groups name records of other pages, too.
    shared = site.views.describe_list(records if grouping else (), *said, grouping) if site.keeper else b""
    for number, chunk in enumerate(chunks, start=1):
        key = site.views.describe_list(chunk, shared, number) if site.keeper else b""
        if site.keeper and (kept := site.keeper.find_pages(key)):
            yield from kept
            continue
        here = _numbered(address, number)
        root = root_from(here)
        groups = _find_groups(site, grouping, chunk, is_whole=len(chunks) == 1) if grouping else []
        html = site.render(
            "listing",
            kind=kind,
            up=root + up,
            title=title,
            intro=intro,
            count=", ".join([count, *_place_words(site, number, len(chunks))]),
            search_href=search_address(root, search_query) if site.has_search else "",
            cards=[] if groups else [CARD] * len(chunk),
            grouped_by=site.text(grouping.words) if grouping else "",
            groups=[_group_parts(root, group) for group in groups],
            ways=list(_group_ways(root, address, everywhere, number)),
            pages=list(_page_links(site, root, address, number, len(chunks))),
            follow=render_follow(site, address, root),
        )
        shown_title = title if number == 1 else f"{title}, {site.text('lists.page', number=number)}"
        page = create_page(
            site,
            here,
            title=shown_title,
            description=intro,
            html=html,
            # The records stand in the order of the groups.
            cards=site.card_pieces(chunk, root, level=3 if groups else 2),
            reviewed=reviewed,
            is_indexed=number == 1,
        )
        yield from site.keeper.put_pages(key, [page]) if site.keeper else [page]


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
    return [dataclasses.replace(group, others=()) for group in groups if group.records]


def _group_parts(root: str, group: Group) -> dict[str, Any]:
    return {
        "id": group.id,
        "title": group.title,
        "about": group.about,
        "cards": [CARD] * len(group.records),
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
