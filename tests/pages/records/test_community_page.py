"""The page of a community as the hub of its work, and what follows the day of the build."""

import datetime
from collections.abc import Iterable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from knowledge_hub.pages import Page, Site, create_pages
from knowledge_hub.records.community import TestOfChange as Cycle
from knowledge_hub.visuals.numbered_tests import NumberedTest, number_tests
from support.fixed_day import TODAY
from support.small_library import Fields, create_small_catalogue

WHOLE: Fields = {
    "about": "What it is.",
    "charter": {"purpose": "To learn."},
    "aim": {"text": "Better."},
    "domain": "What they care about.",
    "practice": "What they build.",
    "teams": {"count": 1},
    "components": [{"part": "aim", "present": "yes"}],
    "drivers": [
        {"text": "P", "secondary": [{"text": "S", "ideas": [{"text": "I", "tests": ["first"], "toolkits": ["kit"]}]}]}
    ],
    "measures": [{"id": "seen", "name": "Seen", "kind": "outcome", "points": [{"date": "2025-01", "value": 1}]}],
    "tests_of_change": [
        {"id": "first", "title": "First", "change_idea": "x", "started": "2025-02", "measures": ["seen"]}
    ],
    "sessions": [
        {"date": "2026-06-01", "kind": "meeting", "title": "On the day"},
        {"date": "2026-05-31", "kind": "meeting", "title": "The day before"},
        {"date": "2026-06", "kind": "meeting", "title": "Some time in June"},
    ],
    "results": [{"kind": "peer-network", "statement": "They met."}],
    "lessons": ["ask"],
    "toolkits": ["kit"],
    "roles": ["nurse"],
}
OTHERS: dict[str, Fields] = {"lessons/ask": {}, "toolkits/kit": {}, "roles/nurse": {}}


def _pages(folder: Path, today: datetime.date = TODAY, **fields: object) -> dict[str, Page]:
    records = {**OTHERS, "communities/network": {**WHOLE, **fields}}
    site = Site(create_small_catalogue(folder, records), today)
    return {page.address: page for page in create_pages(site)}


def _soup(page: Page) -> BeautifulSoup:
    return BeautifulSoup(page.html, "html.parser")


def _section(page: Page, section_id: str) -> Tag:
    section = _soup(page).find("section", attrs={"aria-labelledby": section_id})
    assert isinstance(section, Tag)
    return section


def _contents(page: Page) -> list[str]:
    """Return the ids of a page's sections, as its contents have them."""
    return [str(link["href"]).removeprefix("#") for link in _soup(page).select(".hub-contents--open a")]


def test_a_community_with_an_aim_is_read_from_aim_to_results(tmp_path: Path) -> None:
    """A CoIIN has its own shape: aim, drivers, measures, tests, then what came of it."""
    assert _contents(_pages(tmp_path, kind="coiin")["communities/network/all/"]) == [
        *("about", "aim", "domain", "practice", "timeline", "teams", "at-the-table", "charter"),
        *("drivers", "measures", "tests-of-change", "sessions", "results", "lessons", "toolkits", "components"),
        "connections",
    ]


def test_a_community_of_interest_is_read_from_domain_to_what_it_made(tmp_path: Path) -> None:
    """A community of practice has another: domain, practice, people, sessions, tools."""
    assert _contents(_pages(tmp_path, kind="cop", aim=None)["communities/network/all/"]) == [
        *("about", "domain", "practice", "teams", "at-the-table", "charter", "timeline", "sessions"),
        *("toolkits", "lessons", "tests-of-change", "drivers", "measures", "results", "components", "connections"),
    ]


def test_what_a_community_lacks_leaves_no_trace(tmp_path: Path) -> None:
    """No empty section, no picture of nothing."""
    site = Site(create_small_catalogue(tmp_path, {"communities/network": {}}), TODAY)
    pages = {page.address: page for page in create_pages(site)}
    assert _contents(pages["communities/network/"]) == ["about"]
    assert "<svg" not in _soup(pages["communities/network/"]).select_one("article").decode()


@pytest.mark.parametrize(
    ("today", "coming"),
    [
        (datetime.date(2026, 5, 31), ["The day before", "On the day", "Some time in June"]),
        (datetime.date(2026, 6, 2), ["On the day", "Some time in June"]),
        (datetime.date(2026, 6, 30), ["Some time in June"]),
        (datetime.date(2026, 7, 2), []),
    ],
)
def test_sessions_are_past_or_coming_by_the_day_of_the_build(
    tmp_path: Path, today: datetime.date, coming: list[str]
) -> None:
    """A session is coming until all of it is over; the earliest stands first."""
    section = _section(_pages(tmp_path, today)["communities/network/sessions/"], "sessions")
    titles = [title.get_text() for title in section.select("h3 + ol .hub-timeline__title")]
    assert titles == coming
    assert len(section.select("[data-over]")) == len(coming)


def test_a_page_with_sessions_says_when_each_is_over(tmp_path: Path) -> None:
    """By the clock of the session, so that any browser can tell; nobody but a page with sessions has the script."""
    timed = {"date": "2026-06-02", "starts": "18:00", "ends": "20:00", "timezone": "eastern"}
    sessions = [{**timed, "kind": "meeting", "title": "Late"}, {"date": "2026-06", "kind": "meeting", "title": "June"}]
    pages = _pages(tmp_path, sessions=sessions)
    page = pages["communities/network/all/"]
    assert [item["data-over"] for item in _section(page, "sessions").select("li[data-over]")] == [
        *("2026-07-01T12:00Z", "2026-06-03T00:00Z"),
    ]
    marks = _section(page, "timeline").select("[data-over]")
    assert sorted(mark["data-over"] for mark in marks) == ["2026-06-03T00:00Z", "2026-07-01T12:00Z"]
    assert page.scripts == pages["communities/network/sessions/"].scripts == ("contents", "sessions")
    assert pages["communities/network/"].scripts == ("contents", "community-parts", "sessions")
    without = _pages(tmp_path / "none", sessions=[])
    assert "sessions" not in {name for page in without.values() for name in page.scripts}


def test_each_test_of_change_has_a_page(tmp_path: Path) -> None:
    """The log, the chart, the timeline and the drivers all lead to it, and it leads back."""
    pages = _pages(tmp_path)
    address = "communities/network/tests/first/"
    links = {
        section_id: [link["href"] for link in _section(pages["communities/network/all/"], section_id).select("a[href]")]
        for section_id in ("timeline", "drivers", "measures", "tests-of-change")
    }
    assert [section_id for section_id, hrefs in links.items() if f"../../../{address}" not in hrefs] == []
    back = [link["href"] for link in _soup(pages[address]).select("article a[href]")]
    assert "../../../../communities/network/tests/#tests-of-change" in back
    assert "../../../../communities/network/measures/#measure-seen" in back


REVIEW = {"reviewed_on": "2025-01-15", "owner": "one"}


@pytest.mark.parametrize(
    ("fields", "bands"),
    [
        ({}, []),
        ({"status": "archived"}, ["hub-band--archived"]),
        ({"review": {**REVIEW, "review_by": "2026-05-31"}}, ["hub-band--overdue"]),
        ({"sensitivity": ["suicide"]}, ["hub-band--help"]),
    ],
)
def test_a_test_of_change_says_what_its_community_says_of_itself(
    tmp_path: Path, fields: Fields, bands: list[str]
) -> None:
    """Who comes from a search or a link has not seen the community's page."""
    pages = _pages(tmp_path, **fields)
    for address in ("communities/network/", "communities/network/tests/first/"):
        found = _soup(pages[address]).select("header .hub-band")
        # What it rests on is said of every community that made-up fields make.
        named = [name for band in found for name in band["class"] if name.startswith("hub-band--")]
        assert named == bands, address


def test_an_archived_community_leads_on_from_the_pages_of_its_tests(tmp_path: Path) -> None:
    """To what is read instead."""
    records = {
        **OTHERS,
        "communities/network": {**WHOLE, "status": "archived", "replaced_by": "next"},
        "communities/next": {"title": "The next one"},
    }
    site = Site(create_small_catalogue(tmp_path, records), TODAY)
    soup = _soup(next(page for page in create_pages(site) if page.address.endswith("/tests/first/")))
    link = soup.select_one(".hub-band--archived a")
    assert link is not None
    assert (link["href"], link.get_text()) == ("../../../../communities/next/", "The next one")


def test_tests_of_change_are_numbered_once_a_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Timeline, measures and log of a page share them; pages of parts share theirs, and those of tests theirs."""
    made: list[tuple[NumberedTest, ...]] = []

    def count(tests: Iterable[tuple[Cycle, str]]) -> tuple[NumberedTest, ...]:
        made.append(number_tests(tests))
        return made[-1]

    monkeypatch.setattr("knowledge_hub.pages.frame.site.number_tests", count)
    tests = [{"id": f"test-{number}", "title": str(number), "change_idea": "x"} for number in range(5)]
    _pages(tmp_path, tests_of_change=tests, drivers=[])
    assert [len(numbered) for numbered in made] == [5, 5, 5]


def test_an_idea_leads_to_its_tests_in_order_of_time(tmp_path: Path) -> None:
    """The drivers list the tests of an idea as the log does: those without a date last."""
    named = {"undated": {}, "late": {"started": "2025-03"}, "early": {"started": "2025-02"}}
    tests = [{"id": name, "title": name, "change_idea": "x", **dates} for name, dates in named.items()]
    drivers = [{"text": "P", "secondary": [{"text": "S", "ideas": [{"text": "I", "tests": list(named)}]}]}]
    pages = _pages(tmp_path, tests_of_change=tests, drivers=drivers, measures=[])
    links = _section(pages["communities/network/drivers/"], "drivers").select("a[href*='/tests/']")
    assert [link.get_text() for link in links] == ["early", "late", "undated"]


def test_the_rules_are_named_with_their_sources_where_the_library_has_them(tmp_path: Path) -> None:
    """A link to a source that isn't there would lead nowhere."""
    without = _section(_pages(tmp_path)["communities/network/measures/"], "measures")
    assert "Perla and others, 2011" in without.get_text()
    assert [link["href"] for link in without.select(".hub-measure__rules a")] == ["../../../run-chart-maker/"]
    records = {**OTHERS, "communities/network": WHOLE, "sources/perla-2011": {}, "sources/anhoej-2014": {}}
    site = Site(create_small_catalogue(tmp_path / "with", records), TODAY)
    page = next(page for page in create_pages(site) if page.address == "communities/network/measures/")
    links = [link["href"] for link in _section(page, "measures").select(".hub-measure__rules a")]
    assert links == ["../../../sources/#perla-2011", "../../../sources/#anhoej-2014", "../../../run-chart-maker/"]


def test_a_case_study_shows_its_measures_too(tmp_path: Path) -> None:
    """The same chart, without tests of change."""
    records = {"case-studies/river": {"measures": WHOLE["measures"]}}
    site = Site(create_small_catalogue(tmp_path, records), TODAY)
    page = next(page for page in create_pages(site) if page.address == "case-studies/river/")
    assert _section(page, "measures").select_one("figure.hub-run-chart svg[role=img] > title").get_text() == "Seen"


def test_a_unit_keeps_its_capitals(tmp_path: Path) -> None:
    """Above the chart only the first letter is made large."""
    points = [{"date": "2025-01", "value": 12}]
    measure = {"id": "score", "name": "Score", "kind": "outcome", "unit": "PHQ-9 points", "points": points}
    pages = _pages(tmp_path, measures=[measure], tests_of_change=[], drivers=[])
    axis = _section(pages["communities/network/"], "measures").select_one(".hub-run-chart__axis")
    assert axis is not None
    assert axis.get_text(strip=True) == "PHQ-9 points"
