"""Long texts by what they were made from, several with one key: they lie in a pack, and where is in a table."""

import itertools
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from knowledge_hub.keeping.pack import Pack, Place
from knowledge_hub.keeping.table import Table

T = TypeVar("T")

# Of a file of which less is in use, the rest is copied.
_LEAST_USED = 0.5


class Texts(NamedTuple, Generic[T]):
    """Texts that lie one after the other in a file of a pack, by their lengths in bytes; `about` tells of them all."""

    about: T
    file: str
    start: int
    lengths: tuple[int, ...]

    @property
    def whole(self) -> Place:
        """Where all of them lie together."""
        return Place(self.file, self.start, sum(self.lengths))

    @property
    def places(self) -> tuple[Place, ...]:
        """Where each of them lies."""
        starts = itertools.accumulate(self.lengths, initial=self.start)
        return tuple(map(Place, itertools.repeat(self.file), starts, self.lengths))

    def place(self, number: int) -> Place:
        """Return where one of them lies."""
        return Place(self.file, self.start + sum(self.lengths[:number]), self.lengths[number])

    def read(self, number: int, pack: Pack) -> bytes:
        """Return one of them from its pack; to make a place of it first takes as long as all else but the system."""
        return pack.read_at(self.file, self.start + sum(self.lengths[:number]), self.lengths[number])


class Marked(NamedTuple):
    """Texts, with what stands for all that they say."""

    mark: bytes
    texts: Texts[None]


class TextStore(Generic[T]):
    """The texts of one kind."""

    def __init__(self, table: Table[Texts[T]], pack: Pack) -> None:
        self._table = table
        self.pack = pack

    @property
    def is_kept(self) -> bool:
        """Whether another process can read what is kept."""
        return self.pack.is_kept

    def find(self, key: bytes) -> Texts[T] | None:
        """Return what was kept with a key, None where nothing was or it is gone."""
        texts = self._table.find(key)
        return texts if texts and self.pack.has(texts.whole) else None

    def put(self, key: bytes, about: T, texts: Sequence[bytes]) -> Texts[T]:
        """Keep what was just made with a key."""
        place = self.pack.add(b"".join(texts))
        return self.note(key, Texts(about, place.file, place.start, tuple(map(len, texts))))

    def note(self, key: bytes, texts: Texts[T]) -> Texts[T]:
        """Keep with a key what was just added to the pack."""
        return self._table.put(key, texts)

    def read(self, place: Place) -> bytes:
        """Return a text."""
        return self.pack.read(place)

    def adopt(self, made: Iterable[tuple[bytes, Texts[T]]]) -> None:
        """Put into the table what another process has kept."""
        for key, texts in made:
            # Asked in any case, so that its file is open.
            if not self.pack.has(texts.whole) or self._table.find(key) is None:
                self._table.put(key, texts)

    def tidy(self) -> None:
        """Copy what is left of files that are mostly out of use, and delete the files in which nothing is used."""
        used: Counter[str] = Counter()
        for texts in self._table.values():
            used[texts.file] += sum(texts.lengths)
        mostly_unused = {file for file, size in used.items() if size < self.pack.size_of(file) * _LEAST_USED}
        in_use = used.keys() - mostly_unused
        for key, texts in list(self._table.items()) if mostly_unused else ():
            if texts.file in mostly_unused:
                place = self.pack.add(self.pack.read(texts.whole))
                in_use.add(place.file)
                self._table.put(key, texts._replace(file=place.file, start=place.start))
        self.pack.delete_all_but(in_use)
