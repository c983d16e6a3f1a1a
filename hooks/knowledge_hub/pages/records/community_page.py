"""The page of a learning community: how it is built, what it does, and everything that came out of it."""

from collections.abc import Callable

from markupsafe import Markup

from knowledge_hub.dates import date_words, period_words
from knowledge_hub.pages.frame.facts import Fact, place_fact
from knowledge_hub.pages.frame.page import Page, root_from
from knowledge_hub.pages.frame.record_parts import (
    Section,
    cards_section,
    lessons_section,
    limits_section,
    list_section,
    prose_section,
)
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.pages.records.record_page import Body, create_record_page
from knowledge_hub.pages.records.tests_of_change import tests_section
from knowledge_hub.pages.sections.community_overview import (
    summarize_drivers,
    summarize_measures,
    summarize_results,
    summarize_sessions,
    summarize_sources,
    summarize_tests,
)
from knowledge_hub.pages.sections.community_parts import render_parts
from knowledge_hub.pages.sections.drawings import profile_section
from knowledge_hub.pages.sections.driver_diagram import drivers_section
from knowledge_hub.pages.sections.measures import measures_section
from knowledge_hub.pages.sections.own_parts import own_sections
from knowledge_hub.pages.sections.results import results_by_kind_section
from knowledge_hub.pages.sections.sessions import sessions_section, timeline_section
from knowledge_hub.records import CaseStudy, Community, Role, Toolkit
from knowledge_hub.records.parts.community_pages import OVERVIEW, RESULTS, find_parts
from knowledge_hub.visuals.matrix import Seat

_SHOWN = frozenset({"lesson", "case-study", "toolkit"})


def create_community_page(site: Site, community: Community) -> Page:
    """Return the page of one learning community; where its work has pages of its own, the overview of them."""
    root = root_from(community.address)
    if not find_parts(community):
        return create_record_page(site, community, create_whole_body(site, root, community))
    body = Body(
        community_facts(site, community),
        _overview_sections(site, root, community),
        _SHOWN,
        ("community-parts", *_scripts(community)),
        parts=render_parts(site, root, community, OVERVIEW),
        is_complete=True,
    )
    return create_record_page(site, community, body)


def create_whole_body(site: Site, root: str, community: Community, parts: Markup | None = None) -> Body:
    """Return everything about a community, in the order that its kind is read in, its links as seen from `root`."""
    order = _INTEREST_ORDER if _is_of_interest(community) else _AIM_ORDER
    sections = [section for make in order for section in make(site, root, community)]
    return Body(community_facts(site, community), sections, _SHOWN, _scripts(community), parts=parts)


def made_sections(site: Site, root: str, community: Community) -> list[Section]:
    """Return the lessons, case studies and tools that came out of a community."""
    makers = (_lessons, _case_studies, _toolkits)
    return [section for make in makers for section in make(site, root, community)]


def _overview_sections(site: Site, root: str, community: Community) -> list[Section]:
    order = _INTEREST_OVERVIEW if _is_of_interest(community) else _AIM_OVERVIEW
    sections = [section for make in order for section in make(site, root, community)]
    return [*sections, *own_sections(site, root, community), *summarize_sources(site, root, community)]


def _came_of_it(site: Site, root: str, community: Community) -> list[Section]:
    """Return what came of a community and what that doesn't show; all of it, where it has no page of its own."""
    limits = limits_section(site, community)
    if RESULTS in find_parts(community):
        return [*summarize_results(site, root, community), *limits]
    return [*limits, *made_sections(site, root, community)]


def _is_of_interest(community: Community) -> bool:
    """Tell what holds it together, whatever the host calls its kind: a shared interest, or an aim."""
    return bool(community.domain and not community.aim)


def _scripts(community: Community) -> tuple[str, ...]:
    return ("sessions",) if community.sessions else ()


def community_facts(site: Site, community: Community) -> list[Fact]:
    """Return the decision strip of one community, without what every record has."""
    kind = community.kind
    facts = [Fact(site.text("facts.kind"), site.label("community-kinds", kind), site.meaning("community-kinds", kind))]
    facts += place_fact(site, community)
    when = period_words(community.started, community.ended)
    is_made_up = community.evidence.status == "composite"
    facts.append(
        Fact(
            site.text("facts.when"),
            when or site.text("facts.not_stated"),
            "" if is_made_up else site.text(f"activity.{community.activity}"),
        )
    )
    if community.hosts:
        facts.append(Fact(site.text("facts.hosted_by"), "; ".join(community.hosts)))
    if community.funding:
        facts.append(Fact(site.text("facts.funding"), community.funding))
    if community.disciplines:
        facts.append(Fact(site.text("facts.who"), site.labels("disciplines", community.disciplines)))
    return facts


def _about(site: Site, root: str, community: Community) -> list[Section]:
    return prose_section(site, root, community, "about", site.text("community.about"), community.about)


def _aim(site: Site, root: str, community: Community) -> list[Section]:
    """Return what holds the community together: a measured aim, or a domain and a practice."""
    sections: list[Section] = []
    if aim := community.aim:
        named = (
            (site.text("facts.for_whom"), aim.population),
            (site.text("facts.from"), aim.from_),
            (site.text("facts.to"), aim.to),
            (site.text("facts.by"), date_words(aim.by) if aim.by else None),
        )
        details = [Fact(label, text) for label, text in named if text]
        sections.append(Section("aim", site.text("community.aim"), site.render("aim", text=aim.text, details=details)))
    sections += prose_section(site, root, community, "domain", site.text("community.domain"), community.domain)
    sections += prose_section(site, root, community, "practice", site.text("community.practice"), community.practice)
    return sections


def _charter(site: Site, root: str, community: Community) -> list[Section]:
    charter = community.charter
    if charter is None:
        return []
    html = site.render(
        "charter",
        purpose=site.prose(charter.purpose, root, community),
        membership=charter.membership or "",
        norms=charter.norms,
        decisions=charter.decisions or "",
    )
    return [Section("charter", site.text("community.charter"), html)]


def team_lines(site: Site, community: Community) -> tuple[str, ...]:
    """Return what is known of the teams that took part, a sentence for each thing."""
    teams = community.teams
    if teams is None:
        return ()
    count = f"{site.words.count('counts.team', teams.count)}." if teams.count else None
    places = f"From: {site.labels('places', teams.places)}." if teams.places else None
    return tuple(filter(None, (count, places, teams.note)))


def _teams(site: Site, _: str, community: Community) -> list[Section]:
    return list_section(site, "teams", site.text("community.teams"), team_lines(site, community))


def _table(site: Site, root: str, community: Community) -> list[Section]:
    """Return which connected roles sit where, by discipline and level."""
    seats = [
        Seat(role.title, root + role.address, role.discipline, role.levels)
        for role in site.catalogue.connected(community, Role)
    ]
    if not seats:
        return []
    return [Section("at-the-table", site.text("community.table"), site.seats.show(seats))]


def _drivers(site: Site, root: str, community: Community) -> list[Section]:
    return drivers_section(site, root, community)


def _timeline(site: Site, root: str, community: Community) -> list[Section]:
    return timeline_section(site, community, site.numbered_tests(community, root))


def _measures(site: Site, root: str, community: Community) -> list[Section]:
    return measures_section(site, root, community.measures, site.numbered_tests(community, root))


def _results(site: Site, root: str, community: Community) -> list[Section]:
    return results_by_kind_section(site, root, community.results)


def _lessons(site: Site, root: str, community: Community) -> list[Section]:
    return lessons_section(site, root, community, site.text("community.lessons"))


def _case_studies(site: Site, root: str, community: Community) -> list[Section]:
    studies = site.catalogue.connected(community, CaseStudy)
    return cards_section(site, root, "case-studies", site.text("community.case_studies"), studies)


def _toolkits(site: Site, root: str, community: Community) -> list[Section]:
    toolkits = site.catalogue.connected(community, Toolkit)
    return cards_section(site, root, "toolkits", site.text("community.toolkits"), toolkits)


_SectionMaker = Callable[[Site, str, Community], list[Section]]
_AIM_ORDER: tuple[_SectionMaker, ...] = (
    *(_about, _aim, _timeline, _teams, _table, _charter),
    *(_drivers, _measures, tests_section, sessions_section),
    *(_results, _lessons, _case_studies, _toolkits, profile_section),
)
_AIM_OVERVIEW: tuple[_SectionMaker, ...] = (
    *(_about, _aim, summarize_measures, summarize_sessions, _came_of_it),
    *(summarize_drivers, summarize_tests, _timeline, _teams, _table, _charter, profile_section),
)
_INTEREST_OVERVIEW: tuple[_SectionMaker, ...] = (
    *(_about, _aim, summarize_sessions, _came_of_it, _teams, _table, _charter),
    *(summarize_tests, summarize_drivers, summarize_measures, _timeline, profile_section),
)
_INTEREST_ORDER: tuple[_SectionMaker, ...] = (
    *(_about, _aim, _teams, _table, _charter, _timeline, sessions_section),
    *(_toolkits, _lessons, _case_studies, tests_section, _drivers, _measures),
    *(_results, profile_section),
)
