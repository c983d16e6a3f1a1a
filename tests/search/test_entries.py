"""What search is told of records."""

import json
from pathlib import Path

import pytest

from knowledge_hub.catalogue.catalogue import Catalogue, create_catalogue
from knowledge_hub.records import Record
from knowledge_hub.search.entries import (
    SearchWords,
    count_facet_values,
    create_search_entry,
    create_vocabulary,
    find_facet_values,
)
from support.small_library import brief, read_content, write_content

GLOSSARY = """
terms:
  - {id: mtss, term: MTSS, expansion: Multi-tiered system, definition: Levels., aliases: [tiers]}
  - {id: lc, term: LC, expansion: Learning community, definition: A group., expand: false}
"""
SYNONYMS = "groups: [{words: [money, who pays]}, {words: [nurse, medic]}]\n"
RECORDS = {
    "communities/network": {"title": "Network", "summary": "Teams.", "places": ["ma"]},
    "case-studies/river": {
        "title": "Money for the nurse",
        "summary": "A district.",
        "question": "How?",
        "aliases": ["funding"],
        "domains": ["teaming"],
        "place": {"state": "ma"},
        "outcome": "mixed",
        "communities": ["network"],
        "review": {"reviewed_on": "2026-01-15", "review_by": "2027-01-15", "owner": "one"},
    },
    "lessons/old": {"title": "Old lesson", "summary": "Gone.", "aliases": ["quaintness"], "status": "archived"},
}


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    content = write_content(tmp_path, RECORDS)
    (content / "glossary.yml").write_text(GLOSSARY, encoding="utf-8")
    (content / "vocabularies" / "synonyms.yml").write_text(SYNONYMS, encoding="utf-8")
    library, problems = read_content(content)
    assert problems == []
    return create_catalogue(library)


@pytest.fixture
def river(catalogue: Catalogue) -> Record:
    record = catalogue.get("case-study", "river")
    assert record is not None
    return record


def test_a_record_is_filtered_by_what_it_is(catalogue: Catalogue, river: Record) -> None:
    """Type, facets, outcome, and the communities that it belongs to."""
    values = set(find_facet_values(catalogue, river))
    expected = {
        *(("type", "case-study"), ("domain", "teaming"), ("state", "ma")),
        *(("outcome", "mixed"), ("community", "network")),
    }
    assert expected <= values
    network = catalogue.get("community", "network")
    assert network is not None
    assert ("community", "network") in set(find_facet_values(catalogue, network))


def test_an_archived_record_is_neither_counted_nor_known(catalogue: Catalogue) -> None:
    """Nothing leads to it, so search doesn't either."""
    counts = count_facet_values(catalogue)
    assert counts["type", "case-study"] == 1
    assert counts["type", "lesson"] == 0
    assert "quaintness" not in json.loads(create_vocabulary(catalogue))


def test_a_record_is_found_by_other_words(catalogue: Catalogue, river: Record) -> None:
    """Synonyms of what it is about, and the other form of each abbreviation in its text."""
    others = SearchWords(catalogue).find_others(river, "The LC used a multi-tiered system.")
    assert others == "money, who pays, nurse, medic, MTSS, Learning community"


def test_search_is_told_what_a_card_shows(catalogue: Catalogue, river: Record) -> None:
    """Kind, facts, other names and the day of review; nothing that is empty."""
    words = SearchWords(catalogue)
    entry = create_search_entry(catalogue, words, river, "", kind="Case study", facts=["Ohio", "Mixed"])
    assert dict(entry.meta) == {
        "kind": "Case study",
        "facts": "Ohio | Mixed",
        "alias": "funding",
        "also": "money, who pays, nurse, medic",
    }
    assert entry.reviewed == "2026-01-15"


def test_the_vocabulary_has_frequent_words_first(catalogue: Catalogue) -> None:
    """Words of titles, other names, the glossary and the synonyms, once each, none too short to mend."""
    words = json.loads(create_vocabulary(catalogue))
    assert words[:2] == ["money", "nurse"]
    assert {"funding", "MTSS", "medic", "network"} <= set(words)
    assert len(words) == len(set(words))
    assert [word for word in words if len(word) < 4] == []


def test_a_group_of_one_word_is_refused(tmp_path: Path) -> None:
    """A synonym needs something to be a synonym of; the problem says where."""
    content = write_content(tmp_path, {})
    (content / "vocabularies" / "synonyms.yml").write_text("groups: [{words: [alone]}]\n", encoding="utf-8")
    _, problems = read_content(content)
    assert [brief(problem) for problem in problems] == ["content/vocabularies/synonyms.yml:1:18 too-short"]
