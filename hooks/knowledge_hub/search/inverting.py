"""Documents to postings: for each term, the documents that it stands in, how much it counts there, and where.

The weights are those of BM25F (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and
Beyond", 2009, section 3.5): over its fields, a document has a pseudo-frequency of a term,
tf' = sum of weight * tf / (1 - b + b * length / mean length); how tf' saturates, and how rare a term is, is
reckoned by whoever asks.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from knowledge_hub.search.concepts import ConceptFinder
from knowledge_hub.search.occurrences import (
    UNIT,
    Counts,
    Numbers,
    Words,
    add_up,
    count_in_passages,
    find_occurrences,
    find_starts,
)
from knowledge_hub.search.terms import Terms

# A weight is kept as one digit of base 36: tf' is LEAST_WEIGHT * WEIGHT_STEP ** digit, from 0.3 to 82.
LEAST_WEIGHT = 0.25
WEIGHT_STEP = 1.18
MOST_DIGIT = 35
# About as many rows are reckoned with at a time.
_ROWS = 100_000
# More than there are digits for, and a power of two.
_SECTIONS = 64
# No weight makes up for it.
_NO_RANK = -(2**62)
# The frequencies from which one digit is nearer than the one before it.
_BOUNDS = np.array([math.ceil(LEAST_WEIGHT * WEIGHT_STEP ** (digit + 0.5) / UNIT) for digit in range(1, MOST_DIGIT)])


@dataclass(frozen=True, slots=True)
class Postings:
    """The documents of some terms, one term after the other, and of each in the order of their ids.

    `starts` are the rows at which the documents of the next term begin. Of each row: the document's id, the digit of
    the term's weight, the number of the section in which it stands most (0 for none), and how many of the `positions`
    are in it. A concept has no positions.
    """

    terms: Numbers
    starts: Numbers
    ids: Numbers
    weights: Numbers
    sections: Numbers
    counts: Numbers
    positions: Numbers


def invert(terms: Terms, finder: ConceptFinder, words: Words) -> Iterator[Postings]:
    """Yield the postings of all terms that stand somewhere, of a few terms at a time."""
    found = find_occurrences(terms, words.tokens)
    ranks = _rank_sections(words.sections)
    for first, last in _cut(found.bounds):
        bounds = found.bounds[first : last + 1]
        own = found.words[bounds[0] : bounds[-1]]
        passages = words.passages[own]
        counts = count_in_passages(passages, bounds - bounds[0])
        yield _collect(replace(counts, terms=counts.terms + first), words, ranks, words.find_places(own, passages))
    yield _collect(finder.count(words, found), words, ranks, words.shifts[:0])


def _cut(bounds: Numbers) -> Iterator[tuple[int, int]]:
    """Yield the first of a few terms at a time and the one after them, so that reckoning takes little room."""
    return pairwise([*find_starts(bounds[:-1] // _ROWS).tolist(), len(bounds) - 1])


def _collect(counts: Counts, words: Words, ranks: Numbers, places: Numbers) -> Postings:
    """Return the postings of terms that are counted by passage; `places` are those of all occurrences in order."""
    documents = words.documents[counts.passages]
    starts = find_starts(counts.terms, documents)
    weights = words.factors[counts.passages] * counts.counts
    terms = counts.terms[starts]
    firsts = find_starts(terms)
    return Postings(
        terms=terms[firsts],
        starts=firsts,
        ids=documents[starts],
        weights=np.searchsorted(_BOUNDS, add_up(weights, starts), side="right") + 1,
        sections=_find_sections(weights, ranks[counts.passages], starts),
        counts=add_up(counts.counts, starts) if len(places) else np.zeros(len(starts), dtype=np.int64),
        positions=places,
    )


def _rank_sections(sections: Numbers) -> Numbers:
    """Return the rank of each passage among those of equal weight; one whose section has no digit has none."""
    has_digit = (sections > 0) & (sections <= MOST_DIGIT)
    return np.where(has_digit, _SECTIONS - 1 - sections.astype(np.int64), _NO_RANK)


def _find_sections(weights: Numbers, ranks: Numbers, starts: Numbers) -> Numbers:
    """Return the section of the heaviest row after each start, of equals that of the highest rank; 0 is none."""
    if not len(starts):
        return ranks[:0]
    best = np.maximum.reduceat(weights * _SECTIONS + ranks, starts)
    return np.where(best >= 0, _SECTIONS - 1 - (best & (_SECTIONS - 1)), 0)
