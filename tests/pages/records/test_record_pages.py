"""The pages of records, from small libraries to finished HTML."""

import datetime
from collections.abc import Mapping
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from knowledge_hub.catalogue.from_library import create_catalogue
from knowledge_hub.pages import Page, Site, create_pages
from knowledge_hub.pages.frame.facts import choose_columns
from support.fixed_day import TODAY
from support.small_library import Fields, create_small_catalogue, read_content, write_content


def create_small_pages(folder: Path, records: Mapping[str, Fields], *, with_drafts: bool = False) -> dict[str, Page]:
    """Return the finished pages of a small library by address."""
    site = Site(create_small_catalogue(folder, records, with_drafts=with_drafts), TODAY)
    return {page.address: page for page in create_pages(site)}


def rows_of(page: Page, section_id: str) -> list[str]:
    """Return the lines of the list in one section of a page."""
    section = BeautifulSoup(page.html, "html.parser").find("section", attrs={"aria-labelledby": section_id})
    return [item.get_text(" ", strip=True) for item in section.find_all("li")] if section else []


def test_how_two_roles_work_together_stands_on_both_pages(tmp_path: Path) -> None:
    """One record says how; both roles show it, and a role's own words win on its own page."""
    pages = create_small_pages(
        tmp_path,
        {
            "roles/nurse": {"works_with": [{"role": "principal", "how": "They plan."}]},
            "roles/principal": {"works_with": [{"role": "parent", "how": "They talk."}]},
            "roles/parent": {"works_with": [{"role": "principal", "how": "They listen."}]},
        },
    )
    assert rows_of(pages["roles/nurse/"], "works-with") == ["principal They plan."]
    assert rows_of(pages["roles/principal/"], "works-with") == ["parent They talk.", "nurse They plan."]
    assert rows_of(pages["roles/parent/"], "works-with") == ["principal They listen."]


def test_the_strip_says_what_a_reader_decides_by(tmp_path: Path) -> None:
    """Where, when, who, how it went and how sure stand before the body; what isn't shown stands below the results."""
    pages = create_small_pages(
        tmp_path,
        {
            "sources/report": {},
            "lessons/ask": {},
            "case-studies/river": {
                "period": {"start": "2019"},
                "outcome": "mixed",
                "results": [{"kind": "peer-network", "statement": "They met."}],
                "learned": ["ask"],
                "evidence": {"status": "documented", "strength": "descriptive", "limits": "One account."},
                "sources": [{"source": "report", "supports": "All of it."}],
            },
        },
    )
    soup = BeautifulSoup(pages["case-studies/river/"].html, "html.parser")
    strip = soup.select(".hub-facts__item")
    facts = {item.dt.get_text(): item.select_one(".hub-facts__text").get_text() for item in strip}
    assert facts == {
        "Where": "Ma",
        "When": "From 2019",
        "Who": "Health",
        "How it went": "Mixed",
        "Evidence": "Documented: descriptive",
    }
    assert [link["href"] for link in soup.select(".hub-facts a")] == ["#evidence-limits"]
    ids = [heading["id"] for heading in soup.select(".hub-record__body h2")]
    assert ids[-4:] == ["results", "evidence-limits", "lessons", "sources"]
    assert "One account." in soup.find(id="evidence-limits").parent.get_text()


@pytest.mark.parametrize(
    ("facts", "columns"), [(1, 3), (2, 3), (3, 3), (4, 4), (5, 3), (6, 3), (7, 4), (8, 3), (10, 4)]
)
def test_no_fact_stands_alone_in_a_row(facts: int, columns: int) -> None:
    """The strip has as many columns as leave no lone cell in its last row."""
    assert choose_columns(facts) == columns


@pytest.mark.parametrize(("days_ago", "bands"), [(0, 0), (1, 1)])
def test_a_review_is_overdue_the_day_after(tmp_path: Path, days_ago: int, bands: int) -> None:
    """The page says when it was reviewed, and warns when nobody looked again in time."""
    review_by = TODAY - datetime.timedelta(days_ago)
    review = {"reviewed_on": "2026-01-15", "review_by": review_by.isoformat(), "owner": "one"}
    pages = create_small_pages(tmp_path, {"lessons/ask": {"review": review}})
    soup = BeautifulSoup(pages["lessons/ask/"].html, "html.parser")
    assert soup.find("time", attrs={"datetime": "2026-01-15"}).get_text() == "January 15, 2026"
    assert len(soup.select(".hub-band--overdue")) == bands


def test_the_table_goes_from_level_to_level(tmp_path: Path) -> None:
    """Participants stand in the order of levels, then disciplines; a role's record fills what isn't said."""
    table = [
        {"name": "A parent", "discipline": "education", "level": "state", "contribution": "Spoke."},
        {"role": "nurse", "contribution": "Asked."},
        {"name": "Someone", "contribution": "Wrote."},
    ]
    pages = create_small_pages(
        tmp_path,
        {
            "case-studies/river": {"participants": table},
            "roles/nurse": {"discipline": "health", "levels": ["local"]},
        },
    )
    soup = BeautifulSoup(pages["case-studies/river/"].html, "html.parser")
    rows = [[cell.get_text(strip=True) for cell in row.find_all(["th", "td"])] for row in soup.select("tbody tr")]
    assert rows == [
        ["nurse", "Local", "Health", "Asked."],
        ["A parent", "State", "Education", "Spoke."],
        ["Someone", "Not stated", "Not stated", "Wrote."],
    ]


def test_lessons_are_read_where_they_apply(tmp_path: Path) -> None:
    """A lesson stands with its statement in the case study, toolkit, role and community it belongs to."""
    pages = create_small_pages(
        tmp_path,
        {
            "lessons/ask": {"statement": "Ask first.", "seen_in": [{"community": "network"}], "for_roles": ["nurse"]},
            "case-studies/river": {"learned": ["ask"]},
            "toolkits/kit": {"lessons": ["ask"]},
            "roles/nurse": {},
            "communities/network": {},
        },
    )
    for address in ("case-studies/river/", "toolkits/kit/", "roles/nurse/", "communities/network/"):
        assert rows_of(pages[address], "lessons") == ["ask Ask first."]


def test_a_community_gathers_what_came_out_of_it(tmp_path: Path) -> None:
    """Case studies and tools stand on the community's page, whichever record names the other."""
    pages = create_small_pages(
        tmp_path,
        {
            "communities/network": {"toolkits": ["kit"]},
            "case-studies/river": {"communities": ["network"]},
            "toolkits/kit": {},
        },
    )
    cards = BeautifulSoup(pages["communities/network/"].html, "html.parser").select(".hub-card a")
    assert [card["href"] for card in cards] == ["../../case-studies/river/", "../../toolkits/kit/"]


def test_bands_warn_before_the_body(tmp_path: Path) -> None:
    """Drafts, archived records, hard subjects and illustrations say so at the top."""
    pages = create_small_pages(
        tmp_path,
        {
            "lessons/draft": {"status": "draft"},
            "lessons/old": {"status": "archived", "replaced_by": "new"},
            "lessons/new": {},
            "lessons/hard": {"sensitivity": ["suicide"]},
            "lessons/made-up": {"evidence": {"status": "composite"}},
        },
        with_drafts=True,
    )
    bands = {
        address: [
            band.get_text(" ", strip=True).split(".")[0]
            for band in BeautifulSoup(page.html, "html.parser").select(".hub-band")
        ]
        for address, page in pages.items()
        if address.startswith("lessons/") and address != "lessons/"
    }
    own = "This is the hub’s own guidance"
    assert bands == {
        "lessons/draft/": ["Draft", own],
        "lessons/old/": ["Archived", own],
        "lessons/new/": [own],
        "lessons/hard/": ["This page touches on a hard subject", own],
        "lessons/made-up/": ["This is an illustration put together from many experiences"],
    }
    old = BeautifulSoup(pages["lessons/old/"].html, "html.parser")
    assert old.select_one(".hub-band--archived a")["href"] == "../../lessons/new/"
    assert "lessons/old/" not in pages["lessons/"].html


def test_the_contents_name_every_section(tmp_path: Path) -> None:
    """What stands in the contents is on the page, in the same order."""
    pages = create_small_pages(tmp_path, {"lessons/ask": {"pitfalls": ["Haste."]}})
    page = pages["lessons/ask/"]
    soup = BeautifulSoup(page.html, "html.parser")
    sections = [(f"#{part.h2['id']}", part.h2.get_text()) for part in soup.select(".hub-record__body > section")]
    assert len(sections) > 1
    for contents in (".hub-contents--open a", ".hub-contents--closed a"):
        assert [(link["href"], link.get_text()) for link in soup.select(contents)] == sections
    assert page.scripts == ("contents",)


def test_an_empty_library_has_its_pages(tmp_path: Path) -> None:
    """A new hub works before its first record; what would be an empty page isn't there."""
    pages = create_small_pages(tmp_path, {})
    assert {"", "browse/", "search/", "contribute/"} <= set(pages)
    assert {"glossary/", "sources/", "lessons/", "coverage/", "change-packages/"} & set(pages) == set()
    assert all(page.title and page.description and page.html for page in pages.values())


def test_a_choice_of_the_hosts_own_needs_no_mark(tmp_path: Path) -> None:
    """A host may add an outcome or a component's state; its pages come out without a mark of our own."""
    component = {"part": "aim", "present": "spread"}
    records = {"case-studies/river": {"outcome": "spread"}, "communities/network": {"components": [component]}}
    content = write_content(tmp_path, records)
    for name in ("outcomes", "component-states"):
        with (content / "vocabularies" / f"{name}.yml").open("a", encoding="utf-8") as file:
            file.write("  - id: spread\n    label: {en: Spread}\n")
    library, problems = read_content(content)
    assert problems == []
    pages = {page.address: page.html for page in create_pages(Site(create_catalogue(library), TODAY))}
    assert "Spread" in pages["case-studies/river/"]
    assert "<li>Spread</li>" in pages["case-studies/"]
    profile = BeautifulSoup(pages["communities/network/"], "html.parser").find(
        "section", attrs={"aria-labelledby": "components"}
    )
    assert profile is not None
    assert "Spread" in [cell.get_text(strip=True) for cell in profile.select("td")]
    assert profile.p.get_text().startswith(
        "0 of 2 parts are there, 1 has another state, and of 1 the sources say nothing."
    )


_FACTS = [
    {"statement": "In 2020, 40 of 136 schools met.", "locator": "abstract", "read_on": "2026-01-15"},
    {"statement": "Families were asked twice.", "locator": "p. 3", "read_on": "2026-01-16"},
]
_RESULTS = [
    {"kind": "peer-network", "statement": "40 schools met.", "sources": ["report"]},
    {"kind": "peer-network", "statement": "Nobody left.", "sources": ["report"]},
]


def _documented(**fields: object) -> Fields:
    evidence = {"status": "documented", "limits": "x"}
    return {"evidence": evidence, "sources": [{"source": "report", "supports": "x"}], **fields}


def test_a_result_shows_the_fact_behind_it(tmp_path: Path) -> None:
    """What the source says, where and when it was read, folded below the result; nothing where no fact is near."""
    pages = create_small_pages(
        tmp_path, {"sources/report": {"facts": _FACTS}, "case-studies/place": _documented(results=_RESULTS)}
    )
    first, second = BeautifulSoup(pages["case-studies/place/"].html, "html.parser").select(".hub-results > li")
    assert first.details.summary.get_text() == "What the source says"
    (said,) = first.details.select("p")
    assert said.get_text(" ", strip=True) == "In 2020, 40 of 136 schools met. (abstract, read January 15, 2026)"
    assert second.details is None


def test_facts_of_one_place_and_day_say_so_once(tmp_path: Path) -> None:
    """A page with hundreds of facts needn't repeat it in each."""
    facts = [{**_FACTS[0], "statement": f"{number} schools met."} for number in (40, 136)]
    pages = create_small_pages(tmp_path, {"sources/report": {"facts": facts}})
    entry = BeautifulSoup(pages["sources/"].html, "html.parser").select_one(".hub-sources > li")
    assert entry.details.p.get_text() == "What we read in it: abstract, read January 15, 2026"
    assert [item.get_text() for item in entry.select("ol > li")] == ["40 schools met.", "136 schools met."]


def test_the_sources_page_shows_facts_and_what_rests_on_each(tmp_path: Path) -> None:
    """Each page says on which facts it rests, by their numbers."""
    lesson = _documented(sources=[{"source": "report", "supports": "That families were asked."}])
    pages = create_small_pages(
        tmp_path,
        {
            "sources/report": {"facts": _FACTS},
            "case-studies/place": _documented(results=_RESULTS),
            "lessons/ask": lesson,
        },
    )
    entry = BeautifulSoup(pages["sources/"].html, "html.parser").select_one(".hub-sources > li")
    assert entry.details.summary.get_text() == "Read: whole (2 facts). 2 pages rest on it."
    assert entry.details.p.get_text() == "What we read in it:"
    assert (
        entry.details.ol.li.get_text(" ", strip=True)
        == "In 2020, 40 of 136 schools met. (abstract, read January 15, 2026)"
    )
    assert {link["href"]: link.parent.span.get_text() for link in entry.details.select("a")} == {
        "../case-studies/place/#results": "(fact 1)",
        "../lessons/ask/": "(fact 2)",
    }
