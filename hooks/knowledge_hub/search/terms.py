"""The terms of an index: by which words and abbreviations each token of the library is found."""

from collections.abc import Callable, Iterator, Sequence

from knowledge_hub.search.words import Token

Stemmer = Callable[[str], str]


class Terms:
    """The terms of one library, by number.

    `names[term]` is its key in the index and `forms[term]` are the spellings that lead to it. `of_token[token]` is
    the term of a token's word, `extras[token]` are those of what else it is found by, for the few that have any.
    """

    def __init__(self, tokens: Sequence[Token], stem: Stemmer) -> None:
        self.names: list[str] = []
        self.forms: list[set[str]] = []
        self.of_token = [0] * len(tokens)
        self.extras: dict[int, tuple[int, ...]] = {}
        self._numbers: dict[str, int] = {}
        # AWARE and aware are two terms only where there is such a word, too.
        ordinary = {token.word for token in tokens if not token.short}
        for number, token in enumerate(tokens):
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
