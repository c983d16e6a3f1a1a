"""Phrases that mean the same: a concept is one more term, which stands wherever one of its phrases does."""

from collections.abc import Iterator, Sequence

import numpy as np

from knowledge_hub.search.occurrences import Counts, Numbers, Occurrences, Words, add_up, find_starts
from knowledge_hub.search.terms import Stemmer, Terms
from knowledge_hub.search.words import split


class Concepts:
    """Groups of phrases that mean the same: wherever one of them stands, the term of its group does.

    `phrases[group]` are its phrases as stems between single spaces, `stems` has those of their words.
    """

    def __init__(self, groups: Sequence[Sequence[str]], stem: Stemmer) -> None:
        words = [[split(phrase) for phrase in group] for group in groups]
        self.stems = {word: stem(word) for group in words for phrase in group for word in phrase}
        self.phrases = [
            list(dict.fromkeys(" ".join(map(stem, phrase)) for phrase in group if phrase)) for group in words
        ]


def find_key_word(phrase: str) -> str:
    """Return the word of a phrase beside which its concept lies: the longest, the last of equals."""
    return max(reversed(phrase.split()), key=len)


class ConceptFinder:
    """Counts concepts in the passages of one library."""

    def __init__(self, concepts: Concepts, terms: Terms) -> None:
        # Of each concept: its term, and those of its phrases that a library with these terms can have.
        self._phrases: list[tuple[int, tuple[int, ...]]] = []
        for group, phrases in enumerate(concepts.phrases):
            concept = terms.add(f"~{group}", f"~{group}")
            for phrase in phrases:
                words = [terms.find(word) for word in phrase.split()]
                if words and None not in words:
                    self._phrases.append((concept, tuple(word for word in words if word is not None)))

    def count(self, words: Words, found: Occurrences, counts: Counts) -> Counts:
        """Return how often the term of each concept stands in each passage; `found` are all, `counts` their numbers."""
        rows = [part for concept, phrase in self._phrases for part in self._find(concept, phrase, words, found, counts)]
        if not rows:
            return Counts(counts.terms[:0], counts.passages[:0], counts.counts[:0])
        terms, passages, numbers = (np.concatenate(column) for column in zip(*rows, strict=True))
        order = np.lexsort((passages, terms))
        terms, passages, numbers = terms[order], passages[order], numbers[order]
        starts = find_starts(terms, passages)
        return Counts(terms[starts], passages[starts], add_up(numbers, starts))

    def _find(
        self, concept: int, phrase: Sequence[int], words: Words, found: Occurrences, counts: Counts
    ) -> Iterator[tuple[Numbers, Numbers, Numbers]]:
        """Yield the term of a concept, passages with one of its phrases, and how often it stands in each."""
        if len(phrase) == 1:
            own = _find_term(counts.terms, phrase[0])
            passages, numbers = counts.passages[own], counts.counts[own]
        else:
            standing = words.passages[_find_phrase(phrase, words, found)]
            starts = find_starts(standing)
            passages, numbers = standing[starts], np.diff(starts, append=len(standing))
        if len(passages):
            yield np.full(len(passages), concept), passages, numbers


def _find_phrase(phrase: Sequence[int], words: Words, found: Occurrences) -> Numbers:
    """Return the numbers of the words at which terms follow each other within a passage, in the words' order."""
    own = [_find_term(found.terms, term) for term in phrase]
    rarest = min(range(len(phrase)), key=lambda place: own[place].stop - own[place].start)
    firsts = found.words[own[rarest]] - rarest
    last = len(phrase) - 1
    firsts = firsts[(firsts >= 0) & (firsts + last < len(words.tokens))]
    for place, term in enumerate(phrase):
        firsts = firsts[found.of_words[firsts + place] == term]
    within: Numbers = firsts[words.passages[firsts] == words.passages[firsts + last]]
    return within


def _find_term(terms: Numbers, term: int) -> slice:
    """Return the rows of a term among rising ones."""
    # Of another type, the rows would be copied to that type for each look.
    start, end = np.searchsorted(terms, np.array([term, term + 1], dtype=terms.dtype)).tolist()
    return slice(start, end)
