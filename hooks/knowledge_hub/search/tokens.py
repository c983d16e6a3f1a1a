"""The words that stand in pieces of text: a piece such as “K-12,” has several, one such as “–” none."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge_hub.search.words import Token, read_tokens

Numbers = NDArray[Any]

_AT_A_TIME = 100_000
# Signs beside which a word is the same.
_AROUND = ".,;:!?()"


class Tokens:
    """The distinct tokens of a library: `listed` has them by number, `of_pieces` the numbers of each piece's."""

    def __init__(self, pieces: Iterable[str]) -> None:
        self._numbers: dict[Token, int] = {}
        found: dict[str, tuple[int, ...]] = {}
        self.of_pieces: list[tuple[int, ...]] = []
        for piece in pieces:
            # Many words stand with and without signs after them.
            bare = piece.strip(_AROUND)
            if bare not in found:
                found[bare] = self._number(bare)
            self.of_pieces.append(found[bare])
        self.listed: Sequence[Token] = tuple(self._numbers)

    def _number(self, piece: str) -> tuple[int, ...]:
        # What is in small letters alone is one word as it is.
        is_word = piece.isascii() and piece.isalnum() and piece.islower()
        tokens = (Token(piece),) if is_word else read_tokens(piece)
        return tuple([self._numbers.setdefault(token, len(self._numbers)) for token in tokens])

    def expand(self, pieces: Numbers) -> tuple[Numbers, Numbers]:
        """Return the tokens of pieces one after the other, and how many each piece has."""
        # Which of several stands where is said below.
        several = len(self.listed)
        firsts = np.array([(*found, 0)[0] if len(found) < 2 else several for found in self.of_pieces], dtype=np.int64)
        sizes = np.array([len(found) for found in self.of_pieces], dtype=np.int64)
        counts = look_up(sizes.astype(find_small_type(max(sizes, default=0))), pieces)
        small = firsts.astype(find_small_type(several))
        tokens = np.concatenate([np.repeat(small[pieces[some]], counts[some]) for some in cut_slices(len(pieces))])
        longer = pieces[counts > 1].tolist()
        tokens[tokens == several] = list(chain.from_iterable(map(self.of_pieces.__getitem__, longer)))
        return tokens, counts


def find_small_type(most: int) -> type[np.unsignedinteger[Any]]:
    """Return the type for millions of numbers up to `most`; those of 16 bits are sorted several times as fast."""
    return np.uint16 if most <= np.iinfo(np.uint16).max else np.uint32


def look_up(values: Numbers, numbers: Numbers) -> Numbers:
    """Return the value at each number."""
    return np.concatenate([values[numbers[some]] for some in cut_slices(len(numbers))])


def count_up(numbers: Numbers, size: int) -> Numbers:
    """Return how often each number below `size` is there."""
    counts = np.zeros(size, dtype=np.int64)
    for some in cut_slices(len(numbers)):
        counts += np.bincount(numbers[some], minlength=size)
    return counts


def cut_slices(length: int) -> Iterator[slice]:
    """Yield slices of millions of numbers: to be used as places, these are copied to a type several times as large."""
    return (slice(start, start + _AT_A_TIME) for start in range(0, max(length, 1), _AT_A_TIME))
