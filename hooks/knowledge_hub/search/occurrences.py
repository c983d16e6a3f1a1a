"""The words of a library as rows of arrays: what stands where, and how often in which passage.

Millions of words are too many for Python's own loops; what one of them costs here is numpy's work.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge_hub.search.document import Field
from knowledge_hub.search.reading import ReadDocument
from knowledge_hub.search.terms import Terms
from knowledge_hub.search.tokens import Tokens, count_up, find_small_type, look_up

Numbers = NDArray[Any]

# Between two passages, so that no quoted words are found across them.
GAP = 100
# What one occurrence counts is a whole number of these, so that no order of adding changes a byte.
UNIT = 2.0**-20
_NO_FIELD = Field(1.0)
_SMALL = np.int32


@dataclass(frozen=True, slots=True)
class Words:
    """All words of a library in order: of each its token and its passage.

    By passage there are its document, the number of its section (0 for none), how many UNITs one word of it counts, and
    by how much the places of its words in the document differ from their numbers in the library.
    `typed` is how often each piece of text stands in the library.
    """

    tokens: Numbers
    passages: Numbers
    shifts: Numbers
    documents: Numbers
    sections: Numbers
    factors: Numbers
    typed: Numbers

    def find_places(self, words: Numbers, passages: Numbers) -> Numbers:
        """Return the places of words in their documents; `passages` are the words' own."""
        places: Numbers = words.astype(_SMALL) + self.shifts[passages]
        return places


@dataclass(frozen=True, slots=True)
class Occurrences:
    """The words at which terms stand, in the order of terms and then of words; those of a term end at the next's bound.

    `of_words` is the term of each word itself, in the words' own order.
    """

    words: Numbers
    bounds: Numbers
    of_words: Numbers

    def find(self, term: int) -> Numbers:
        """Return the words at which a term stands."""
        return self.words[self.bounds[term] : self.bounds[term + 1]]


@dataclass(frozen=True, slots=True)
class Counts:
    """How often which term stands in which passage, in the order of terms and then of passages."""

    terms: Numbers
    passages: Numbers
    counts: Numbers


def list_words(fields: Mapping[str, Field], documents: Sequence[ReadDocument], tokens: Tokens) -> Words:
    """Return the words of documents, whose numbers are their places in the list."""
    pieces = np.frombuffer(b"".join(document.pieces for document in documents), dtype=np.uint32)
    words, counts = tokens.expand(pieces)
    passages = list(chain.from_iterable(document.fields for document in documents))
    within = np.frombuffer(b"".join(document.lengths for document in documents), dtype=np.uint32)
    lengths = _count_words(within, counts)
    owners = np.repeat(np.arange(len(documents), dtype=_SMALL), [len(document.fields) for document in documents])
    return Words(
        tokens=words,
        passages=np.repeat(np.arange(len(passages), dtype=_SMALL), lengths),
        shifts=_find_shifts(lengths, owners),
        documents=owners,
        sections=np.array([section for _, section in passages], dtype=_SMALL),
        factors=_find_factors(fields, [field for field, _ in passages], owners, lengths),
        typed=count_up(pieces, len(tokens.of_pieces)),
    )


def find_occurrences(terms: Terms, tokens: Numbers) -> Occurrences:
    """Return where each term stands; what else a token is found by stands at its word, too."""
    own = look_up(np.array(terms.of_token, dtype=find_small_type(len(terms.names))), tokens)
    others, at = _find_extras(terms, tokens)
    found = np.concatenate([own, others.astype(own.dtype)])
    bounds = np.concatenate(([0], np.cumsum(count_up(found, len(terms.names)))))
    words = np.argsort(found, kind="stable")
    extra = np.flatnonzero(words >= len(own))
    words[extra] = at[words[extra] - len(own)]
    for term in set(others.tolist()):
        words[bounds[term] : bounds[term + 1]].sort()
    return Occurrences(words, bounds, own)


def _find_extras(terms: Terms, tokens: Numbers) -> tuple[Numbers, Numbers]:
    """Return what else is found at words, and the words at which it is."""
    has_extras = np.zeros(len(terms.of_token), dtype=bool)
    has_extras[list(terms.extras)] = True
    having = np.flatnonzero(look_up(has_extras, tokens))
    extras = [terms.extras[token] for token in tokens[having].tolist()]
    others = np.fromiter(chain.from_iterable(extras), dtype=_SMALL)
    return others, np.repeat(having, [len(each) for each in extras])


def count_in_passages(passages: Numbers, bounds: Numbers) -> Counts:
    """Return how often terms stand in passages: each row of `passages` is once, those of a term end at its bound."""
    is_first = np.ones(len(passages), dtype=bool)
    np.not_equal(passages[1:], passages[:-1], out=is_first[1:])
    is_first[bounds[:-1][np.diff(bounds) > 0]] = True
    starts = np.flatnonzero(is_first)
    rows = np.diff(np.searchsorted(starts, bounds))
    terms = np.repeat(np.arange(len(rows), dtype=_SMALL), rows)
    return Counts(terms, passages[starts], np.diff(starts, append=len(passages)))


def find_starts(*columns: Numbers) -> Numbers:
    """Return the rows in which one of the columns differs from the row before; the first one does."""
    changed = np.ones(len(columns[0]), dtype=bool)
    changed[1:] = False
    for column in columns:
        changed[1:] |= column[1:] != column[:-1]
    return np.flatnonzero(changed)


def add_up(numbers: Numbers, starts: Numbers) -> Numbers:
    """Return the sum of the numbers from each start up to the next."""
    return np.add.reduceat(numbers, starts) if len(starts) else numbers[:0]


def _count_words(within: Numbers, counts: Numbers) -> Numbers:
    """Return how many words are in each passage: `within` are the pieces of each, `counts` the words of each piece."""
    # Nearly every piece is one word.
    others = np.flatnonzero(counts != 1)
    passages = np.searchsorted(np.cumsum(within), others, side="right")
    more = np.bincount(passages, weights=counts[others].astype(np.int64) - 1, minlength=len(within))
    return within.astype(_SMALL) + more.astype(_SMALL)


def _find_shifts(lengths: Numbers, owners: Numbers) -> Numbers:
    """Return by how much the places of each passage's words differ from their numbers in the library."""
    before = np.cumsum(lengths, dtype=np.int64) - lengths
    numbers = np.arange(len(lengths))
    firsts = find_starts(owners)
    first = np.repeat(firsts, np.diff(firsts, append=len(owners)))
    shifts: Numbers = (GAP * (numbers - first) - before[first]).astype(_SMALL)
    return shifts


def _find_factors(fields: Mapping[str, Field], names: Sequence[str], owners: Numbers, lengths: Numbers) -> Numbers:
    """Return how many UNITs one occurrence counts in each passage: less in a field longer than the mean of its kind."""
    factors = np.zeros(len(names), dtype=np.int64)
    numbers = {name: number for number, name in enumerate(dict.fromkeys(names))}
    kinds = np.fromiter(map(numbers.__getitem__, names), dtype=_SMALL)
    for name, number in numbers.items():
        own = kinds == number
        field = fields.get(name, _NO_FIELD)
        length = np.bincount(owners[own], weights=lengths[own])
        having = np.count_nonzero(length)
        mean = length.sum() / having if having else 1.0
        factor = field.weight / (1 - field.b + field.b * length[owners[own]] / mean)
        factors[own] = np.rint(factor / UNIT)
    return factors
