"""By what search filters."""

from pathlib import Path

import pytest

from knowledge_hub.catalogue.catalogue import Catalogue
from knowledge_hub.catalogue.from_library import create_catalogue
from knowledge_hub.catalogue.search_facets import count_facet_values, find_facet_values
from knowledge_hub.records import Record
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


def test_a_group_of_one_word_is_refused(tmp_path: Path) -> None:
    """A synonym needs something to be a synonym of; the problem says where."""
    content = write_content(tmp_path, {})
    (content / "vocabularies" / "synonyms.yml").write_text("groups: [{words: [alone]}]\n", encoding="utf-8")
    _, problems = read_content(content)
    assert [brief(problem) for problem in problems] == ["content/vocabularies/synonyms.yml:1:18 too-short"]
