"""The driver diagram of a community: a nested list that wide screens draw as a tree."""

from collections.abc import Iterable

from knowledge_hub.catalogue.catalogue import Catalogue
from knowledge_hub.pages.frame.record_parts import Section
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.records import Community, Record, Toolkit
from knowledge_hub.records.community import ChangeIdea
from knowledge_hub.visuals.driver_diagram import write_driver_summary


def drivers_section(site: Site, root: str, community: Community) -> list[Section]:
    """Return what has to be right for the aim, down to ideas with their tools and tests of change."""
    if not community.drivers:
        return []
    drivers = [
        {
            "text": primary.text,
            "secondary": [
                {
                    "text": secondary.text,
                    "ideas": [_create_idea(site, root, community, idea) for idea in secondary.ideas],
                }
                for secondary in primary.secondary
            ],
        }
        for primary in community.drivers
    ]
    html = site.render(
        "driver-diagram",
        summary=write_driver_summary(community.drivers),
        aim=community.aim.text if community.aim else "",
        drivers=drivers,
    )
    return [Section("drivers", site.text("community.drivers"), html)]


def find_toolkits(catalogue: Catalogue, idea: ChangeIdea) -> list[Record]:
    """Return the published toolkits that an idea for change names, in its order."""
    found = (catalogue.get(Toolkit.type, toolkit_id) for toolkit_id in idea.toolkits)
    return [kit for kit in found if kit]


def _create_idea(site: Site, root: str, community: Community, idea: ChangeIdea) -> dict[str, object]:
    tests = [test for test in community.tests_in_order if test.id in idea.tests]
    return {
        "text": idea.text,
        "tools": _links((root + kit.address, kit.title) for kit in find_toolkits(site.catalogue, idea)),
        "tests": _links((root + community.test_address(test), test.title) for test in tests),
    }


def _links(pairs: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"href": href, "title": title} for href, title in pairs]
