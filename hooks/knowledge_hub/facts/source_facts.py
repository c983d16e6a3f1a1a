"""What the facts of sources hold: the values by which claims are looked up, and the nearest fact of a text."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from knowledge_hub.facts.claims import Claim, ClaimReader
from knowledge_hub.facts.clues import ClueFinder
from knowledge_hub.facts.number_words import percents_of
from knowledge_hub.records import Source
from knowledge_hub.records.source import Fact

_WORD = re.compile(r"[^\W\d_]{4,}")
# Words with the same beginning are taken for forms of one word.
_STEM = 5
# How many words a text must share with a fact to be near it without a number.
_FEWEST_STEMS = 2
_NUMBER_COUNTS = 3
_MOST_BEHIND = 3
_YEAR = re.compile(r"(?:19|20)\d\d(?:-\d\d)?")
# Which share of the words of the shorter text makes it near where neither has numbers.
_NEAR = 0.34


@dataclass(frozen=True, slots=True)
class ReadFact:
    """One fact of a source, with what it holds."""

    source: Source
    number: int
    fact: Fact
    values: frozenset[str]
    stems: frozenset[str]


class SourceFacts:
    """All that one source can vouch for: its facts, and what is known of itself, such as its year.

    Most sources are asked for nothing but their clues.
    """

    def __init__(self, source: Source, reader: ClaimReader, clues: ClueFinder) -> None:
        self.source = source
        self._reader = reader
        self._clues = clues

    @cached_property
    def clues(self) -> set[str]:
        """What its facts and itself make known, in the form in which it is written."""
        return self._clues.find_held("\n".join([*self._own_texts(), *(fact.statement for fact in self.source.facts)]))

    @cached_property
    def facts(self) -> tuple[ReadFact, ...]:
        """Its facts."""
        return tuple(
            ReadFact(self.source, number, fact, self._reader.values(fact.statement), find_stems(fact.statement))
            for number, fact in enumerate(self.source.facts)
        )

    @cached_property
    def values(self) -> frozenset[str]:
        """The values that its facts and itself hold."""
        own = map(self._reader.values, self._own_texts())
        return frozenset().union(*own, *(fact.values for fact in self.facts))

    def _own_texts(self) -> list[str]:
        source = self.source
        bodies = (name.literal for name in source.author)
        own = (source.title, source.issued, source.container_title, source.publisher, *bodies)
        return [text for text in own if text]


class FactShelf:
    """The facts of a library's sources, each read once, when it is first asked for."""

    def __init__(self, sources: Mapping[str, Source], places: Iterable[str] = ()) -> None:
        names = tuple(places)
        self.reader = ClaimReader(names)
        self.clues = ClueFinder(names)
        self._sources = sources
        self._read: dict[str, SourceFacts] = {}

    def facts_of(self, ids: Iterable[str]) -> Iterator[SourceFacts]:
        """Yield what each of these sources holds; one that isn't in the library is passed over."""
        for source_id in ids:
            if source_id not in self._read and source_id in self._sources:
                self._read[source_id] = SourceFacts(self._sources[source_id], self.reader, self.clues)
            if source_id in self._read:
                yield self._read[source_id]


def find_stems(text: str) -> frozenset[str]:
    """Return the longer words of a text, each without its end."""
    return frozenset(word[:_STEM] for word in _WORD.findall(text.lower()))


def is_held(claim: Claim, values: frozenset[str]) -> bool:
    """Tell whether what facts hold bears out a claim; a share in words may stand there in percent."""
    return claim.value in values or ("/" in claim.value and not values.isdisjoint(percents_of(claim.value)))


def is_named_in(claim: Claim, text: str, reader: ClaimReader) -> bool:
    """Tell whether a text names a claim, by its value or by its very words: “25 percent” doesn't name 5."""
    words = r"\s+".join(map(re.escape, claim.words.split()))
    return is_held(claim, reader.values(text)) or bool(
        re.search(rf"(?<![\w.,-]){words}(?!\w|[.,-]\d)", text, re.IGNORECASE)
    )


def find_nearest(text: str, reader: ClaimReader, facts: Sequence[ReadFact]) -> ReadFact | None:
    """Return the fact that shares most with a text, numbers before words; None where none shares enough."""
    values, stems = reader.values(text), find_stems(text)
    best, most = None, _FEWEST_STEMS - 1
    for fact in facts:
        shared = _NUMBER_COUNTS * len(values & fact.values) + len(stems & fact.stems)
        if shared > most:
            best, most = fact, shared
    return best


def find_behind(statement: str, reader: ClaimReader, facts: Sequence[ReadFact]) -> list[ReadFact]:
    """Return the facts that a statement rests on: those with its numbers, or without numbers the one with its words.

    A year alone is no number here: much can be said of one year.
    """
    left = {claim.value for claim in reader.read(statement) if not (claim.is_ordinary or _is_year(claim.value))}
    stems = find_stems(statement)
    if not left:
        return _find_by_words(stems, facts)
    found: set[int] = set()
    while left and len(found) < _MOST_BEHIND:
        shared = [(len(left & fact.values), len(stems & fact.stems), -number) for number, fact in enumerate(facts)]
        numbers, _, place = max(shared, default=(0, 0, 0))
        if not numbers:
            break
        found.add(-place)
        left -= facts[-place].values
    return [facts[number] for number in sorted(found)]


def _find_by_words(stems: frozenset[str], facts: Sequence[ReadFact]) -> list[ReadFact]:
    shared = [(len(stems & fact.stems), -number) for number, fact in enumerate(facts)]
    most, number = max(shared, default=(0, 0))
    if most < _FEWEST_STEMS or most < _NEAR * min(len(stems), len(facts[-number].stems)):
        return []
    return [facts[-number]]


def _is_year(value: str) -> bool:
    return bool(_YEAR.fullmatch(value))
