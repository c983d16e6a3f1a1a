"""What the overview of a community in parts says of each part, with the way to it.

Each stands under the fragment that its part had when one page held everything, so old addresses still lead on.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from markupsafe import Markup

from knowledge_hub.dates import month_position
from knowledge_hub.pages.frame.page import NO_HTML
from knowledge_hub.pages.frame.record_parts import Section
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.pages.sections.community_parts import section_address
from knowledge_hub.pages.sections.measures import measure_anchor, render_run_chart
from knowledge_hub.pages.sections.results import find_first_results
from knowledge_hub.pages.sections.sessions import find_next_sessions
from knowledge_hub.records import CaseStudy, Community, Lesson, Record, Toolkit
from knowledge_hub.records.parts.measure import Measure
from knowledge_hub.visuals.driver_diagram import write_driver_summary
from knowledge_hub.visuals.measure_series import create_series
from knowledge_hub.visuals.run_chart_words import write_finding

_SHOWN_RESULTS, _SHOWN_SESSIONS = 3, 2
# What came of a community and stands with its results: fragment and words for how many there are.
_MADE: tuple[tuple[str, str, type[Record]], ...] = (
    ("lessons", "counts.lesson", Lesson),
    ("case-studies", "counts.case_study", CaseStudy),
    ("toolkits", "counts.toolkit", Toolkit),
)


def summarize_drivers(site: Site, root: str, community: Community) -> list[Section]:
    """Return the primary drivers, none where there are no drivers."""
    if not community.drivers:
        return []
    lines = [primary.text for primary in community.drivers]
    return [_create(site, root, community, "drivers", text=write_driver_summary(community.drivers), lines=lines)]


def summarize_measures(site: Site, root: str, community: Community) -> list[Section]:
    """Return the newest chart and every measure with what its chart says, none where there are no measures."""
    if not community.measures:
        return []
    newest = max(community.measures, key=_newest_point)
    tests = [item for item in site.numbered_tests(community, root) if newest.id in item.test.measures]
    chart = render_run_chart(site, create_series(newest), tests)
    html = site.render("newest-chart", name=newest.name, chart=chart) if chart else None
    links = [
        _link(community, root, measure_anchor(measure.id), measure.name, _describe(site, measure))
        for measure in community.measures
    ]
    return [_create(site, root, community, "measures", html=html, links=links)]


def summarize_tests(site: Site, root: str, community: Community) -> list[Section]:
    """Return how many tests there were and what was decided, none where there were none."""
    tests = community.tests_of_change
    if not tests:
        return []
    decided = Counter(test.decision for test in tests)
    lines = [
        f"{site.label('decisions', name)}: {decided[name]}"
        for name in site.catalogue.vocabularies.ids("decisions")
        if decided[name]
    ]
    text = f"{site.words.count('counts.test_of_change', len(tests))}."
    return [_create(site, root, community, "tests-of-change", text=text, lines=lines)]


def summarize_sessions(site: Site, root: str, community: Community) -> list[Section]:
    """Return what comes next, or how much there was, none where there were no sessions."""
    if not community.sessions:
        return []
    coming = find_next_sessions(site, community, _SHOWN_SESSIONS)
    html = site.render("next-sessions", rows=coming) if coming else None
    text = f"{site.words.count('counts.session', len(community.sessions))}."
    return [_create(site, root, community, "sessions", text=text, html=html)]


def summarize_results(site: Site, root: str, community: Community) -> list[Section]:
    """Return the first results and how much else came of the community, none where nothing did."""
    made = list(_count_made(site, root, community))
    rows = find_first_results(site, root, community.results, _SHOWN_RESULTS)
    if not (rows or made):
        return []
    html = site.render("results", rows=rows) if rows else None
    return [_create(site, root, community, "results", html=html, links=made)]


def summarize_sources(site: Site, root: str, community: Community) -> list[Section]:
    """Return how many sources the community rests on, none where it has none."""
    if not community.sources:
        return []
    text = f"{site.words.count('counts.source', len(community.sources))}."
    return [_create(site, root, community, "sources", text=text)]


_TITLES = {
    "drivers": ("community.drivers", "community_parts.all_drivers"),
    "measures": ("community.measures", "community_parts.all_measures"),
    "tests-of-change": ("community.tests", "community_parts.all_tests"),
    "sessions": ("community.sessions", "community_parts.all_sessions"),
    "results": ("community.results", "community_parts.all_results"),
    "sources": ("record.sources", "community_parts.all_sources"),
}


def _create(
    site: Site,
    root: str,
    community: Community,
    fragment: str,
    *,
    text: str = "",
    html: Markup | None = None,
    lines: Sequence[str] = (),
    links: Sequence[dict[str, str]] = (),
) -> Section:
    """Return one summary: a sentence, finished HTML, plain lines, links below the part, and the way to all of it."""
    title, way = _TITLES[fragment]
    more = _link(community, root, fragment, site.text(way))
    content = site.render("part-summary", text=text, html=html or NO_HTML, lines=lines, links=links, more=more)
    return Section(fragment, site.text(title), content)


def _link(community: Community, root: str, fragment: str, title: str, note: str = "") -> dict[str, str]:
    return {"id": fragment, "href": root + section_address(community, fragment), "title": title, "note": note}


def _count_made(site: Site, root: str, community: Community) -> Iterator[dict[str, str]]:
    places = site.catalogue.places_by_type(community)
    for fragment, noun, cls in _MADE:
        if number := len(places.get(cls.type, ())):
            yield _link(community, root, fragment, site.words.count(noun, number))


def _newest_point(measure: Measure) -> float:
    """Return the time of a measure's newest value in months, -1 where it has none."""
    return max((month_position(point.date) for point in measure.points), default=-1)


def _describe(site: Site, measure: Measure) -> str:
    return write_finding(create_series(measure), site.words) if measure.points else ""
