"""Phrases that mean the same: a concept is one more term, which stands wherever one of its phrases does."""

from collections.abc import Sequence

import numpy as np

from knowledge_hub.search.occurrences import Counts, Numbers, Occurrences, Words, find_starts
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

    def count(self, words: Words, found: Occurrences) -> Counts:
        """Return how often the term of each concept stands in each passage."""
        standing = [_find_phrase(phrase, words, found) for _, phrase in self._phrases]
        concepts = np.array([concept for concept, _ in self._phrases], dtype=np.int64)
        terms = np.repeat(concepts, np.array([len(each) for each in standing], dtype=np.int64))
        passages = words.passages[np.concatenate([found.words[:0], *standing])]
        # The words of each phrase are in order already, which sorting by one number makes the most of.
        order = np.argsort(terms * len(words.documents) + passages, kind="stable")
        terms, passages = terms[order], passages[order]
        starts = find_starts(terms, passages)
        return Counts(terms[starts], passages[starts], np.diff(starts, append=len(passages)))


def _find_phrase(phrase: Sequence[int], words: Words, found: Occurrences) -> Numbers:
    """Return the numbers of the words at which terms follow each other within a passage, in the words' order."""
    standing = [found.find(term) for term in phrase]
    if len(phrase) == 1:
        return standing[0]
    rarest = min(range(len(phrase)), key=lambda place: len(standing[place]))
    firsts = standing[rarest] - rarest
    last = len(phrase) - 1
    firsts = firsts[(firsts >= 0) & (firsts + last < len(words.tokens))]
    for place, term in enumerate(phrase):
        firsts = firsts[found.of_words[firsts + place] == term]
    within: Numbers = firsts[words.passages[firsts] == words.passages[firsts + last]]
    return within
