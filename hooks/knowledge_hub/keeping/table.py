"""The values of one kind by what they were made from."""

import itertools
import pickle
from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")

# A table is written in so many parts, by the first byte of its keys, so that one edit writes a small part of it.
PARTS = 16


class Table(Generic[T]):
    """The values of one kind by their keys, in parts; `made` counts those that had to be made."""

    def __init__(self, before: Sequence[dict[bytes, T]] | None = None) -> None:
        # What nobody has asked for yet.
        self._before = before or [{} for _ in range(PARTS)]
        self._asked: list[dict[bytes, T]] = [{} for _ in range(PARTS)]
        self._changed: set[int] = set()
        # Parts that came packed, with the number of their values.
        self._packed: dict[int, tuple[int, bytes]] = {}
        self.made = 0

    def find(self, key: bytes) -> T | None:
        """Return what is kept for a key, None where nothing is; no value is None."""
        part = part_of(key)
        value = self._asked[part].get(key)
        if value is None and (value := self._before[part].pop(key, None)) is not None:
            self._asked[part][key] = value
        return value

    def put(self, key: bytes, value: T) -> T:
        """Keep a value that was just made, and return it."""
        part = part_of(key)
        self._asked[part][key] = value
        self._note_change(part, 1)
        return value

    def put_packed(self, part: int, content: bytes) -> None:
        """Keep values of one part that another process made and packed; it is written as it came if that is all."""
        values: dict[bytes, T] = pickle.loads(content)  # noqa: S301 -- what our own process has just packed
        self._asked[part].update(values)
        self._note_change(part, len(values))
        self._packed[part] = len(values), content

    def pack_part(self, part: int, kept: dict[bytes, T]) -> bytes:
        """Return what is to be kept of a part as it is written."""
        count, content = self._packed.get(part, (0, b""))
        # All of its values are asked for, so as many are the same.
        return content if count == len(kept) else pack(kept)

    def make(self, key: bytes, maker: Callable[[], T]) -> T:
        """Return what is kept for a key, or make it now."""
        found = self.find(key)
        return self.put(key, maker()) if found is None else found

    def items(self) -> Iterator[tuple[bytes, T]]:
        """Yield what was asked for in this build, with its keys."""
        return itertools.chain.from_iterable(part.items() for part in self._asked)

    def values(self) -> Iterator[T]:
        """Yield what was asked for in this build."""
        return itertools.chain.from_iterable(part.values() for part in self._asked)

    def find_changed_parts(self, *, with_unasked: bool) -> dict[int, dict[bytes, T]]:
        """Return the parts that are to hold something else than before; `with_unasked`, what wasn't asked for stays."""
        if with_unasked:
            return {part: {**self._before[part], **self._asked[part]} for part in self._changed}
        left_out = (part for part, unasked in enumerate(self._before) if unasked)
        return {part: self._asked[part] for part in (*self._changed, *left_out)}

    def _note_change(self, part: int, made: int) -> None:
        self.made += made
        self._changed.add(part)
        self._packed.pop(part, None)


def part_of(key: bytes) -> int:
    """Return the number of the part in which a key stands."""
    return key[0] % PARTS


def pack(values: dict[bytes, T]) -> bytes:
    """Return values by their keys as they are written."""
    return pickle.dumps(values, pickle.HIGHEST_PROTOCOL)
