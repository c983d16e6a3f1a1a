"""The words that stand in pieces of text: a piece such as “K-12,” has several, one such as “–” none."""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge_hub.search.words import Token, read_tokens


class Tokens:
    """The distinct tokens of a library: `listed` has them by number, `of_pieces` the numbers of each piece's."""

    def __init__(self, pieces: Iterable[str]) -> None:
        numbers: dict[Token, int] = {}
        self.of_pieces = [
            tuple(numbers.setdefault(token, len(numbers)) for token in read_tokens(piece)) for piece in pieces
        ]
        self.listed: Sequence[Token] = tuple(numbers)

    def expand(self, pieces: NDArray[Any]) -> tuple[NDArray[Any], NDArray[Any]]:
        """Return the tokens of pieces one after the other, and how many each piece has."""
        sizes = np.array([len(tokens) for tokens in self.of_pieces], dtype=np.int32)
        firsts = np.array([tokens[0] if tokens else 0 for tokens in self.of_pieces], dtype=np.int32)
        counts = sizes[pieces]
        each = np.repeat(pieces, counts)
        tokens = firsts[each]
        several = pieces[counts > 1].tolist()
        tokens[sizes[each] > 1] = list(chain.from_iterable(map(self.of_pieces.__getitem__, several)))
        return tokens, counts
