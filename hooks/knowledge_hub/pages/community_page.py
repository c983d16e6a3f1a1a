"""The page of a learning community: how it is built, and everything that came out of it."""

from collections.abc import Iterable

from knowledge_hub.pages.dates import date_words, period_words
from knowledge_hub.pages.page import Page, root_from
from knowledge_hub.pages.parts import (
    Fact,
    Section,
    lessons_section,
    list_section,
    place_fact,
    prose_section,
    results_section,
)
from knowledge_hub.pages.record_page import Body, create_record_page
from knowledge_hub.pages.site import Site
from knowledge_hub.records import CaseStudy, Community, Record, Toolkit

_SHOWN = frozenset({"lesson", "case-study", "toolkit"})
_ACTIVITY = {
    "active": "It meets today.",
    "ended": "It has ended.",
    "not-known": "Whether it still meets is not known to the hub.",
}


def create_community_page(site: Site, community: Community) -> Page:
    """Return the page of one learning community."""
    root = root_from(community.address)
    sections = [
        *prose_section(site, root, "about", "What it is", community.about),
        *_aim_sections(site, root, community),
        *_charter_sections(site, root, community),
        *_teams_section(site, community),
        *_components_section(site, community),
        *_sessions_section(site, community),
        *_drivers_section(site, root, community),
        *_tests_section(site, community),
        *results_section(site, root, community.results),
        *lessons_section(site, root, community, "What was learned here"),
        *_cards_section(site, root, "case-studies", "Case studies from here", _of_type(site, community, CaseStudy)),
        *_cards_section(site, root, "toolkits", "Tools of this community", _of_type(site, community, Toolkit)),
    ]
    return create_record_page(site, community, Body(community_facts(site, community), sections, _SHOWN))


def community_facts(site: Site, community: Community) -> list[Fact]:
    """Return the decision strip of one community, without what every record has."""
    kind = community.kind
    facts = [Fact("Kind", site.label("community-kinds", kind), site.meaning("community-kinds", kind))]
    facts += place_fact(site, community)
    when = period_words(community.started, community.ended)
    facts.append(Fact("When", when or "Not stated", _ACTIVITY[community.activity]))
    if community.hosts:
        facts.append(Fact("Hosted by", "; ".join(community.hosts)))
    if community.funding:
        facts.append(Fact("Funding", community.funding))
    if community.disciplines:
        facts.append(Fact("Who", site.labels("disciplines", community.disciplines)))
    return facts


def _aim_sections(site: Site, root: str, community: Community) -> list[Section]:
    sections: list[Section] = []
    if aim := community.aim:
        named = (
            ("For whom", aim.population),
            ("From", aim.from_),
            ("To", aim.to),
            ("By", date_words(aim.by) if aim.by else None),
        )
        details = [Fact(label, text) for label, text in named if text]
        sections.append(Section("aim", "Its aim", site.render("aim", text=aim.text, details=details)))
    sections += prose_section(site, root, "domain", "What its members care about", community.domain)
    sections += prose_section(site, root, "practice", "What they build together", community.practice)
    return sections


def _charter_sections(site: Site, root: str, community: Community) -> list[Section]:
    charter = community.charter
    if charter is None:
        return []
    html = site.render(
        "charter",
        purpose=site.prose(charter.purpose, root),
        membership=charter.membership or "",
        norms=charter.norms,
        decisions=charter.decisions or "",
    )
    return [Section("charter", "What the members agreed on", html)]


def _teams_section(site: Site, community: Community) -> list[Section]:
    teams = community.teams
    if teams is None:
        return []
    count = (f"{teams.count:,} teams.",) if teams.count else ()
    places = (f"From: {site.labels('places', teams.places)}.",) if teams.places else ()
    return list_section(site, "teams", "Who took part", (*count, *places, *filter(None, (teams.note,))))


def _components_section(site: Site, community: Community) -> list[Section]:
    if not community.components:
        return []
    rows = [
        {
            "part": site.label("components", component.part),
            "meaning": site.meaning("components", component.part),
            "state": site.label("component-states", component.present),
            "present": component.present,
            "note": component.note or "",
        }
        for component in community.components
    ]
    return [Section("components", "How it is built", site.render("components", rows=rows))]


def _sessions_section(site: Site, community: Community) -> list[Section]:
    if not community.sessions:
        return []
    rows = [
        {
            "when": period_words(session.date, session.end or session.date),
            "datetime": session.date,
            "kind": site.label("session-kinds", session.kind),
            "title": session.title,
            "agenda": session.agenda,
            "materials": session.materials,
        }
        for session in sorted(community.sessions, key=lambda session: session.date)
    ]
    return [Section("sessions", "Sessions", site.render("sessions", rows=rows))]


def _drivers_section(site: Site, root: str, community: Community) -> list[Section]:
    if not community.drivers:
        return []

    def tools(ids: Iterable[str]) -> list[dict[str, str]]:
        found = (site.catalogue.get("toolkit", toolkit_id) for toolkit_id in ids)
        return [{"href": root + kit.address, "title": kit.title} for kit in found if kit]

    drivers = [
        {
            "text": primary.text,
            "secondary": [
                {
                    "text": secondary.text,
                    "ideas": [{"text": idea.text, "tools": tools(idea.toolkits)} for idea in secondary.ideas],
                }
                for secondary in primary.secondary
            ],
        }
        for primary in community.drivers
    ]
    return [Section("drivers", "What drives the aim", site.render("drivers", drivers=drivers))]


def _tests_section(site: Site, community: Community) -> list[Section]:
    if not community.tests_of_change:
        return []
    rows = [
        {
            "title": test.title,
            "when": period_words(test.started, test.ended),
            "idea": test.change_idea,
            "prediction": test.prediction or "",
            "found": test.found or "",
            "decision": site.label("decisions", test.decision) if test.decision else "",
        }
        for test in community.tests_of_change
    ]
    return [Section("tests-of-change", "Tests of change", site.render("tests-of-change", rows=rows))]


def _of_type(site: Site, community: Community, cls: type[Record]) -> list[Record]:
    connected = (connection.record for connection in site.catalogue.connections(community))
    return [record for record in connected if isinstance(record, cls)]


def _cards_section(site: Site, root: str, section_id: str, title: str, records: list[Record]) -> list[Section]:
    if not records:
        return []
    html = site.render("cards", cards=site.cards(records, root))
    return [Section(section_id, title, html)]
