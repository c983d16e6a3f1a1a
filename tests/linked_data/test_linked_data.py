"""What pages say of themselves to machines, by schema.org."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from knowledge_hub.linked_data.block import create_linked_data, write_block
from knowledge_hub.linked_data.hub import LinkedHub
from knowledge_hub.linked_data.node import LinkedPage, create_node, name_node
from knowledge_hub.settings.settings import Settings
from support.rules.linked_data import read_linked_data
from support.rules.schema_org import find_faults
from support.small_library import Fields, create_small_catalogue

SETTINGS = Settings(site_name="Our hub", site_url="https://hub.example/sub/", host="Our office")
REVIEW = {"reviewed_on": "2026-02-03", "review_by": "2027-02-03", "owner": "one"}
NOT_REAL = "This is an illustration put together from many experiences. It is not a real place."


def _open(folder: Path, records: Mapping[str, Fields], settings: Settings = SETTINGS) -> LinkedHub:
    return LinkedHub(create_small_catalogue(folder, records), settings)


def _describe(hub: LinkedHub, address: str, title: str = "A title", description: str = "What it is.") -> dict[str, Any]:
    """Return what a page says of itself, once schema.org has nothing against it."""
    nodes = read_linked_data(create_linked_data(hub, LinkedPage(address, title, description)))
    assert [list(find_faults(node)) for node in nodes] == [[]] * len(nodes)
    return nodes[0]


def test_a_lesson_says_who_made_it_when_and_what_it_is_about(tmp_path: Path) -> None:
    """Author, day of the last check, license, the site it belongs to, its subjects, sources and places."""
    fields = {
        "title": "Ask first",
        "summary": "A short talk helps.",
        "statement": "Ask before you plan.",
        "aliases": ["team talk"],
        "domains": ["teaming"],
        "stages": ["test"],
        "places": [],
        "review": REVIEW,
        "credit": {"authors": ["two"]},
        "sources": [{"source": "report", "supports": "All of it."}],
        "evidence": {"status": "documented", "limits": "One place."},
    }
    records = {
        "contributors/two": {
            "name": "Ada",
            "kind": "person",
            "url": "https://ada.example/",
            "orcid": "0000-0002-1825-0097",
        },
        "sources/report": {"title": "A report", "doi": "10.1000/182"},
        "lessons/ask": fields,
    }
    hub = _open(tmp_path, records)
    assert _describe(hub, "lessons/ask/") == {
        "@type": ["Article", "LearningResource"],
        "url": "https://hub.example/sub/lessons/ask/",
        "name": "Ask first",
        "headline": "Ask first",
        "description": "A short talk helps.",
        "inLanguage": "en",
        "author": [
            {
                "@type": "Person",
                "name": "Ada",
                "url": "https://ada.example/",
                "sameAs": "https://orcid.org/0000-0002-1825-0097",
            }
        ],
        "publisher": {"@type": "Organization", "name": "Our office", "url": "https://hub.example/sub/"},
        "dateModified": "2026-02-03",
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "isPartOf": {"@type": "WebSite", "name": "Our hub", "url": "https://hub.example/sub/"},
        "about": [{"@type": "DefinedTerm", "name": "Teaming"}, {"@type": "DefinedTerm", "name": "Test"}],
        "keywords": ["team talk"],
        "citation": [{"@type": "CreativeWork", "name": "A report", "url": "https://doi.org/10.1000/182"}],
        "learningResourceType": "Lesson learned",
        "teaches": "Ask before you plan.",
    }


def test_what_is_no_report_says_so(tmp_path: Path) -> None:
    """Nobody takes an illustration for a real place, or a page that is only kept for a current one."""
    composite = {"evidence": {"status": "composite"}, "status": "archived", "review": REVIEW}
    found = _describe(_open(tmp_path, {"case-studies/one": composite}), "case-studies/one/")
    assert (found["disambiguatingDescription"], found["creativeWorkStatus"]) == (NOT_REAL, "Obsolete")


@pytest.mark.parametrize(
    ("period", "interval"),
    [
        ({"start": "2021-09", "end": "2022"}, "2021-09/2022"),
        ({"start": "2021"}, "2021/.."),
        ({"end": "2022"}, "../2022"),
    ],
)
def test_a_case_study_says_when_it_was(tmp_path: Path, period: Fields, interval: str) -> None:
    """As an interval with an open end where one isn't known (ISO 8601-2)."""
    assert (
        _describe(_open(tmp_path, {"case-studies/one": {"period": period}}), "case-studies/one/")["temporalCoverage"]
        == interval
    )


def test_a_toolkit_is_a_way_to_do_something(tmp_path: Path) -> None:
    """Its steps have their names and their order."""
    steps = [{"title": "Meet", "text": "Meet."}, {"title": "Plan", "text": "Plan."}]
    found = _describe(_open(tmp_path, {"toolkits/kit": {"steps": steps}}), "toolkits/kit/")
    assert found["@type"] == ["HowTo", "LearningResource"]
    assert found["step"] == [
        {"@type": "HowToStep", "position": 1, "name": "Meet"},
        {"@type": "HowToStep", "position": 2, "name": "Plan"},
    ]


def test_a_pathway_says_what_to_read_and_how_long_it_takes(tmp_path: Path) -> None:
    """A step that readers can't see yet is left out of both."""
    steps = [
        {"read": "lesson:ask", "why": "First.", "minutes": 5},
        {"read": "lesson:later", "why": "Then.", "minutes": 7},
    ]
    records = {
        "lessons/ask": {"title": "Ask"},
        "lessons/later": {"status": "draft"},
        "pathways/way": {"steps": steps, "for_whom": "Whoever is new"},
    }
    found = _describe(_open(tmp_path, records), "pathways/way/")
    address = "https://hub.example/sub/lessons/ask/"
    assert found["timeRequired"] == "PT5M"
    assert found["hasPart"] == [{"@type": "CreativeWork", "name": "Ask", "url": address, "timeRequired": "PT5M"}]


SESSIONS = [
    {"date": "2026-03-01", "kind": "meeting", "title": "All day"},
    {
        "date": "2026-04-01",
        "starts": "14:00",
        "ends": "15:30",
        "timezone": "eastern",
        "kind": "meeting",
        "title": "Called off",
        "cancelled": True,
    },
    {"date": "2026-05", "kind": "meeting", "title": "Some day"},
]


def test_a_community_is_an_organization_with_events(tmp_path: Path) -> None:
    """Sessions whose day is known are events, with moments where the hours are known, and cancelled ones say so."""
    fields = {
        "title": "Network",
        "aim": None,
        "started": "2025-09",
        "sessions": SESSIONS,
        "evidence": {"status": "editorial"},
    }
    found = _describe(_open(tmp_path, {"communities/net": fields}), "communities/net/")
    body = found["mainEntity"]
    assert (found["@type"], body["@type"], body["foundingDate"]) == ("WebPage", "Organization", "2025-09")
    told = [(event["name"], event["startDate"], event["endDate"], event["eventStatus"][19:]) for event in body["event"]]
    assert told == [
        ("Network: All day", "2026-03-01", "2026-03-01", "EventScheduled"),
        ("Network: Called off", "2026-04-01T14:00:00-04:00", "2026-04-01T15:30:00-04:00", "EventCancelled"),
    ]
    assert "eventAttendanceMode" not in body["event"][0]


def test_a_made_up_community_is_no_organization(tmp_path: Path) -> None:
    """There is no such body, and nobody meets."""
    fields = {"sessions": SESSIONS, "evidence": {"status": "composite"}}
    assert "mainEntity" not in _describe(_open(tmp_path, {"communities/net": fields}), "communities/net/")


def test_a_community_with_an_aim_is_a_project_and_its_sessions_stand_where_they_are_shown(tmp_path: Path) -> None:
    """Only the page that tells of the sessions has the events."""
    fields = {
        "aim": {"text": "More talks by May."},
        "sessions": SESSIONS,
        "tests_of_change": [{"id": "talks", "title": "Talks", "change_idea": "Talk."}],
        "evidence": {"status": "editorial"},
    }
    hub = _open(tmp_path, {"communities/net": fields})
    assert _describe(hub, "communities/net/")["mainEntity"]["@type"] == "Project"
    assert "event" not in _describe(hub, "communities/net/")["mainEntity"]
    part = _describe(hub, "communities/net/sessions/", "Sessions: net")
    assert (part["@type"], part["name"], len(part["about"]["event"])) == ("WebPage", "Sessions: net", 2)
    assert part["isPartOf"] == {"@type": "WebPage", "name": "net", "url": "https://hub.example/sub/communities/net/"}


def test_a_kind_of_session_may_be_online(tmp_path: Path) -> None:
    """The vocabulary says so, by the code of the kind."""
    kinds = "label: {en: k}\nabout: {en: k}\nterms: [{id: meeting, label: {en: Meeting}, code: online}]\n"
    fields = {"sessions": SESSIONS[:1], "evidence": {"status": "editorial"}}
    hub = _open(tmp_path, {"communities/net": fields, "vocabularies/session-kinds": kinds})
    [event] = _describe(hub, "communities/net/")["mainEntity"]["event"]
    assert event["eventAttendanceMode"] == "https://schema.org/OnlineEventAttendanceMode"


def test_home_says_how_to_search(tmp_path: Path) -> None:
    """A program may ask the search page; a hub whose pages something else searches doesn't promise that."""
    hub = _open(tmp_path, {})
    found = _describe(hub, "", "Home")
    assert (found["@type"], found["name"], found["description"]) == ("WebSite", "Our hub", "What it is.")
    assert found["potentialAction"]["target"]["urlTemplate"] == (
        "https://hub.example/sub/search/?q={search_term_string}"
    )
    without = LinkedHub(hub.catalogue, SETTINGS, has_search=False)
    assert "potentialAction" not in _describe(without, "")


def test_the_glossary_is_a_set_of_terms(tmp_path: Path) -> None:
    """Each with what it stands for and its own address."""
    term = {"id": "mtss", "term": "MTSS", "expansion": "tiers", "definition": "Support in levels."}
    hub = _open(tmp_path, {"glossary": json.dumps({"terms": [term]})})
    assert _describe(hub, "glossary/")["hasDefinedTerm"] == [
        {
            "@type": "DefinedTerm",
            "name": "MTSS",
            "alternateName": "tiers",
            "url": "https://hub.example/sub/glossary/#mtss",
        }
    ]


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("lessons/", "CollectionPage"),
        ("browse/domain/teaming/", "CollectionPage"),
        ("search/", "SearchResultsPage"),
        ("data/", "Dataset"),
        ("about/", "WebPage"),
        ("über uns/", "WebPage"),
        ("no-such-folder/x/y/", "WebPage"),
    ],
)
def test_any_other_page_says_what_it_is_for(tmp_path: Path, address: str, kind: str) -> None:
    """A list, the search, the data; else it is a page."""
    assert _describe(_open(tmp_path, {}), address)["@type"] == kind


@pytest.mark.parametrize(
    ("address", "names"),
    [
        ("lessons/ask/", ["Home", "Lessons learned", "A title"]),
        ("lessons/page/2/", ["Home", "Lessons learned", "A title"]),
        ("communities/net/tests/talks/", ["Home", "Learning communities", "net", "A title"]),
        ("browse/domain/teaming/", ["Home", "Browse the library", "A title"]),
        ("about/", ["Home", "A title"]),
    ],
)
def test_the_way_to_a_page_leads_through_pages_only(tmp_path: Path, address: str, names: list[str]) -> None:
    """A folder that is no page is no step."""
    hub = _open(tmp_path, {"lessons/ask": {}, "communities/net": {}})
    _, trail = read_linked_data(create_linked_data(hub, LinkedPage(address, "A title", "")))
    assert [item["name"] for item in trail["itemListElement"]] == names
    assert trail["itemListElement"][-1]["item"]["@id"] == f"https://hub.example/sub/{address}"


@pytest.mark.parametrize("address", ["", "lessons/ask/", "pathways/way/", "communities/net/", "glossary/", "about/"])
def test_a_hub_that_doesnt_know_its_address_names_none(tmp_path: Path, address: str) -> None:
    """Neither that of a page nor a way to it; what the page is stays said."""
    records = {"lessons/ask": {}, "pathways/way": {"steps": [{"read": "lesson:ask", "why": "x", "minutes": 1}]}}
    community = {"sessions": SESSIONS, "evidence": {"status": "editorial"}}
    hub = _open(tmp_path, {**records, "communities/net": community}, Settings(site_name="Our hub"))
    [node] = read_linked_data(create_linked_data(hub, LinkedPage(address, "A title", "What it is.")))
    assert node["@type"]
    assert '"url"' not in json.dumps(node)


def test_no_text_ends_the_block() -> None:
    """Whatever contributors write stays within it, and comes out as it was."""
    text = "</script><script>alert(1)</script><!-- \u2028 \u202e 👩‍🏫 & \" '"
    html = str(write_block([create_node("Thing", name=text)]))
    assert html.count("<") == 2
    assert read_linked_data(html) == [{"@type": "Thing", "name": text}]


def test_the_data_leads_to_its_index(tmp_path: Path) -> None:
    """Which names every file; without the site's address nothing can be named."""
    (download,) = _describe(_open(tmp_path, {}), "data/")["distribution"]
    assert download["contentUrl"] == f"{SETTINGS.site_url}data/v1/index.json"
    assert "distribution" not in _describe(_open(tmp_path / "nowhere", {}, Settings()), "data/")


def test_a_page_of_somebody_is_about_them(tmp_path: Path) -> None:
    """By the name that readers see."""
    hub = _open(tmp_path, {"lessons/ask": {}})
    (person,) = hub.catalogue.people
    page = _describe(hub, person.contributor.address)
    assert (page["@type"], page["mainEntity"]["name"]) == ("ProfilePage", person.contributor.name)


def test_what_is_said_of_a_thing_is_json() -> None:
    """Texts, numbers, lists and other things, as `json` would write them; what is empty isn't said."""
    said = create_node(
        ("A", "B"), name='"é\n\\', position=3, isIt=True, keywords=["x"], item=name_node("/a"), parts=[], url=""
    )
    assert said == json.dumps(
        {"@type": ["A", "B"], "name": '"é\n\\', "position": 3, "isIt": True, "keywords": ["x"], "item": {"@id": "/a"}},
        ensure_ascii=False,
        separators=(",", ":"),
    )
