"""Documents as numbers: each distinct piece of text is folded once, and what stays as it was isn't read again."""

import hashlib
from array import array
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from knowledge_hub.search.document import Document
from knowledge_hub.search.words import Token, read_tokens, split_pieces

_Texts = tuple[tuple[str, int, str], ...]


class Passage(NamedTuple):
    """A part of a document: its field, the number of its section (0 for none), the numbers of its tokens in order."""

    field: str
    section: int
    tokens: "array[int]"


class Reader:
    """Reads documents, and keeps the last ones for the next build of the same process (a preview).

    `tokens` are the distinct ones by number, `spellings` the piece of text in which each was met first; they only
    ever get more, by what is typed while a preview runs. `read_count` is how many documents were read so far.
    """

    def __init__(self) -> None:
        self.tokens: list[Token] = []
        self.spellings: list[str] = []
        self.read_count = 0
        self._numbers: dict[Token, int] = {}
        self._pieces = _Pieces(self)
        self._last: dict[bytes, tuple[Passage, ...]] = {}

    def read(self, documents: Iterable[Document]) -> Iterator[tuple[Document, tuple[Passage, ...]]]:
        """Yield each document without its text, and its passages."""
        now: dict[bytes, tuple[Passage, ...]] = {}
        for document in documents:
            passages = document.passages
            key = _create_key(passages)
            read = now[key] = self._last.get(key) or self._read(passages)
            yield document.without_text(), read
        self._last = now

    def find_numbers(self, piece: str) -> tuple[int, ...]:
        """Return the numbers of the tokens in a piece of text; new ones are kept."""
        return tuple(self._find_number(token, piece) for token in read_tokens(piece))

    def _find_number(self, token: Token, piece: str) -> int:
        number = self._numbers.setdefault(token, len(self.tokens))
        if number == len(self.tokens):
            self.tokens.append(token)
            self.spellings.append(piece)
        return number

    def _read(self, texts: _Texts) -> tuple[Passage, ...]:
        self.read_count += 1
        find = self._pieces.__getitem__
        return tuple(
            Passage(field, section, array("I", chain.from_iterable(map(find, split_pieces(text)))))
            for field, section, text in texts
        )


def _create_key(texts: _Texts) -> bytes:
    """Return what only these texts have, so that they needn't be kept to be known again."""
    return hashlib.blake2b(repr(texts).encode(errors="surrogatepass"), digest_size=16).digest()


class _Pieces(dict[str, tuple[int, ...]]):
    """The tokens of each piece of text; a new one is read."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self._reader = reader

    def __missing__(self, piece: str) -> tuple[int, ...]:
        numbers = self[piece] = self._reader.find_numbers(piece)
        return numbers
