"""The pages of a community beside its own: one for each part of its work, and one with all of it."""

from collections.abc import Iterator, Sequence

from knowledge_hub.citations.apa import cite_record
from knowledge_hub.pages.frame.abbreviations import Piece
from knowledge_hub.pages.frame.finishing import create_page
from knowledge_hub.pages.frame.page import Heading, Page, root_from
from knowledge_hub.pages.frame.record_parts import Section, limits_section, sources_section
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.pages.frame.state_bands import render_help_line, render_state_bands
from knowledge_hub.pages.records.community_page import create_whole_body, made_sections
from knowledge_hub.pages.records.record_page import complete_sections, render_record
from knowledge_hub.pages.records.tests_of_change import tests_section
from knowledge_hub.pages.sections.community_parts import list_part_links, page_title, render_parts
from knowledge_hub.pages.sections.driver_diagram import drivers_section
from knowledge_hub.pages.sections.measures import measure_anchor, measures_section
from knowledge_hub.pages.sections.results import results_by_kind_section
from knowledge_hub.pages.sections.sessions import sessions_section
from knowledge_hub.records import Community
from knowledge_hub.records.parts.community_pages import WHOLE, find_parts, page_address


def create_part_pages(site: Site, community: Community) -> Iterator[Page]:
    """Yield the page of each part of a community, and one with all of it; none where one page is enough."""
    parts = find_parts(community)
    for part in parts:
        yield _create_part(site, community, part)
    if parts:
        yield _create_whole(site, community)


def _create_part(site: Site, community: Community, part: str) -> Page:
    address = page_address(community, part)
    root = root_from(address)
    title = page_title(site, part)
    sections = _find_sections(site, root, community, part, title)
    links = list_part_links(site, root, community, part)
    place = next(number for number, link in enumerate(links) if link.is_current)
    html = site.render(
        "community-part",
        type=community.type,
        community={"href": root + community.address, "title": community.title},
        title=title,
        help_line=render_help_line(site, community),
        state_bands=render_state_bands(site, root, community),
        band=site.evidence_band(community),
        parts=render_parts(site, root, community, part),
        contents=_list_contents(community, sections),
        sections=sections,
        before=links[place - 1 : place],
        # The last one is all that was read already.
        after=links[:-1][place + 1 : place + 2],
    )
    return _finish(site, community, address, f"{title}: {community.title}", html, part == "sessions")


def _find_sections(site: Site, root: str, community: Community, part: str, title: str) -> list[Section]:
    """Return what stands on the page of one part; a heading that would repeat the page's says that all is there."""
    tests = site.numbered_tests(community, root)
    match part:
        case "drivers":
            sections = drivers_section(site, root, community)
        case "measures":
            sections = measures_section(site, root, community.measures, tests)
        case "tests":
            sections = tests_section(site, root, community)
        case "sessions":
            sections = sessions_section(site, root, community)
        case _:
            sections = [
                *results_by_kind_section(site, root, community.results),
                *limits_section(site, community),
                *made_sections(site, root, community),
                *sources_section(site, root, community),
            ]
    return [
        section._replace(title=site.text(f"community_parts.all_{part}")) if section.title == title else section
        for section in sections
    ]


def _list_contents(community: Community, sections: Sequence[Section]) -> list[Section | Heading]:
    """Return the sections of a part's page, and each measure below them."""
    measures = community.measures if any(section.id == "measures" for section in sections) else ()
    return [*sections, *(Heading(measure_anchor(measure.id), measure.name) for measure in measures)]


def _create_whole(site: Site, community: Community) -> Page:
    """Return the page that has everything, to print and to look through."""
    address = page_address(community, WHOLE)
    root = root_from(address)
    body = create_whole_body(site, root, community, render_parts(site, root, community, WHOLE))
    sections = complete_sections(site, root, community, body.sections)
    article = render_record(site, root, community, body, sections=sections, contents=tuple(sections))
    title = f"{page_title(site, WHOLE)}: {community.title}"
    has_sessions = bool(community.sessions)
    return _finish(site, community, address, title, article.html, has_sessions, cards=article.cards, is_indexed=False)


def _finish(
    site: Site,
    community: Community,
    address: str,
    title: str,
    html: str,
    has_sessions: bool,
    *,
    cards: Sequence[Piece] = (),
    is_indexed: bool = True,
) -> Page:
    return create_page(
        site,
        address,
        title=title,
        description=community.summary,
        html=html,
        cards=cards,
        source_path=site.catalogue.source_paths[community.type, community.id],
        scripts=("sessions",) if has_sessions else (),
        reviewed=community.review.reviewed_on.isoformat() if community.review else None,
        citation=cite_record(community, site.catalogue.contributors),
        record=community,
        is_indexed=is_indexed,
    )
