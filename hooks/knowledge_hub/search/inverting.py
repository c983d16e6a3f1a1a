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
from itertools import pairwise

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
_MOST_COUNT = 0xFFFF
_NOWHERE = (0.0, 0)


class Postings:
    """One term's documents in the order of their ids.

    `packed` has the id, the digits of weight and section, and the number of positions of each; `positions` has the
    first position in each document and then the steps to the next ones.
    """

    __slots__ = ("packed", "positions")

    def __init__(self) -> None:
        self.packed = array("Q")
        self.positions = array("I")

    def add(self, document: int, weight: int, section: int, places: Sequence[int]) -> None:
        """Add a document with a larger id than the last one."""
        kept = places[:_MOST_COUNT]
        self.packed.append(document << 32 | weight << 24 | section << 16 | len(kept))
        self.positions.extend(kept[:1])
        if len(kept) > 1:
            self.positions.extend([place - last for last, place in pairwise(kept)])

    @property
    def ids(self) -> list[int]:
        """The ids of the documents."""
        return [one >> 32 for one in self.packed]

    @property
    def weights(self) -> bytes:
        """The digit of each document's weight, from 1."""
        return bytes([one >> 24 & 0xFF for one in self.packed])

    @property
    def sections(self) -> bytes:
        """The number of the section in which the term stands most, 0 for none."""
        return bytes([one >> 16 & 0xFF for one in self.packed])

    @property
    def counts(self) -> list[int]:
        """How many positions each document has."""
        return [one & _MOST_COUNT for one in self.packed]


class Inverter:
    """Makes the postings of documents that are added in the order of their ids."""

    def __init__(
        self, terms: Terms, finder: ConceptFinder, fields: Mapping[str, Field], documents: Iterable[Sequence[Passage]]
    ) -> None:
        self.postings: defaultdict[int, Postings] = defaultdict(Postings)
        self._of_token = terms.of_token
        self._finder = finder
        self._fields = fields
        self._means = _find_means(map(_measure, documents))

    def add(self, number: int, passages: Sequence[Passage]) -> None:
        """Add the document with this id."""
        weights, best = self._weigh(passages)
        places = self._find_places(passages)
        postings = self.postings
        for term, weight in weights.items():
            section = best.get(term, _NOWHERE)[1]
            postings[term].add(
                number, write_weight(weight), section if section <= MOST_DIGIT else 0, places.get(term, ())
            )

    def _weigh(self, passages: Sequence[Passage]) -> tuple[dict[int, float], dict[int, tuple[float, int]]]:
        """Return the pseudo-frequency of each term, and (how much it counts there, section) of its best section."""
        lengths = _measure(passages)
        weights: defaultdict[int, float] = defaultdict(float)
        best: dict[int, tuple[float, int]] = {}
        for field, section, tokens in passages:
            factor = self._find_factor(field, lengths[field])
            for term, count in self._count(tokens).items():
                gain = factor * count
                weights[term] += gain
                if section and gain > best.get(term, _NOWHERE)[0]:
                    best[term] = (gain, section)
        return weights, best

    def _count(self, tokens: Sequence[int]) -> dict[int, int]:
        """Return how often each term stands in a passage."""
        counts = Counter(tokens)
        found = self._finder.count(counts, tokens)
        for token, count in counts.items():
            for term in self._of_token[token]:
                found[term] = found.get(term, 0) + count
        return found

    def _find_places(self, passages: Sequence[Passage]) -> dict[int, list[int]]:
        """Return the positions of each term, which run through the whole document."""
        by_token: defaultdict[int, list[int]] = defaultdict(list)
        start = 0
        for passage in passages:
            for place, token in enumerate(passage.tokens, start):
                by_token[token].append(place)
            start += len(passage.tokens) + GAP
        found: dict[int, list[int]] = {}
        for token, places in by_token.items():
            for term in self._of_token[token]:
                found[term] = sorted(found[term] + places) if term in found else places
        return found

    def _find_factor(self, name: str, length: int) -> float:
        """Return how much one occurrence counts in a field of this length."""
        field = self._fields.get(name, _NO_FIELD)
        return field.weight / (1 - field.b + field.b * length / self._means[name])


def write_weight(frequency: float) -> int:
    """Return the digit from 1 to 35 that is nearest to a pseudo-frequency on the logarithmic scale."""
    return bisect(_BOUNDS, frequency) + 1


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
