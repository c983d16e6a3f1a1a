"""Each sentence of a record that claims something, and beside each claim what bears it out."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from knowledge_hub.facts.claims import Claim
from knowledge_hub.facts.shown_texts import Location
from knowledge_hub.facts.source_facts import FactShelf, ReadFact, SourceFacts, find_stems, is_held, is_named_in
from knowledge_hub.records import Source
from knowledge_hub.records.common import Acceptance

_SENTENCE = re.compile(r"(?:[^.!?\n]|[.!?](?!\s|$)|\n(?!\s*\n|\s*(?:[-*+]|\d+\.)\s))+[.!?]*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Support:
    """What bears out some words: a fact, a source by its own title or year, an acceptance, or the record's own fields.

    With none of them, nothing does; `is_own` says that the record says it of itself.
    """

    words: tuple[str, ...]
    fact: ReadFact | None = None
    source: Source | None = None
    acceptance: Acceptance | None = None
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class TracedSentence:
    """A sentence that claims something, and where it stands."""

    location: Location
    text: str
    supports: tuple[Support, ...]


class Tracer:
    """Traces the claims of one record: `sources` are those that it cites, `own` what it says of itself."""

    def __init__(
        self, shelf: FactShelf, sources: Iterable[str], own: Iterable[str], accepted: Iterable[Acceptance]
    ) -> None:
        self._reader = shelf.reader
        self._sources: Sequence[SourceFacts] = tuple(shelf.facts_of(sources))
        self._own = frozenset(value for text in own for value in shelf.reader.values(text))
        self._accepted = [one for one in accepted if one.code == "claim-without-fact"]

    def trace(self, texts: Iterable[tuple[Location, str]]) -> Iterator[TracedSentence]:
        """Yield the sentences with claims, in the order of the texts."""
        for location, text in texts:
            for found in _SENTENCE.finditer(text):
                sentence = " ".join(found[0].split())
                claims = [claim for claim in self._reader.read(sentence) if not claim.is_ordinary]
                if claims:
                    yield TracedSentence(location, sentence, tuple(self._find_supports(sentence, claims)))

    def _find_supports(self, sentence: str, claims: Sequence[Claim]) -> Iterator[Support]:
        """Yield what bears out the claims of a sentence; claims that rest on one thing come together."""
        near = self._order_by_nearness(sentence)
        together: dict[int, tuple[Support, list[str]]] = {}
        for claim in claims:
            support = self._find_support(claim, near)
            key = id(support.fact or support.source or support.acceptance or support.is_own)
            _, words = together.setdefault(key, (support, []))
            words += [] if claim.words in words else [claim.words]
        for support, words in together.values():
            yield Support(tuple(words), support.fact, support.source, support.acceptance, support.is_own)

    def _order_by_nearness(self, sentence: str) -> list[ReadFact]:
        values, stems = self._reader.values(sentence), find_stems(sentence)
        facts = [fact for source in self._sources for fact in source.facts]
        return sorted(facts, key=lambda fact: (-len(values & fact.values), -len(stems & fact.stems)))

    def _find_support(self, claim: Claim, near: Sequence[ReadFact]) -> Support:
        if fact := next((fact for fact in near if is_held(claim, fact.values)), None):
            return Support((), fact=fact)
        if is_held(claim, self._own):
            return Support((), is_own=True)
        if source := next((source.source for source in self._sources if is_held(claim, source.values)), None):
            return Support((), source=source)
        accepted = (one for one in self._accepted if is_named_in(claim, one.text, self._reader))
        return Support((), acceptance=next(accepted, None))
