"""What search is told of a library."""

from collections.abc import Mapping
from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest

from knowledge_hub.catalogue.from_library import create_catalogue
from knowledge_hub.catalogue.search_facets import count_facet_values
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.pages.search.hand_written import HandWritten
from knowledge_hub.pages.search.search_index import create_search_files
from knowledge_hub.records import Guide
from knowledge_hub.records.own_page import OwnPage
from support.fixed_day import TODAY
from support.search_files import SearchFiles, read_search_files
from support.small_library import read_content, write_content

SHEET = {
    "id": "plan",
    "title": "Plan",
    "instructions": "Fill it in.",
    "sections": [{"title": "Before", "fields": [{"id": "what", "label": "Our aim", "type": "text"}]}],
}
RECORDS: dict[str, dict[str, Any]] = {
    "communities/network": {
        "title": "Network",
        "aliases": ["state money nurses"],
        "evidence": {"status": "composite"},
        "tests_of_change": [{"id": "calls", "title": "Two calls", "change_idea": "Call twice.", "found": "Quicker."}],
    },
    "case-studies/river": {
        "title": "Money for the nurse",
        "aliases": ["funding", "state money nurses"],
        "place": {"state": "ma"},
        "evidence": {"status": "documented", "limits": "Small."},
        "sources": [{"source": "report", "supports": "All."}],
        "communities": ["network"],
        "challenge": "See [the plan](https://example.org/secretword) and [a kit](toolkit:kit).\n\n"
        "| Tablehead | B |\n|---|---|\n| cell | b |",
    },
    "sources/report": {},
    "toolkits/kit": {"title": "Kit", "worksheets": [SHEET]},
    "lessons/old": {"title": "Quaintness", "status": "archived"},
    "lessons/coming": {"title": "Upcoming", "status": "draft"},
    "guides/start": {"title": "Start here"},
}
GLOSSARY = """
terms:
  - {id: mtss, term: MTSS, expansion: Multi-tiered system, definition: Levels of help., aliases: [tiers]}
"""
PLACES = """
label: {en: Places}
about: {en: Where.}
terms:
  - {id: ma, label: {en: Massachusetts}, code: MA}
  - {id: oh, label: {en: Ohio}, code: OH}
  - {id: not-stated, label: {en: Not stated}}
"""
ANSWERS = "answers: [{words: [Crisis line, AWARE], help: true}, {words: [cost], text: Free., links: []}]\n"
SYNONYMS = "groups: [{words: [money, who pays]}, {words: [rural, small town]}]\n"


def _site(folder: Path, records: Mapping[str, Any] = RECORDS) -> Site:
    content = write_content(folder, records)
    (content / "glossary.yml").write_text(GLOSSARY, encoding="utf-8")
    (content / "vocabularies" / "places.yml").write_text(PLACES, encoding="utf-8")
    (content / "vocabularies" / "search-answers.yml").write_text(ANSWERS, encoding="utf-8")
    (content / "vocabularies" / "synonyms.yml").write_text(SYNONYMS, encoding="utf-8")
    library, problems = read_content(content)
    assert problems == []
    return Site(create_catalogue(library), TODAY)


def _index(site: Site, *written: HandWritten) -> SearchFiles:
    return read_search_files(create_search_files(site, written))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return _site(tmp_path_factory.mktemp("library"))


@pytest.fixture(scope="module")
def index(site: Site) -> SearchFiles:
    return _index(site)


def test_the_filters_count_what_is_found(site: Site, index: SearchFiles) -> None:
    """The numbers that the search page comes with are those of the index: of every kind, not of records only."""
    found = {
        (facet, value): len(index.values(facet, value)) for facet, values in index.facets.items() for value in values
    }
    assert found["type", "test-of-change"] == found["type", "term"] == found["type", "source"] == 1
    assert count_facet_values(site.catalogue) == found


def test_only_what_is_current_is_found(index: SearchFiles) -> None:
    """Neither archived records nor drafts."""
    assert index.find("quaintness") == index.find("upcoming") == set()
    assert index.find("nurse") >= {"case-studies/river/"}


def test_addresses_and_heads_of_tables_are_no_text(index: SearchFiles) -> None:
    """The words of a link and the cells of a table are."""
    river = {"case-studies/river/"}
    assert river <= index.find("plan") & index.find("cell")
    assert not river & (index.find("secretword") | index.find("tablehead") | index.find("https"))


def test_a_worksheet_is_a_section_that_is_found_as_a_form(index: SearchFiles) -> None:
    """With its title as on the page, and other words for such a thing."""
    assert ["worksheet-plan", "Worksheet: Plan"] in index.card("toolkits/kit/")[6]
    assert index.find("template") >= {"toolkits/kit/"}


def test_a_term_is_found_by_itself(index: SearchFiles) -> None:
    """At its place on the page of all terms, with its meaning."""
    card = index.card("glossary/#mtss")
    assert card[1:6] == ["MTSS", "Glossary", "term", "Levels of help.", ["Multi-tiered system"]]
    assert index.find("mtss") >= {"glossary/#mtss"}


def test_a_test_of_change_has_the_facets_of_its_community(index: SearchFiles) -> None:
    """And a type of its own."""
    address = "communities/network/tests/calls/"
    assert address in index.values("community", "network")
    assert index.values("type", "test-of-change") == {address}
    assert ["prediction-and-result", "Prediction and result"] in index.card(address)[6]


def test_examples_come_after_what_happened_and_say_what_they_are(index: SearchFiles) -> None:
    """By a factor; a fact on the card."""
    lowered = {
        index.cards[number][0]
        for factor, steps in index.entry["ranks"]
        if factor == 0.6
        for number in accumulate(steps)
    }
    assert {"communities/network/", "communities/network/tests/calls/"} <= lowered
    assert "Composite" in index.card("communities/network/")[5]


def test_an_example_is_no_answer_by_an_alias_alone(index: SearchFiles) -> None:
    """A case study that is called the same would come after it."""
    by_name = {name: ids for name, (_, ids, *_) in index.terms.items() if name == "state money nurses="}
    assert [index.cards[number][0] for ids in by_name.values() for number in accumulate(ids)] == ["case-studies/river/"]


def test_places_are_found_by_name_and_code(index: SearchFiles) -> None:
    """As readers write them, and in small letters."""
    assert index.find("massachusetts") & index.find("ma") >= {"case-studies/river/"}


def test_fixed_answers_are_the_librarys(index: SearchFiles) -> None:
    """Folded, but for phrases in capitals."""
    assert index.entry["answers"][:2] == [
        {"phrases": ["crisis line", "AWARE"], "help": True, "links": []},
        {"phrases": ["cost"], "text": "Free.", "links": []},
    ]


def test_search_is_honest_about_places_without_a_real_record(index: SearchFiles) -> None:
    """By the label, its code and everyday words; a place that has one isn't told of."""
    answers = {answer["phrases"][0]: answer for answer in index.entry["answers"][2:]}
    assert answers["ohio"] == {
        "phrases": ["ohio", "OH"],
        "text": "No real record from Ohio yet.",
        "links": [["Contribute one", "contribute/"]],
    }
    assert "massachusetts" not in answers
    assert answers["rural"]["phrases"] == ["rural", "small town"]


def test_concepts_are_synonyms_and_the_glossary(index: SearchFiles) -> None:
    """As stems."""
    assert index.entry["concepts"] == [
        ["mtss", "multi tier system", "tier"],
        ["money", "who pay"],
        ["rural", "small town"],
    ]


def test_a_hand_written_page_is_found_in_its_sections(tmp_path: Path) -> None:
    """Its text comes from the adapter; that of a guide, too."""
    page = OwnPage(path="about.md", title="About us")
    guide = '<h1>Start</h1><p>Lead</p><h2 id="first">First <em>step</em></h2><p>Call <code>x</code> early.</p>'
    item = Guide.model_construct(id="start")
    index = _index(
        _site(tmp_path, {"guides/start": RECORDS["guides/start"]}),
        HandWritten("about/", page, "<h1>About us</h1><p>Some lead.</p><h2 id='a'>No</h2>"),
        HandWritten("guides/start/", item, guide),
    )
    assert index.card("guides/start/")[6] == [["first", "First step"]]
    assert index.find("early") == {"guides/start/"}
    assert index.card("about/")[1:5] == ["About us", "Page", "page", "Some lead."]
