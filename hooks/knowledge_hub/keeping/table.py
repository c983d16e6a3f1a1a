"""The values of one kind by what they were made from."""

import pickle
from collections.abc import Callable, ItemsView, ValuesView
from typing import Generic, TypeVar

T = TypeVar("T")

# A table is written in so many parts, by the first byte of its keys, so that one edit writes a small part of it.
PARTS = 16


class Table(Generic[T]):
    """The values of one kind by their keys; `made` counts those that had to be made."""

    def __init__(self, before: dict[bytes, T] | None = None) -> None:
        self._before = before or {}
        self._asked: dict[bytes, T] = {}
        self._changed: set[int] = set()
        # Parts that came packed, with the number of their values.
        self._packed: dict[int, tuple[int, bytes]] = {}
        self.made = 0

    def find(self, key: bytes) -> T | None:
        """Return what is kept for a key, None where nothing is; no value is None."""
        value = self._asked.get(key)
        if value is None and (value := self._before.get(key)) is not None:
            self._asked[key] = value
        return value

    def put(self, key: bytes, value: T) -> T:
        """Keep a value that was just made, and return it."""
        self.made += 1
        self._asked[key] = value
        part = part_of(key)
        self._changed.add(part)
        self._packed.pop(part, None)
        return value

    def put_packed(self, part: int, content: bytes) -> None:
        """Keep values of one part that another process made and packed; it is written as it came if that is all."""
        values: dict[bytes, T] = pickle.loads(content)  # noqa: S301 -- what our own process has just packed
        for key, value in values.items():
            self.put(key, value)
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

    def items(self) -> ItemsView[bytes, T]:
        """Return what was asked for in this build, with its keys."""
        return self._asked.items()

    def values(self) -> ValuesView[T]:
        """Return what was asked for in this build."""
        return self._asked.values()

    def find_changed_parts(self, *, with_unasked: bool) -> dict[int, dict[bytes, T]]:
        """Return the parts that are to hold something else than before; `with_unasked`, what wasn't asked for stays."""
        left_out = () if with_unasked else (key for key in self._before if key not in self._asked)
        parts: dict[int, dict[bytes, T]] = {part: {} for part in (*self._changed, *map(part_of, left_out))}
        kept = {**self._before, **self._asked} if with_unasked else self._asked
        for key, value in kept.items() if parts else ():
            if (part := part_of(key)) in parts:
                parts[part][key] = value
        return parts


def part_of(key: bytes) -> int:
    """Return the number of the part in which a key stands."""
    return key[0] % PARTS


def pack(values: dict[bytes, T]) -> bytes:
    """Return values by their keys as they are written."""
    return pickle.dumps(values, pickle.HIGHEST_PROTOCOL)
