"""Catalogue to finished pages: everything a reader can open, as values.

Files to take along are made in exports/; looks are in templates/ and theme/.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from knowledge_hub.catalogue.facets import BROWSE
from knowledge_hub.pages.frame.page import Heading, Page
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.pages.library.browse_page import create_browse_pages
from knowledge_hub.pages.library.change_package_page import create_change_package_pages
from knowledge_hub.pages.library.coverage_page import create_coverage_page
from knowledge_hub.pages.library.grouping import GROUPINGS
from knowledge_hub.pages.library.home_page import create_home_page
from knowledge_hub.pages.library.listing import create_listing
from knowledge_hub.pages.library.my_list_page import create_my_list_page
from knowledge_hub.pages.library.people_pages import create_people_pages
from knowledge_hub.pages.library.search_page import create_search_page
from knowledge_hub.pages.library.statistics_page import create_statistics_page
from knowledge_hub.pages.library.upkeep_page import create_upkeep_page
from knowledge_hub.pages.library.whats_new_page import create_whats_new_page
from knowledge_hub.pages.records.case_study_page import create_case_study_page
from knowledge_hub.pages.records.community_page import create_community_page
from knowledge_hub.pages.records.community_part_pages import create_part_pages
from knowledge_hub.pages.records.guide_page import render_guide, render_guide_ending
from knowledge_hub.pages.records.lesson_page import create_lesson_page
from knowledge_hub.pages.records.own_page import render_own_page
from knowledge_hub.pages.records.own_type_page import create_own_type_page
from knowledge_hub.pages.records.pathway_page import create_pathway_page
from knowledge_hub.pages.records.role_page import create_role_page
from knowledge_hub.pages.records.tests_of_change import create_test_pages
from knowledge_hub.pages.records.toolkit_page import create_toolkit_page
from knowledge_hub.pages.reference.cite_page import create_cite_page
from knowledge_hub.pages.reference.contribute_pages import create_contribute_page, create_form_page
from knowledge_hub.pages.reference.data_page import create_data_page
from knowledge_hub.pages.reference.field_guide import create_field_guide
from knowledge_hub.pages.reference.problems_page import create_problems_page
from knowledge_hub.pages.reference.reference_pages import (
    create_glossary_page,
    create_models_page,
    create_sources_page,
)
from knowledge_hub.pages.reference.run_chart_maker import create_run_chart_maker_page
from knowledge_hub.records import (
    RECORD_TYPES,
    CaseStudy,
    Community,
    Lesson,
    Pathway,
    Record,
    Role,
    Toolkit,
    is_own_type,
)

# A guide's page is hand-written; see guide_page.py.
_PAGE_MAKERS: dict[str, Callable[[Site, Any], Page]] = {
    Community.type: create_community_page,
    CaseStudy.type: create_case_study_page,
    Lesson.type: create_lesson_page,
    Toolkit.type: create_toolkit_page,
    Role.type: create_role_page,
    Pathway.type: create_pathway_page,
}


def create_pages(site: Site) -> Iterator[Page]:
    """Yield every generated page."""
    for record in site.catalogue.records:
        yield from make_record_pages(site, record)
    yield from create_other_pages(site)
    yield from create_last_pages(site)


def make_record_pages(site: Site, record: Record) -> Iterator[Page]:
    """Yield the pages of one record."""
    if maker := _PAGE_MAKERS.get(record.type) or (create_own_type_page if is_own_type(type(record)) else None):
        yield maker(site, record)
    if isinstance(record, Community):
        yield from create_part_pages(site, record)
        yield from create_test_pages(site, record)


def create_other_pages(site: Site) -> Iterator[Page]:
    """Yield the pages that aren't of one record: home, lists, browse, change packages, search, contributing, ...

    All but the last ones.
    """
    yield from _keep(site, "home", lambda: [create_home_page(site)])
    for cls in RECORD_TYPES:
        # An archived record leads to its list, too.
        if not any(isinstance(record, cls) for record in site.catalogue.records):
            continue
        yield from create_listing(
            site,
            f"{cls.folder}/",
            title=site.text(f"types.{cls.type}.many"),
            kind=site.text("lists.library"),
            intro=site.text(f"types.{cls.type}.intro"),
            records=site.catalogue.of_type(cls),
            search_query={"type": cls.type},
            up=BROWSE,
            grouping=GROUPINGS.get(cls.type),
        )
    yield from create_browse_pages(site)
    yield from create_change_package_pages(site)
    yield from _keep(site, "overviews", lambda: _create_overviews(site))
    # It tells of links, too.
    yield from create_upkeep_page(site)
    yield from _keep(site, "contribute", lambda: [create_contribute_page(site), create_form_page(site)])
    # Its examples may be long texts.
    yield from create_field_guide(site)
    yield from _keep(site, "reference", lambda: _create_reference(site))


def create_last_pages(site: Site) -> Iterator[Page]:
    """Yield the page about the data, for which all of it has to be there, and those that come after it."""
    yield from create_data_page(site)
    yield create_problems_page(site)
    yield create_run_chart_maker_page(site)


def _create_overviews(site: Site) -> Iterator[Page]:
    if site.has_search:
        yield create_search_page(site)
    yield create_my_list_page(site)
    yield create_whats_new_page(site)
    yield from create_coverage_page(site)
    yield create_statistics_page(site)
    yield from create_people_pages(site)


def _create_reference(site: Site) -> Iterator[Page]:
    yield from create_models_page(site)
    yield from create_glossary_page(site)
    yield from create_sources_page(site)
    yield from create_cite_page(site)


def _keep(site: Site, name: str, make: Callable[[], Iterable[Page]]) -> Iterable[Page]:
    """Return pages about the whole library; where it would show the same as before, they come from the keeper."""
    keeper = site.keeper
    if keeper is None:
        return make()
    key = site.views.describe_overview(name)
    return keeper.find_pages(key) or keeper.put_pages(key, make())


__all__ = [
    "Heading",
    "Page",
    "Site",
    "create_last_pages",
    "create_other_pages",
    "create_pages",
    "make_record_pages",
    "render_guide",
    "render_guide_ending",
    "render_own_page",
]
