"""Words as search compares them; the browser is held to the same cases."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from knowledge_hub.search.words import fold, read_tokens, split, split_pieces

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("words.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["text"] for case in CASES])
def test_a_text_has_these_words(case: dict[str, Any]) -> None:
    """Case, accents, apostrophes, dashes, numbers and abbreviations, each with an example."""
    tokens = [token for piece in split_pieces(case["text"]) for token in read_tokens(piece)]
    assert [token.word for token in tokens] == split(case["text"]) == case["words"]
    assert [token.whole for token in tokens if token.whole] == case.get("wholes", [])
    assert [token.short for token in tokens if token.short] == case.get("short", [])


@given(st.text())
def test_piece_by_piece_gives_the_words_of_the_whole(text: str) -> None:
    """The index folds each piece between spaces once; the browser folds whole questions."""
    words = [token.word for piece in split_pieces(text) for token in read_tokens(piece)]
    assert words == split(text)


@given(st.text())
def test_a_folded_text_stays_as_it_is(text: str) -> None:
    """Folding twice is folding once, as to words."""
    assert split(fold(text)) == split(text)
