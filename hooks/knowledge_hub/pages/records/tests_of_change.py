"""Tests of change (PDSA cycles): the log on the community's page, and a page for each."""

from collections.abc import Iterator, Sequence

from knowledge_hub.dates import period_words
from knowledge_hub.pages.frame.facts import Fact, render_facts
from knowledge_hub.pages.frame.finishing import create_page
from knowledge_hub.pages.frame.page import Page, root_from
from knowledge_hub.pages.frame.record_parts import Section
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.pages.frame.state_bands import render_help_line, render_state_bands
from knowledge_hub.pages.sections.community_parts import section_address
from knowledge_hub.pages.sections.measures import measure_anchor
from knowledge_hub.records import Community
from knowledge_hub.visuals.driver_diagram import PlacedIdea, list_change_ideas
from knowledge_hub.visuals.numbered_tests import NumberedTest


def tests_section(site: Site, root: str, community: Community) -> list[Section]:
    """Return the log: each test with its idea, when it ran and what was decided."""
    tests = site.numbered_tests(community, root)
    if not tests:
        return []
    rows = [
        {
            "number": item.number,
            "href": item.href,
            "title": item.test.title,
            "when": period_words(item.test.started, item.test.ended),
            "idea": item.test.change_idea,
            "decision": _decision(site, item),
            "mark": site.mark("decisions", item.test.decision),
        }
        for item in tests
    ]
    return [Section("tests-of-change", site.text("community.tests"), site.render("tests-of-change", rows=rows))]


def create_test_pages(site: Site, community: Community) -> Iterator[Page]:
    """Yield the page of each test of change, with prediction beside result."""
    root = root_from(f"{community.address}tests/x/")
    tests = site.numbered_tests(community, root)
    ideas = list_change_ideas(community.drivers)
    for index, item in enumerate(tests):
        tried = [placed for placed in ideas if item.test.id in placed.idea.tests]
        yield _create_page(site, community, item, tried, tests[index - 1 : index], tests[index + 1 : index + 2], root)


def _create_page(
    site: Site,
    community: Community,
    item: NumberedTest,
    tried: Sequence[PlacedIdea],
    before: Sequence[NumberedTest],
    after: Sequence[NumberedTest],
    root: str,
) -> Page:
    test = item.test
    reviewed = community.review.reviewed_on.isoformat() if community.review else None
    html = site.render(
        "test-of-change",
        title=test.title,
        reviewed=reviewed or site.catalogue.newest_review,
        idea=test.change_idea,
        band=site.evidence_band(community),
        is_archived=community.status == "archived",
        state_bands=render_state_bands(site, root, community),
        help_line=render_help_line(site, community),
        community={"href": root + section_address(community, "tests-of-change"), "title": community.title},
        facts=render_facts(site, _facts(site, item)),
        question=test.question or "",
        prediction=test.prediction or site.text("test_of_change.no_prediction"),
        did=test.did or "",
        found=test.found or site.text("test_of_change.no_finding"),
        decision=_decision(site, item),
        mark=site.mark("decisions", test.decision),
        meaning=site.meaning("decisions", test.decision) if test.decision else "",
        drivers=tried,
        measures=[
            {"href": root + section_address(community, measure_anchor(measure.id)), "name": measure.name}
            for measure in community.measures
            if measure.id in test.measures
        ],
        before=before,
        after=after,
    )
    return create_page(
        site,
        community.test_address(test),
        title=test.title,
        description=test.change_idea,
        html=html,
        source_path=site.catalogue.source_paths[community.type, community.id],
        reviewed=reviewed,
    )


def _facts(site: Site, item: NumberedTest) -> list[Fact]:
    named = (
        (site.text("facts.when"), period_words(item.test.started, item.test.ended)),
        (site.text("facts.team"), item.test.team),
        (site.text("facts.decision"), _decision(site, item)),
    )
    return [Fact(label, text) for label, text in named if text]


def _decision(site: Site, item: NumberedTest) -> str:
    return site.label("decisions", item.test.decision) if item.test.decision else ""
