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
from knowledge_hub.search.tokens import Tokens

Numbers = NDArray[Any]

# Between two passages, so that no quoted words are found across them.
GAP = 100
# What one occurrence counts is a whole number of these, so that no order of adding changes a byte.
UNIT = 2.0**-20
_NO_FIELD = Field(1.0)
_SMALL = np.int32


@dataclass(frozen=True, slots=True)
class Words:
    """All words of a library in order: of each its token, its passage, and its place in the document.

    By passage there are its document, the number of its section (0 for none), and how many UNITs one word of it counts.
    `typed` is how often each piece of text stands in the library.
    """

    tokens: Numbers
    passages: Numbers
    places: Numbers
    documents: Numbers
    sections: Numbers
    factors: Numbers
    typed: Numbers


@dataclass(frozen=True, slots=True)
class Occurrences:
    """Which term stands at which word, in the order of terms and then of words.

    `of_words` is the term of each word itself, in the words' own order.
    """

    terms: Numbers
    words: Numbers
    of_words: Numbers


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
    of_word = np.repeat(np.arange(len(passages), dtype=_SMALL), lengths)
    return Words(
        tokens=words,
        passages=of_word,
        places=np.arange(len(words), dtype=_SMALL) + _find_shifts(lengths, owners)[of_word],
        documents=owners,
        sections=np.array([section for _, section in passages], dtype=_SMALL),
        factors=_find_factors(fields, [field for field, _ in passages], owners, lengths),
        typed=np.bincount(pieces, minlength=len(tokens.of_pieces)),
    )


def find_occurrences(terms: Terms, tokens: Numbers) -> Occurrences:
    """Return where each term stands; what else a token is found by stands at its word, too."""
    found = own = np.array(terms.of_token, dtype=_SMALL)[tokens]
    words = np.arange(len(tokens), dtype=_SMALL)
    if terms.extras:
        has_extras = np.zeros(len(terms.of_token), dtype=bool)
        has_extras[list(terms.extras)] = True
        having = np.flatnonzero(has_extras[tokens])
        extras = [terms.extras[token] for token in tokens[having].tolist()]
        again = np.repeat(having, list(map(len, extras)))
        found = np.insert(found, again + 1, np.fromiter(chain.from_iterable(extras), dtype=_SMALL))
        words = np.insert(words, again + 1, again)
    # Numbers of 16 bits are sorted several times as fast.
    keys = found.astype(np.uint16) if len(terms.names) <= np.iinfo(np.uint16).max else found
    order = np.argsort(keys, kind="stable")
    return Occurrences(found[order], words[order], own)


def count_in_passages(terms: Numbers, passages: Numbers) -> Counts:
    """Return how often pairs occur; they come in the order of terms and then of passages."""
    starts = find_starts(terms, passages)
    return Counts(terms[starts], passages[starts], np.diff(starts, append=len(terms)))


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
    ends = np.concatenate(([0], np.cumsum(counts, dtype=_SMALL)))[np.cumsum(within)]
    lengths: Numbers = np.diff(ends, prepend=0).astype(_SMALL)
    return lengths


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
