"""One place or some words of a document, found without reading all of it: they are those that reading all gives."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge_hub.yaml_text.located import LocatedDocument
from knowledge_hub.yaml_text.source_text import find_spaced
from knowledge_hub.yaml_text.walk import KEY, Walk, find_span

_TEXT = """# A comment
title: Ask
empty:
steps:
  - text: |
      Long words
      and more
    sources: [a, "b c", {id: d, note: e}]
  - text: Short
people: {}
"""
_PIECES = ["two ", "two", " ", "\n  ", "words", "words ", "\u00a0", "a"]


def test_a_place_is_where_the_whole_walk_finds_it() -> None:
    """In mappings, lists and brackets, with or without a value."""
    walk = Walk(_TEXT, spans := {})
    walk.read()
    values = {place: span for place, span in spans.items() if place[-1:] != (KEY,)}
    assert {place: find_span(_TEXT, place) for place in values} == values


@pytest.mark.parametrize("place", [("no",), ("steps", 2), ("steps", 0, "no"), ("title", "no"), ("people", "no")])
def test_what_is_not_written_has_no_place(place: tuple[str | int, ...]) -> None:
    """A document then names the nearest that is, the first time and later."""
    document = LocatedDocument("x.yml", _TEXT.encode())
    assert find_span(_TEXT, place) is None
    assert document.span(place) == document.span(place)


@given(st.lists(st.sampled_from(_PIECES), max_size=10).map("".join), st.integers(0, 6), st.integers(0, 40))
def test_words_are_found_as_a_pattern_finds_them(text: str, start: int, end: int) -> None:
    """Over any spaces and line ends, between two places."""
    found = re.compile(r"two\s+words").search(text, start, end)
    assert find_spaced(text, ["two", "words"], start, end) == (found and found.span())


def test_a_text_is_had_without_its_values() -> None:
    """Rules look at the text of a file, and no rule pays for what it doesn't ask for."""
    document = LocatedDocument("x.yml", b"a: &name b\r\n")
    assert document.text == "a: &name b\n"
    with pytest.raises(ValueError, match="can't be read"):
        _ = document.value
