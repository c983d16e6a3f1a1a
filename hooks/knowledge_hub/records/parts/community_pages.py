"""The pages of a community beside its own: one for each part of its work, and all of them on one page."""

from knowledge_hub.records.community import Community

OVERVIEW = ""
RESULTS = "results"
WHOLE = "all"
# With less, one page tells it all.
_FEWEST = 2


def find_parts(community: Community) -> tuple[str, ...]:
    """Return the parts of a community's work, in the order of reading; none where one page is enough for it."""
    work = {
        "drivers": community.drivers,
        "measures": community.measures,
        "tests": community.tests_of_change,
        "sessions": community.sessions,
    }
    named = tuple(name for name, items in work.items() if items)
    if len(named) < _FEWEST:
        return ()
    return (*named, RESULTS) if community.results or community.sources else named


def find_pages(community: Community) -> tuple[str, ...]:
    """Return every page of a community in parts: the overview, its parts, and all of it; none for one without."""
    parts = find_parts(community)
    return (OVERVIEW, *parts, WHOLE) if parts else ()


def page_address(community: Community, page: str) -> str:
    """Return the address of one of a community's pages."""
    return f"{community.address}{page}/" if page else community.address
