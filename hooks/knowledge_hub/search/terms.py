"""The terms of an index: by which words, abbreviations and concepts each token of the library is found."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from knowledge_hub.search.words import Token, split

Stemmer = Callable[[str], str]


class Terms:
    """The terms of one library, by number.

    `names[term]` is its key in the index and `forms[term]` are the spellings that lead to it. `of_token[token]` is
    the term of a token's word, `extras[token]` are those of what else it is found by, for the few that have any.
    """

    def __init__(self, tokens: Sequence[Token], used: Iterable[int], stem: Stemmer) -> None:
        self.names: list[str] = []
        self.forms: list[set[str]] = []
        self.of_token = [0] * len(tokens)
        self.extras: dict[int, tuple[int, ...]] = {}
        self._numbers: dict[str, int] = {}
        used = sorted(used)
        # AWARE and aware are two terms only where there is such a word, too.
        ordinary = {tokens[number].word for number in used if not tokens[number].short}
        for number in used:
            token = tokens[number]
            self.of_token[number] = self.add(stem(token.word), token.word)
            if extras := tuple(self._find_extras(token, ordinary, stem)):
                self.extras[number] = extras

    def find(self, name: str) -> int | None:
        """Return the number of the term with this key, None where the library has none."""
        return self._numbers.get(name)

    def add(self, name: str, form: str) -> int:
        """Return the number of a term, which may be new, with one more spelling."""
        number = self._numbers.setdefault(name, len(self.names))
        if number == len(self.names):
            self.names.append(name)
            self.forms.append(set())
        self.forms[number].add(form)
        return number

    def _find_extras(self, token: Token, ordinary: set[str], stem: Stemmer) -> Iterator[int]:
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
    """Counts concepts in the passages of one library, in which each token stands as often as `used` says."""

    def __init__(self, concepts: Concepts, terms: Terms, used: Mapping[int, int]) -> None:
        self._names = terms.names
        often: Counter[int] = Counter()
        for token, count in used.items():
            often[terms.of_token[token]] += count
        # By a term: the concepts with a phrase of this word alone, and longer phrases whose rarest word it is.
        self._single: dict[int, list[int]] = {}
        self._longer: dict[int, list[tuple[str, int]]] = {}
        for group, phrases in enumerate(concepts.phrases):
            concept = terms.add(f"~{group}", f"~{group}")
            for phrase in phrases:
                words = [term for word in phrase.split() if (term := terms.find(word)) is not None]
                if len(words) == 1 and " " not in phrase:
                    self._single.setdefault(words[0], []).append(concept)
                elif len(words) == phrase.count(" ") + 1:
                    rarest = min(words, key=lambda term: (often[term], term))
                    self._longer.setdefault(rarest, []).append((f" {phrase} ", concept))

    def count(self, counts: Mapping[int, int], terms: Sequence[int]) -> dict[int, int]:
        """Return how often the term of each concept stands in a passage, whose terms are counted in `counts`."""
        found: dict[int, int] = {}
        for term in self._single.keys() & counts.keys():
            for concept in self._single[term]:
                found[concept] = found.get(concept, 0) + counts[term]
        if rare := self._longer.keys() & counts.keys():
            line = f" {' '.join(map(self._names.__getitem__, terms))} "
            for phrase, concept in (longer for term in rare for longer in self._longer[term]):
                if number := line.count(phrase):
                    found[concept] = found.get(concept, 0) + number
        return found
