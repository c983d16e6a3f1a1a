"""The collection of records: look-up, order, facets, what rests on a source."""

from pathlib import Path

from knowledge_hub.catalogue.facets import get_facet
from knowledge_hub.records import Lesson, Role
from support.small_library import create_small_catalogue


def _reviewed(day: str) -> dict[str, object]:
    return {"review": {"reviewed_on": day, "review_by": "2030-01-01", "owner": "one"}}


def test_a_record_is_found_by_type_and_id(tmp_path: Path) -> None:
    """The same id may be used in each type; an id of another type finds nothing."""
    catalogue = create_small_catalogue(tmp_path, {"roles/nurse": {}, "lessons/nurse": {}, "lessons/ask": {}})
    assert isinstance(catalogue.get("role", "nurse"), Role)
    assert isinstance(catalogue.get("lesson", "nurse"), Lesson)
    assert catalogue.get("role", "ask") is None


def test_drafts_are_seen_in_a_preview_only(tmp_path: Path) -> None:
    """What isn't published yet is nowhere on the published site."""
    records = {"roles/nurse": {"status": "draft"}}
    assert create_small_catalogue(tmp_path / "a", records).get("role", "nurse") is None
    assert create_small_catalogue(tmp_path / "b", records, with_drafts=True).get("role", "nurse") is not None


def test_the_newest_review_comes_first(tmp_path: Path) -> None:
    """Lists start with what was looked at last; equals stand by title."""
    catalogue = create_small_catalogue(
        tmp_path,
        {
            "lessons/old": _reviewed("2024-05-01"),
            "lessons/b": {"title": "banana", **_reviewed("2025-05-01")},
            "lessons/a": {"title": "Apple", **_reviewed("2025-05-01")},
            "lessons/gone": {"status": "archived", **_reviewed("2026-05-01")},
        },
    )
    assert [record.id for record in catalogue.of_type(Lesson)] == ["a", "b", "old"]
    assert catalogue.newest_review == "2026-05-01"


def test_a_library_without_reviews_has_a_date_all_the_same(tmp_path: Path) -> None:
    """Pages of an empty library have a fixed date, never today's."""
    assert create_small_catalogue(tmp_path, {}).newest_review == "1970-01-01"


def test_facet_values_in_use_are_counted(tmp_path: Path) -> None:
    """Values stand in the order of the vocabulary, and only those that lead somewhere."""
    catalogue = create_small_catalogue(
        tmp_path,
        {
            "lessons/a": {"stages": ["test", "prepare"]},
            "lessons/b": {"stages": ["test"]},
            "lessons/c": {"stages": ["test"], "status": "archived"},
        },
    )
    assert [(term.id, count) for term, count in catalogue.facet_terms(get_facet("stage"))] == [
        ("prepare", 1),
        ("test", 2),
    ]
    assert [record.id for record in catalogue.with_facet(get_facet("stage"), "test")] == ["a", "b"]
    assert catalogue.with_facet(get_facet("stage"), "gone") == ()


def test_what_a_type_says_by_itself_counts_as_a_facet(tmp_path: Path) -> None:
    """The place of a story, the discipline of a role and the scope of a community are ways to find them."""
    catalogue = create_small_catalogue(
        tmp_path,
        {
            "case-studies/river": {"place": {"state": "ma"}, "places": ["ma"]},
            "communities/network": {"scope": "state", "levels": ["local"], "teams": {"places": ["ma"]}},
            "roles/nurse": {"discipline": "health", "disciplines": ["education"], "levels": ["local"]},
        },
    )
    found = {
        (slug, term): [record.id for record in catalogue.with_facet(get_facet(slug), term)]
        for slug, term in (("state", "ma"), ("level", "state"), ("discipline", "health"), ("discipline", "education"))
    }
    assert found == {
        ("state", "ma"): ["network", "river"],
        ("level", "state"): ["network"],
        ("discipline", "health"): ["network", "nurse", "river"],
        ("discipline", "education"): ["nurse"],
    }


def test_what_rests_on_a_source(tmp_path: Path) -> None:
    """A source knows each record that uses it and what for, by title."""
    uses = [{"source": "report", "supports": "What they did."}, {"source": "report", "supports": "How many."}]
    catalogue = create_small_catalogue(
        tmp_path,
        {
            "sources/report": {},
            "sources/other": {},
            "lessons/b": {"title": "Zebra", "sources": uses[:1]},
            "roles/a": {"title": "ant", "sources": uses},
        },
    )
    found = [(cited.record.title, cited.supports) for cited in catalogue.source_citations("report")]
    assert found == [("ant", "What they did."), ("ant", "How many."), ("Zebra", "What they did.")]
    assert catalogue.source_citations("other") == ()


def test_every_page_knows_the_file_behind_it(tmp_path: Path) -> None:
    """The way to a record's file is kept for its edit link."""
    catalogue = create_small_catalogue(tmp_path, {"roles/nurse": {}, "guides/start": {}})
    assert catalogue.source_paths == {
        ("role", "nurse"): "content/roles/nurse.yml",
        ("guide", "start"): "docs/guides/start.md",
    }


def test_connections_by_type_are_the_same_in_groups(tmp_path: Path) -> None:
    """The groups stand in the order of the types, whichever record is asked for in between."""
    catalogue = create_small_catalogue(
        tmp_path,
        {
            "lessons/a": {"lessons": ["b"], "roles": ["nurse"]},
            "lessons/b": {},
            "roles/nurse": {},
            "lessons/alone": {},
        },
    )
    for name in ("a", "alone", "b", "a"):
        record = catalogue.get("lesson", name)
        assert record is not None
        groups = catalogue.places_by_type(record)
        assert [place for places in groups.values() for place in places] == list(catalogue.reasons_of(record))
        assert all(catalogue.records[place].type == name for name, places in groups.items() for place in places)


def test_pairs_are_told_by_their_numbers_among_the_connections(tmp_path: Path) -> None:
    """A drawing shows which neighbors of a record are connected to each other, too."""
    catalogue = create_small_catalogue(
        tmp_path,
        {"lessons/a": {"lessons": ["b", "c", "d"]}, "lessons/b": {}, "lessons/c": {"lessons": ["d"]}, "lessons/d": {}},
    )
    record = catalogue.get("lesson", "a")
    assert record is not None
    neighbors = [link.record.id for link in catalogue.connections(record)]
    pairs = [{neighbors[first], neighbors[second]} for first, second in catalogue.find_pairs(record)]
    assert pairs == [{"c", "d"}]
