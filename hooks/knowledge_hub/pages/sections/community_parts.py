"""A community in parts: which section stands on which of its pages, and the way between them."""

from typing import NamedTuple

from markupsafe import Markup

from knowledge_hub.pages.frame.page import NO_HTML
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.pages.sections.measures import measure_anchor
from knowledge_hub.records import Community
from knowledge_hub.records.parts.community_pages import OVERVIEW, find_pages, find_parts, page_address

_SECTIONS = {
    "drivers": ("drivers",),
    "measures": ("measures",),
    "tests": ("tests-of-change",),
    "sessions": ("sessions",),
    "results": ("results", "lessons", "case-studies", "toolkits", "sources"),
}
_PART_OF = {fragment: part for part, fragments in _SECTIONS.items() for fragment in fragments}


class PartLink(NamedTuple):
    """The way to one of a community's pages, and whether one is there."""

    href: str
    title: str
    is_current: bool


def find_part(community: Community, fragment: str) -> str:
    """Return the part on whose page a section stands, "" for the page of the community itself."""
    part = "measures" if fragment.startswith(measure_anchor("")) else _PART_OF.get(fragment, OVERVIEW)
    return part if part in find_parts(community) else OVERVIEW


def section_address(community: Community, fragment: str) -> str:
    """Return the address of a section of a community, wherever it stands."""
    return f"{page_address(community, find_part(community, fragment))}#{fragment}"


def list_part_links(site: Site, root: str, community: Community, current: str) -> list[PartLink]:
    """Return the ways to every page of a community, none where it has but one."""
    return [
        PartLink(root + page_address(community, page), page_title(site, page), page == current)
        for page in find_pages(community)
    ]


def page_title(site: Site, page: str) -> str:
    """Return what readers call one of a community's pages."""
    return site.text(f"community_parts.{page or 'overview'}")


def render_parts(site: Site, root: str, community: Community, current: str) -> Markup:
    """Return the navigation between the pages of a community, "" where it has but one."""
    links = list_part_links(site, root, community, current)
    return site.render("community-parts", links=links) if links else NO_HTML
