"""Pieces of text become words."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from knowledge_hub.search.tokens import Tokens, count_up, look_up
from knowledge_hub.search.words import read_tokens

_PIECES = ("team,", "–", "K-12", "and/or/not", "Team", "MTSS", "12")


@given(st.lists(st.integers(0, len(_PIECES) - 1), max_size=20))
def test_each_word_of_each_piece_stands_in_its_place(numbers: list[int]) -> None:
    """Of a piece with several all of them, of one without a word none."""
    tokens = Tokens(_PIECES)
    found, counts = tokens.expand(np.array(numbers, dtype=np.uint32))
    read = [list(read_tokens(_PIECES[number])) for number in numbers]
    assert [tokens.listed[number] for number in found.tolist()] == [token for each in read for token in each]
    assert counts.tolist() == list(map(len, read))


def test_many_numbers_are_looked_up_as_few_are() -> None:
    """A part at a time."""
    numbers = np.arange(250_000, dtype=np.uint32) % 7
    values = np.array([3, 1, 4, 1, 5, 9, 2], dtype=np.uint16)
    assert (look_up(values, numbers) == values[numbers]).all()
    assert count_up(numbers, 8).tolist() == np.bincount(numbers, minlength=8).tolist()
