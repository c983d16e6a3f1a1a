"""The words of the interface cover everything that readers can meet."""

import typing

import pytest

from knowledge_hub.catalogue.facets import FACETS
from knowledge_hub.pages.frame.interface_words import (
    EVIDENCE_BANDS,
    FACET_WORDS,
    OUTCOME_MARKS,
    SITE_SECTIONS,
    TYPE_WORDS,
    count_words,
)
from knowledge_hub.records import RECORD_TYPES
from knowledge_hub.records.common import Evidence


def test_every_type_and_facet_has_its_words() -> None:
    """A new type or facet can't appear without a name."""
    assert set(TYPE_WORDS) == {cls.type for cls in RECORD_TYPES}
    assert set(FACET_WORDS) == {facet.slug for facet in FACETS}
    assert {address for address, _ in SITE_SECTIONS} == {*(f"{cls.folder}/" for cls in RECORD_TYPES), "browse/"}


def test_what_is_no_finding_says_so() -> None:
    """Every kind of record that doesn't rest on documents carries a band."""
    kinds = set(typing.get_args(Evidence.model_fields["status"].annotation))
    assert set(EVIDENCE_BANDS) == kinds - {"documented"}


def test_every_outcome_has_a_mark_of_its_own() -> None:
    """Marks differ in shape."""
    assert len(set(OUTCOME_MARKS.values())) == len(OUTCOME_MARKS)


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 records"), (1, "1 record"), (2, "2 records"), (1234, "1,234 records")]
)
def test_counts_read_well(number: int, words: str) -> None:
    """One is singular, thousands are grouped."""
    assert count_words(number, "record", "records") == words
