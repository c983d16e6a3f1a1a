"""Two things at once, where there are two processors: the second one in a process of its own, with the same result.

A process costs some hundredths of a second and its result is copied, so it pays only where there is a lot to do. Where
it can't be had, the second thing is done after the first.
"""

import os
import pickle
import sys
import threading
import weakref
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Generic, TypeVar

from knowledge_hub.keeping import PARTS, Table, pack, part_of

S = TypeVar("S")
T = TypeVar("T")

# From as many records on, half of the work on them takes longer than a process of its own costs.
MANY_RECORDS = 400


class Aside(Generic[T]):
    """Something that is being made, or will be when it is asked for."""

    def __init__(self, make: Callable[[], T], *, at_once: bool = True) -> None:
        self._make = make
        self._child = _start(make) if at_once and may_fork() else None

    def result(self) -> T:
        """Return what was made, or raise what went wrong; to be called once."""
        if self._child is not None:
            process, pipe = self._child
            with os.fdopen(pipe, "rb") as file:
                content = file.read()
            os.waitpid(process, 0)
            # A process that was killed has said nothing.
            if content:
                is_made, value = pickle.loads(content)  # noqa: S301 -- what our own process has just written
                if not is_made:
                    raise value
                made: T = value
                return made
        return self._make()


class Portions:
    """The numbers below `count`, at most 256, each for the first that asks: two processes end at the same time.

    A process that outlives the one it is a copy of gets none: nobody waits for what it makes.
    """

    def __init__(self, count: int) -> None:
        self._first = os.getpid()
        self._read_end, write_end = os.pipe()
        weakref.finalize(self, os.close, self._read_end)
        os.write(write_end, bytes(range(count)))
        os.close(write_end)

    def __iter__(self) -> Iterator[int]:
        while self._first in (os.getpid(), os.getppid()) and (taken := os.read(self._read_end, 1)):
            yield taken[0]


def fill(table: Table[T], missing: Mapping[bytes, S], make: Callable[[S], T]) -> None:
    """Make what a table lacks, by its keys: of much in two processes, neither of which waits for the other."""
    parts: list[list[bytes]] = [[] for _ in range(PARTS)]
    for key in missing:
        parts[part_of(key)].append(key)

    def make_part(part: int) -> dict[bytes, T]:
        return {key: make(missing[key]) for key in parts[part]}

    is_much = len(missing) >= MANY_RECORDS
    portions = Portions(PARTS if is_much else 0)
    # What the second process packs is written as it is.
    aside = Aside(lambda: {part: pack(make_part(part)) for part in portions}, at_once=is_much)
    made = {part: make_part(part) for part in portions}
    packed = aside.result()
    for part in range(PARTS):
        if part in packed:
            table.put_packed(part, packed[part])
            continue
        # Of little, and of what a killed process had taken, nothing is made so far.
        for key, value in (made[part] if part in made else make_part(part)).items():
            table.put(key, value)


def may_fork() -> bool:
    """Tell whether a second process can be had: not with threads, nor where the system's own libraries forbid it."""
    return sys.platform == "linux" and threading.active_count() == 1 and len(os.sched_getaffinity(0)) > 1


def _start(make: Callable[[], Any]) -> tuple[int, int]:
    read_end, write_end = os.pipe()
    process = os.fork()
    if process:
        os.close(write_end)
        return process, read_end
    os.close(read_end)
    _answer(make, write_end)
    # What the first process has to do at its end isn't the second one's.
    os._exit(0)


def _answer(make: Callable[[], Any], pipe: int) -> None:
    try:
        answer = (True, make())
    except BaseException as error:  # noqa: BLE001 -- all of it goes to whoever asks for the result
        answer = (False, error)
    with os.fdopen(pipe, "wb") as file:
        file.write(_pack(answer))


def _pack(answer: tuple[bool, Any]) -> bytes:
    """Return an answer as it is sent, b"" where it can't be: then the first process makes it itself."""
    try:
        content = pickle.dumps(answer, pickle.HIGHEST_PROTOCOL)
        if not answer[0]:
            # An exception may lose on the way what it is made of.
            pickle.loads(content)  # noqa: S301 -- what this process has just written
    except Exception:  # noqa: BLE001 -- whatever a value has against it
        return b""
    return content
