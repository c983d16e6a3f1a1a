"""The terms of an index: by which words, abbreviations and concepts each token of the library is found."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from knowledge_hub.search.words import Token, split

Stemmer = Callable[[str], str]


class Terms:
    """The terms of one library, by number.

    `names[term]` is its key in the index and `forms[term]` are the spellings that lead to it; `of_token[token]` are
    the terms of a token, whose stem is `stems[token]`.
    """

    def __init__(self, tokens: Sequence[Token], used: Iterable[int], stem: Stemmer) -> None:
        self.names: list[str] = []
        self.forms: list[set[str]] = []
        self.stems = [""] * len(tokens)
        self.of_token: list[tuple[int, ...]] = [()] * len(tokens)
        self._numbers: dict[str, int] = {}
        used = sorted(used)
        # AWARE and aware are two terms only where there is such a word, too.
        ordinary = {tokens[number].word for number in used if not tokens[number].short}
        for number in used:
            self.stems[number] = stem(tokens[number].word)
            self.of_token[number] = tuple(self._find_terms(tokens[number], ordinary, stem))

    def add(self, name: str, form: str) -> int:
        """Return the number of a term, which may be new, with one more spelling."""
        number = self._numbers.setdefault(name, len(self.names))
        if number == len(self.names):
            self.names.append(name)
            self.forms.append(set())
        self.forms[number].add(form)
        return number

    def _find_terms(self, token: Token, ordinary: set[str], stem: Stemmer) -> Iterator[int]:
        yield self.add(stem(token.word), token.word)
        if token.whole:
            yield self.add(stem(token.whole), token.whole)
        if token.short and (token.word in ordinary or token.short.lower() in ordinary):
            yield self.add(token.short, token.short)


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


class ConceptFinder:
    """Counts concepts in the passages of one library."""

    def __init__(self, concepts: Concepts, terms: Terms, used: Iterable[int]) -> None:
        self._stems = terms.stems
        by_first: dict[str, list[tuple[str, int]]] = {}
        for group, phrases in enumerate(concepts.phrases):
            term = terms.add(f"~{group}", f"~{group}")
            for phrase in phrases:
                by_first.setdefault(phrase.partition(" ")[0], []).append((phrase, term))
        self._phrases = {number: by_first[terms.stems[number]] for number in used if terms.stems[number] in by_first}

    def count(self, counts: Counter[int], tokens: Sequence[int]) -> Counter[int]:
        """Return how often the term of each concept stands in a passage; `counts` are those of its tokens."""
        found: Counter[int] = Counter()
        starts = self._phrases.keys() & counts.keys()
        longer: dict[str, int] = {}
        for token in sorted(starts):
            for phrase, term in self._phrases[token]:
                if " " in phrase:
                    longer[f" {phrase} "] = term
                else:
                    found[term] += counts[token]
        if longer:
            line = f" {' '.join(map(self._stems.__getitem__, tokens))} "
            for phrase, term in longer.items():
                if number := line.count(phrase):
                    found[term] += number
        return found
