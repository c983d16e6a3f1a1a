"""The pages of change packages: all that is known about changing one quality domain, failures too."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from knowledge_hub.catalogue.catalogue import find_newest_review
from knowledge_hub.catalogue.change_packages import ChangePackage, CommunityDrivers, create_change_packages
from knowledge_hub.dates import period_words
from knowledge_hub.pages.frame.finishing import create_page
from knowledge_hub.pages.frame.page import Page, root_from
from knowledge_hub.pages.frame.record_parts import Section, cards_section, downloads_row, lesson_list_section
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.pages.sections.driver_diagram import find_toolkits
from knowledge_hub.records import CaseStudy, Community
from knowledge_hub.records.community import ChangeIdea, TestOfChange

CHANGE_PACKAGES = "change-packages/"


def create_change_package_pages(site: Site) -> Iterator[Page]:
    """Yield the index and one page for each domain that has records; none where no domain has any."""
    packages = create_change_packages(site.catalogue)
    if packages:
        yield _create_index(site, packages)
    for package in packages:
        yield from _keep_page(site, package)


def package_summary(site: Site, package: ChangePackage) -> str:
    """Return in one sentence what a package holds."""
    counts = (
        ("counts.toolkit", len(package.toolkits)),
        ("counts.lesson", len(package.lessons)),
        ("counts.case_study", len(package.case_studies)),
        ("counts.test_of_change", len(package.tests)),
    )
    found = [site.words.count(noun, number) for noun, number in counts if number]
    about = package.domain.definition.text() if package.domain.definition else ""
    return f"{about} Here: {', '.join(found)}.".strip() if found else about


def _create_index(site: Site, packages: tuple[ChangePackage, ...]) -> Page:
    root = root_from(CHANGE_PACKAGES)
    rows = [
        {
            "link": site.render("link", href=root + package.address, title=package.domain.label.text()),
            "statement": package_summary(site, package),
        }
        for package in packages
    ]
    html = site.render(
        "change-packages",
        intro=site.text("change_package.intro"),
        downloads=downloads_row(site, CHANGE_PACKAGES, root),
        packages=site.render("linked", rows=rows),
    )
    return create_page(
        site,
        CHANGE_PACKAGES,
        title=site.text("change_package.names"),
        description=site.text("change_package.intro"),
        html=html,
    )


def _keep_page(site: Site, package: ChangePackage) -> Iterable[Page]:
    """Return the page of a package; one that would show the same as before comes from the keeper."""
    keeper = site.keeper
    if keeper is None:
        return [_create_page(site, package)]
    key = _describe(site, package)
    return keeper.find_pages(key) or keeper.put_pages(key, [_create_page(site, package)])


def _describe(site: Site, package: ChangePackage) -> bytes:
    """Return what stands for all that the page of a package shows."""
    records = package.records
    # Of these, long texts are shown, too.
    whole = site.views.describe_whole(record for record in records if isinstance(record, Community | CaseStudy))
    primaries = (primary for part in package.drivers for primary in part.drivers)
    ideas = (idea for primary in primaries for secondary in primary.secondary for idea in secondary.ideas)
    tools = (kit for idea in ideas for kit in find_toolkits(site.catalogue, idea))
    beside = site.downloads.get(package.address)
    return site.views.describe_list((*records, *tools), package.address, whole, beside)


def _create_page(site: Site, package: ChangePackage) -> Page:
    root = root_from(package.address)
    sections = [
        *_drivers_section(site, root, package),
        *cards_section(site, root, "tools", site.text("change_package.tools"), package.toolkits),
        *lesson_list_section(site, root, package.lessons, site.text("change_package.lessons")),
        *_studies_section(site, root, package.case_studies),
        *_tests_section(site, root, package),
    ]
    summary = package_summary(site, package)
    title = package.domain.label.text()
    html = site.render(
        "change-package",
        kind=site.text("change_package.name"),
        title=title,
        summary=summary,
        band=site.text("change_package.mixed_evidence"),
        downloads=downloads_row(site, package.address, root),
        contents=sections,
        sections=sections,
    )
    return create_page(
        site,
        package.address,
        title=f"{site.text('change_package.name')}: {title}",
        description=summary,
        html=html,
        reviewed=find_newest_review(package.records),
    )


def _drivers_section(site: Site, root: str, package: ChangePackage) -> list[Section]:
    if not package.drivers:
        return []
    rows = [_community_drivers(site, root, part) for part in package.drivers]
    return [Section("drivers", site.text("change_package.drivers"), site.render("change-package-drivers", rows=rows))]


def _community_drivers(site: Site, root: str, part: CommunityDrivers) -> dict[str, object]:
    drivers = [
        {
            "text": primary.text,
            "secondary": [
                {"text": secondary.text, "ideas": [_idea(site, root, idea) for idea in secondary.ideas]}
                for secondary in primary.secondary
            ],
        }
        for primary in part.drivers
    ]
    return {**_linked(site, part.community, root), "drivers": drivers}


def _idea(site: Site, root: str, idea: ChangeIdea) -> dict[str, object]:
    kits = find_toolkits(site.catalogue, idea)
    return {"text": idea.text, "tools": [{"href": root + kit.address, "title": kit.title} for kit in kits]}


def _studies_section(site: Site, root: str, studies: tuple[CaseStudy, ...]) -> list[Section]:
    if not studies:
        return []
    rows = [_study(site, root, study) for study in studies]
    return [
        Section(
            "case-studies",
            site.text("change_package.case_studies"),
            site.render("change-package-studies", rows=rows),
        )
    ]


def _study(site: Site, root: str, study: CaseStudy) -> dict[str, object]:
    return {
        **_linked(site, study, root),
        "mark": site.mark("outcomes", study.outcome),
        "outcome": site.label("outcomes", study.outcome) if study.outcome else site.text("facts.not_stated"),
        "summary": study.summary,
        "results": [
            {"kind": site.label("outcome-kinds", result.kind), "statement": result.statement}
            for result in study.results
        ],
    }


def _tests_section(site: Site, root: str, package: ChangePackage) -> list[Section]:
    if not package.tests:
        return []
    rows = [
        {**_linked(site, community, root), "tests": [_test(site, tried.test) for tried in tests]}
        for community, tests in groupby(package.tests, key=lambda tried: tried.community)
    ]
    html = site.render("change-package-tests", rows=rows)
    return [Section("tests-of-change", site.text("change_package.tests"), html)]


def _test(site: Site, test: TestOfChange) -> dict[str, str]:
    return {
        "title": test.title,
        "when": period_words(test.started, test.ended),
        "idea": test.change_idea,
        "prediction": test.prediction or site.text("change_package.not_written"),
        "found": test.found or site.text("change_package.not_written"),
        "decision": site.label("decisions", test.decision)
        if test.decision
        else site.text("change_package.not_decided"),
    }


def _linked(site: Site, record: Community | CaseStudy, root: str) -> dict[str, object]:
    """Return a link to a record with the sentence that says what it is where it isn't documented."""
    return {
        "href": root + record.address,
        "title": record.title,
        "band": site.evidence_band(record),
    }
