"""What records leave out."""

import datetime
from pathlib import Path

from knowledge_hub.catalogue.from_library import create_catalogue
from knowledge_hub.library.loading import load_library
from knowledge_hub.upkeep.gaps import (
    find_drafts,
    find_empty_values,
    find_unconnected,
    find_unsourced,
    find_unused_sources,
)
from support.small_library import create_small_catalogue, write_content

BARE = {
    "status": "published",
    "sources": [],
    "evidence": {"status": "editorial"},
    **{name: [] for name in ("communities", "case_studies", "lessons", "roles", "toolkits", "guides")},
}


def test_a_source_counts_wherever_it_is_named(tmp_path: Path) -> None:
    """In the list of sources, with a result, or in a text; what is named nowhere is told of."""
    sources = {f"sources/{name}": {} for name in ("listed", "in-a-result", "in-a-text", "nowhere")}
    records = {
        **sources,
        "lessons/a": {**BARE, "sources": [{"source": "listed", "supports": "It."}], "why": "It works."},
        "lessons/b": {**BARE, "why": "As [they say](source:in-a-text)."},
        "case-studies/c": {
            **BARE,
            "results": [{"kind": "peer-network", "statement": "Some.", "sources": ["in-a-result"]}],
        },
    }
    catalogue = create_small_catalogue(tmp_path, records)
    assert [(item.path, item.address) for item in find_unused_sources(catalogue)] == [
        ("content/sources/nowhere.yml", "sources/#nowhere")
    ]


def test_a_record_without_source_or_connection_is_told_of(tmp_path: Path) -> None:
    """Connections count from either side, sources wherever the record names one."""
    records = {
        "sources/one-report": {},
        "lessons/alone": BARE,
        "lessons/named": {**BARE, "why": "As [they say](source:one-report)."},
        "lessons/naming": {**BARE, "lessons": ["named"], "sources": [{"source": "one-report", "supports": "It."}]},
    }
    catalogue = create_small_catalogue(tmp_path, records)
    assert [item.title for item in find_unsourced(catalogue)] == ["alone"]
    assert [item.title for item in find_unconnected(catalogue)] == ["alone"]


def test_drafts_come_with_the_one_date_that_they_may_have(tmp_path: Path) -> None:
    """Those without a date first; a published library has none."""
    review = {"reviewed_on": "2025-02-01", "review_by": "2026-02-01", "owner": "one"}
    records = {
        "lessons/dated": {**BARE, "status": "draft", "review": review},
        "lessons/undated": {**BARE, "status": "draft", "review": None},
        "lessons/done": BARE,
    }
    library, _ = load_library(write_content(tmp_path, records))
    found = find_drafts(create_catalogue(library, with_drafts=True))
    assert [(draft.item.title, draft.reviewed_on) for draft in found] == [
        ("undated", None),
        ("dated", datetime.date(2025, 2, 1)),
    ]
    assert find_drafts(create_catalogue(library)) == ()


def test_every_choice_without_a_record_is_listed(tmp_path: Path) -> None:
    """A value that one record has isn't, nor is the place that names none."""
    catalogue = create_small_catalogue(tmp_path, {"lessons/a": {**BARE, "stages": ["prepare"], "places": []}})
    empty = {values.facet.slug: [term.id for term in values.terms] for values in find_empty_values(catalogue)}
    stages = [term.id for term in catalogue.vocabularies["stages"].terms]
    assert empty["stage"] == [stage for stage in stages if stage != "prepare"]
    assert "not-stated" not in empty.get("state", ())
