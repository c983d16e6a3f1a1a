"""Every address that the hub writes has one page: none is taken twice, on any computer.

Windows and macOS don't tell capitals from small letters, so addresses are compared without them.
"""

from collections.abc import Iterator

from knowledge_hub.library.library import Library
from knowledge_hub.problems.problem import Problem
from knowledge_hub.records import Community
from knowledge_hub.records.parts.community_pages import find_pages, page_address
from knowledge_hub.yaml_text.located import LocatedDocument

# Where the hub writes pages and files of its own; a test holds it against a whole site.
HUB_PLACES = frozenset(
    {
        *("assets", "browse", "calendar.ics", "calendars", "change-packages", "citation.cff", "cite", "contribute"),
        *("coverage", "feed.json", "feed.xml", "glossary", "models", "my-list", "new", "playbook.pdf"),
        *("run-chart-maker", "schemas", "search", "sources"),
        *("404.html", "robots.txt", "sitemap.xml", "sitemap.xml.gz"),
    }
)
# Single pages in places that an earlier site may well have had, too.
_HUB_PAGES = frozenset({"about/statistics/", "about/upkeep/", "data/", "people/", "thanks/"})
# Endings of files that the hub puts beside its pages; an old address becomes a folder, which can't share their name.
_FILE_ENDINGS = (
    *(".bib", ".css", ".csv", ".docx", ".ics", ".js", ".json", ".jsonld", ".pdf"),
    *(".ris", ".svg", ".txt", ".xlsx", ".xml", ".zip"),
)


def check_addresses(library: Library) -> Iterator[Problem]:
    """Yield the old addresses that belong to something else: to a page, a file, or another old address."""
    taken = _find_pages(library)
    for record in library.records:
        for number, old in enumerate(record.redirect_from):
            document = library.document(record)
            place = old.casefold()
            if place == record.address:
                message = f"The old address “{old}” is the address of this record itself."
                yield document.problem(("redirect_from", number), "address-taken", message, "Remove it.")
            elif place in taken or _is_of_hub(place):
                yield explain_taken_address(document, number, old)
            taken.add(place)


def explain_taken_address(document: LocatedDocument, number: int, old: str) -> Problem:
    """Return the problem of an old address, the record's `number`th, that leads to another page."""
    message = f"The old address “{old}” belongs to another page."
    return document.problem(("redirect_from", number), "address-taken", message, "Remove it from redirect_from.")


def _find_pages(library: Library) -> set[str]:
    pages = {f"{cls.folder}/" for cls in library.types.values()}
    for record in library.records:
        pages.add(record.address)
        if isinstance(record, Community):
            pages.update(record.test_address(test) for test in record.tests_of_change)
            pages.update(page_address(record, page) for page in find_pages(record))
    people = {contributor.address for contributor in library.contributors.values()}
    return pages | _HUB_PAGES | people | {page.address.casefold() for page in library.own_pages}


def _is_of_hub(place: str) -> bool:
    return place.partition("/")[0] in HUB_PLACES or place.rstrip("/").endswith(_FILE_ENDINGS)
