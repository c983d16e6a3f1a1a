"""Documents to postings: for each term, the documents that it stands in, how much it counts there, and where.

The weights are those of BM25F (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and
Beyond", 2009, section 3.5): over its fields, a document has a pseudo-frequency of a term,
tf' = sum of weight * tf / (1 - b + b * length / mean length); how tf' saturates, and how rare a term is, is
reckoned by whoever asks.
"""

from array import array
from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from knowledge_hub.search.document import Field
from knowledge_hub.search.reading import Passage
from knowledge_hub.search.terms import ConceptFinder, Terms

# A weight is kept as one digit of base 36: tf' is LEAST_WEIGHT * WEIGHT_STEP ** digit, from 0.3 to 82.
LEAST_WEIGHT = 0.25
WEIGHT_STEP = 1.18
MOST_DIGIT = 35
# Between two passages, so that no quoted words are found across them.
GAP = 100
# The frequencies at which one digit becomes nearer than the one before it.
_BOUNDS = [LEAST_WEIGHT * WEIGHT_STEP ** (digit + 0.5) for digit in range(1, MOST_DIGIT)]
_NO_FIELD = Field(1.0)


class Postings:
    """One term's documents in the order of their ids.

    Of each document: its id, the digit of its weight, the number of the section in which the term stands most (0 for
    none), and how many of the `positions` are in it.
    """

    __slots__ = ("counts", "ids", "positions", "sections", "weights")

    def __init__(self) -> None:
        self.ids = array("I")
        self.weights = bytearray()
        self.sections = bytearray()
        self.counts = array("I")
        self.positions = array("I")


class Inverter:
    """Makes the postings of documents that are added in the order of their ids."""

    def __init__(
        self, terms: Terms, finder: ConceptFinder, fields: Mapping[str, Field], documents: Iterable[Sequence[Passage]]
    ) -> None:
        self.postings = [Postings() for _ in terms.names]
        self._terms = terms
        self._finder = finder
        self._fields = fields
        self._means = _find_means(map(_measure, documents))

    def add(self, number: int, passages: Sequence[Passage]) -> None:
        """Add the document with this id."""
        found, all_postings = _Found(), self.postings
        lengths = _measure(passages)
        start = 0
        for field, section, tokens in passages:
            words = terms = list(map(self._terms.of_token.__getitem__, tokens))
            if not self._terms.extras.keys().isdisjoint(tokens):
                terms = self._place_with_extras(words, tokens, start)
            else:
                for place, term in enumerate(words, start):
                    all_postings[term].positions.append(place)
            factor = self._find_factor(field, lengths[field])
            counts = Counter(terms)
            found.weigh(counts, factor, section)
            if concepts := self._finder.count(counts, words):
                found.weigh(concepts, factor, section)
            found.terms += terms
            start += len(tokens) + GAP
        self._append(number, found)

    def _place_with_extras(self, words: Sequence[int], tokens: Sequence[int], start: int) -> list[int]:
        """Return the terms of a passage's words together with what else its tokens are found by."""
        together: list[int] = []
        for place, (term, token) in enumerate(zip(words, tokens, strict=True), start):
            for one in (term, *self._terms.extras.get(token, ())):
                self.postings[one].positions.append(place)
                together.append(one)
        return together

    def _append(self, number: int, found: "_Found") -> None:
        all_postings, best, counts = self.postings, found.best, Counter(found.terms)
        for term, weight in found.weights.items():
            postings = all_postings[term]
            postings.ids.append(number)
            postings.weights.append(bisect(_BOUNDS, weight) + 1)
            postings.sections.append(best[term][1] if term in best else 0)
            postings.counts.append(counts[term])

    def _find_factor(self, name: str, length: int) -> float:
        """Return how much one occurrence counts in a field of this length."""
        field = self._fields.get(name, _NO_FIELD)
        return field.weight / (1 - field.b + field.b * length / self._means[name])


class _Found:
    """What one document has: its terms in order, how much each weighs, in which section it counts most."""

    __slots__ = ("best", "terms", "weights")

    def __init__(self) -> None:
        self.weights: defaultdict[int, float] = defaultdict(float)
        self.best: dict[int, tuple[float, int]] = {}
        self.terms: list[int] = []

    def weigh(self, counts: Mapping[int, int], factor: float, section: int) -> None:
        """Add what the terms of a passage count; a section past the last digit is none."""
        weights, best = self.weights, self.best
        for term, count in counts.items():
            weights[term] += factor * count
        if not 0 < section <= MOST_DIGIT:
            return
        for term, count in counts.items():
            if term not in best or factor * count > best[term][0]:
                best[term] = (factor * count, section)


def _measure(passages: Iterable[Passage]) -> dict[str, int]:
    """Return how many words each field of a document has."""
    lengths: defaultdict[str, int] = defaultdict(int)
    for field, _, tokens in passages:
        lengths[field] += len(tokens)
    return lengths


def _find_means(lengths: Iterable[Mapping[str, int]]) -> dict[str, float]:
    """Return the mean length of each field, of the documents that have it."""
    total: Counter[str] = Counter()
    having: Counter[str] = Counter()
    for one in lengths:
        for field, length in one.items():
            total[field] += length
            having[field] += bool(length)
    return {field: total[field] / having[field] if having[field] else 1.0 for field in total}
