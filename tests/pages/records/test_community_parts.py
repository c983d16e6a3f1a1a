"""A community in parts: which pages it has, and how everything that led to one page still leads on."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from knowledge_hub.pages import Page, Site, create_pages
from knowledge_hub.pages.search.record_sections import create_sections
from knowledge_hub.pages.sections.community_parts import section_address
from knowledge_hub.records import Community
from support.fixed_day import TODAY
from support.small_library import Fields, create_small_catalogue

DRIVERS = [{"text": "P", "secondary": [{"text": "S", "ideas": [{"text": "I", "toolkits": ["kit"]}]}]}]
MEASURES = [
    {"id": "old", "name": "Old", "kind": "outcome", "points": [{"date": "2024-01", "value": 1}]},
    {"id": "new", "name": "New", "kind": "outcome", "points": [{"date": "2025-01", "value": 1}]},
]
TESTS = [{"id": f"t{n}", "title": f"Test {n}", "change_idea": "x", "decision": "adopt"} for n in range(2)]
SESSIONS = [{"date": f"{year}-06-10", "kind": "meeting", "title": f"In {year}"} for year in (2020, 2097, 2098, 2099)]
RESULTS = [{"kind": "peer-network", "statement": f"They met {how}."} for how in ("soon", "late", "often", "twice")]
WHOLE: Fields = {
    "aim": {"text": "Better."},
    "drivers": DRIVERS,
    "measures": MEASURES,
    "tests_of_change": TESTS,
    "sessions": SESSIONS,
    "results": RESULTS,
    "evidence": {"status": "documented", "strength": "descriptive", "limits": "One account."},
    "sources": [{"source": "report", "supports": "All."}],
    "lessons": ["ask"],
    "toolkits": ["kit"],
}
OTHERS: dict[str, Fields] = {"lessons/ask": {}, "toolkits/kit": {}, "sources/report": {}}
HOME = "communities/network/"


def _site(folder: Path, fields: Fields) -> Site:
    return Site(create_small_catalogue(folder, {**OTHERS, HOME.rstrip("/"): fields}), TODAY)


def _pages(site: Site) -> dict[str, BeautifulSoup]:
    """Return the parsed pages of the community and its parts, without those of its tests."""
    pages: list[Page] = [page for page in create_pages(site) if page.address.startswith(HOME)]
    return {page.address.removeprefix(HOME): BeautifulSoup(page.html, "html.parser") for page in pages}


@pytest.mark.parametrize(
    ("fields", "parts"),
    [
        ({}, []),
        ({"sessions": SESSIONS, "results": RESULTS}, []),
        ({"sessions": SESSIONS, "measures": MEASURES}, ["measures/", "sessions/", "all/"]),
        ({"drivers": DRIVERS, "measures": MEASURES, "results": RESULTS}, ["drivers/", "measures/", "results/", "all/"]),
        (WHOLE, ["drivers/", "measures/", "tests/", "sessions/", "results/", "all/"]),
    ],
)
def test_a_community_has_parts_once_its_work_is_too_much_for_one_page(
    tmp_path: Path, fields: Fields, parts: list[str]
) -> None:
    """From two of drivers, measures, tests and sessions on; each page leads to every other one and says which it is."""
    pages = _pages(_site(tmp_path, {**fields}))
    assert [address for address in pages if address and not address.startswith("tests/t")] == parts
    names = {
        address: [link["href"] for link in soup.select(".hub-community-parts a")]
        for address, soup in pages.items()
        if not address.startswith("tests/t")
    }
    assert all(len(links) == (len(parts) + 1 if parts else 0) for links in names.values())
    for address in names if parts else ():
        assert len(pages[address].select(".hub-community-parts [aria-current=page]")) == 1


def test_every_old_fragment_leads_to_its_part(tmp_path: Path) -> None:
    """What had a fragment when one page held everything has it on the overview, or a link there that took it over."""
    pages = _pages(_site(tmp_path, WHOLE))
    overview = pages[""]
    moved = {link["data-moved"]: str(link["href"]) for link in overview.select("a[data-moved]")}
    old = [tag["id"] for tag in pages["all/"].select(".hub-record__body :is(h2, h3)[id]")]
    assert {"drivers", "measure-old", "measure-new", "lessons", "toolkits", "sources", "aim"} <= set(old)
    for fragment in old:
        assert overview.find(id=fragment), fragment
    for fragment, href in moved.items():
        page, _, name = href.removeprefix(f"../../{HOME}").partition("#")
        assert name == fragment
        assert pages[page].find(id=fragment), href
    assert set(moved) == {
        fragment for fragment in old if fragment not in ("about", "aim", "timeline", "evidence-limits")
    }


def test_the_overview_says_what_matters_first(tmp_path: Path) -> None:
    """The aim, the newest chart, the next sessions and what came out, each with the way to all of it."""
    overview = _pages(_site(tmp_path, WHOLE))[""]
    ids = [heading["id"] for heading in overview.select(".hub-record__body > section > h2")]
    assert ids[:6] == ["about", "aim", "measures", "sessions", "results", "evidence-limits"]
    assert [title.get_text() for title in overview.select("figure.hub-run-chart svg > title")] == ["New"]
    assert [title.get_text() for title in overview.select(".hub-timeline__title")] == ["In 2097", "In 2098"]
    assert len(overview.select(".hub-results li")) == 3


def test_search_leads_to_the_page_of_a_section(tmp_path: Path) -> None:
    """Each section that is found stands where the result leads."""
    site = _site(tmp_path, WHOLE)
    pages, record = _pages(site), site.catalogue.get("community", "network")
    assert isinstance(record, Community)
    sections = list(create_sections(site, record))
    assert {"drivers/#drivers", "measures/#measures", "aim"} <= {section.place for section in sections}
    for section in sections:
        assert pages[section.page].find(id=section.fragment), section.place
    assert section_address(record, "drivers") == f"{HOME}drivers/#drivers"


def test_a_part_says_what_its_community_rests_on(tmp_path: Path) -> None:
    """Whoever comes from a search sees on each page that it is made up; what it doesn't show is said once."""
    pages = _pages(_site(tmp_path, {**WHOLE, "evidence": {"status": "composite", "limits": "Made up."}, "sources": []}))
    assert [address for address, soup in pages.items() if len(soup.select("header .hub-band")) != 1] == []
    assert str(pages[""]).count("Made up.") == 1
    assert str(pages["results/"]).count("Made up.") == 1
