"""Postings to files of bounded size, so that a reader's question needs few and small ones."""

import functools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import sub
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from knowledge_hub.search.inverting import Postings
from knowledge_hub.search.occurrences import Numbers
from knowledge_hub.search.shown import write_json, write_texts

# Characters of one file of terms, of which a third is left once it is packed for the way. A small library has smaller
# ones, so that the first question costs little; of a large one, they would be so many that the entry gets long.
# In steps, because another size changes every file.
_SHARD_SIZES = (9_000, 15_000)
SHARD_SIZE = 30_000
_MANY = 100
_DIGITS = b"0123456789abcdefghijklmnopqrstuvwxyz"
_CUT = "\n"


class Group(NamedTuple):
    """One term as it is written: name, forms in order, postings and positions as JSON; a concept has no positions.

    `beside` are the spellings in order beside which it is looked for, if these aren't its own forms.
    """

    name: str
    forms: tuple[str, ...]
    postings: str
    positions: str
    beside: tuple[str, ...] = ()

    @property
    def first(self) -> str:
        """Return the first spelling that leads to it."""
        return (self.beside or self.forms)[0]

    @property
    def last(self) -> str:
        """Return the last spelling that leads to it."""
        return (self.beside or self.forms)[-1]


@dataclass(frozen=True, slots=True)
class Shard:
    """The terms from one form up to that of the next shard; `first` is "" for the first one."""

    first: str
    terms: str
    positions: str


def write_groups(names: Sequence[str], forms: Sequence[Iterable[str]], postings: Postings) -> Iterator[Group]:
    """Yield each term as it stands in the files; names and forms are those of all terms by number."""
    numbers = postings.terms.tolist()
    ids = _write_ids(postings)
    positions = _write_positions(postings) if len(postings.positions) else [""] * len(numbers)
    bounds = pairwise([*postings.starts.tolist(), len(postings.ids)])
    weights, sections = _write_digits(postings.weights), _write_digits(postings.sections)
    for number, steps, places, (start, end) in zip(numbers, ids, positions, bounds, strict=True):
        ordered = tuple(sorted(forms[number]))
        written = f'[{write_texts(ordered)},[{steps}],"{weights[start:end]}","{sections[start:end]}"]'
        yield Group(names[number], ordered, written, places and f"[[{places}]]")


def cut_shards(groups: Iterable[Group], size: int | None = None) -> list[Shard]:
    """Return the groups in shards of at most about `size` characters, in the order of their first forms.

    Without a size, it follows from how much there is.

    A group whose forms reach over a boundary stands on both sides, so that each form is found where its own
    spelling leads to.
    """
    ordered = sorted(groups, key=lambda group: (group.first, group.name))
    starts = _find_starts(ordered, size or _find_size(ordered))
    bounds = pairwise([*starts, len(ordered)])
    firsts = ["", *(ordered[start].first for start in starts[1:])]
    shards = []
    reaching: list[Group] = []
    for first, (start, end) in zip(firsts, bounds, strict=True):
        within = [*(group for group in reaching if group.last >= first), *ordered[start:end]]
        shards.append(_write_shard(first, within))
        reaching = within
    return shards


def find_steps(numbers: Sequence[int]) -> list[int]:
    """Return the first of rising numbers, then how much each is larger than the one before it."""
    return [*numbers[:1], *map(sub, numbers[1:], numbers)]


def _find_size(groups: Sequence[Group]) -> int:
    whole = sum(len(group.postings) for group in groups)
    return next((size for size in _SHARD_SIZES if whole <= size * _MANY), SHARD_SIZE)


def _find_starts(ordered: Sequence[Group], size: int) -> list[int]:
    starts, filled = [0], 0
    for place, group in enumerate(ordered):
        length = len(group.name) + len(group.postings)
        # Groups with one first form lie together: a form leads to one shard.
        if filled and filled + length > size and group.first != ordered[place - 1].first:
            starts.append(place)
            filled = 0
        filled += length
    return starts


def _write_shard(first: str, groups: Iterable[Group]) -> Shard:
    # A concept may lie beside several words of one file.
    listed = list({group.name: group for group in groups}.values())
    return Shard(
        first,
        f"{{{','.join(f'{write_json(group.name)}:{group.postings}' for group in listed)}}}",
        f"{{{','.join(f'{write_json(group.name)}:{group.positions}' for group in listed if group.positions)}}}",
    )


def _write_digits(numbers: Numbers) -> str:
    return np.frombuffer(_DIGITS, dtype=np.uint8)[numbers].tobytes().decode()


def _write_ids(postings: Postings) -> list[str]:
    """Return the ids of each term's documents, as steps."""
    steps = np.diff(postings.ids, prepend=0)
    steps[postings.starts] = postings.ids[postings.starts]
    begins = np.zeros(len(steps), dtype=np.intp)
    begins[postings.starts] = 1
    return _write_numbers(steps, begins, (",", _CUT))


def _write_positions(postings: Postings) -> list[str]:
    """Return the positions in each term's documents: a list for each document, as steps."""
    starts = np.cumsum(postings.counts) - postings.counts
    steps = np.diff(postings.positions, prepend=0)
    steps[starts] = postings.positions[starts]
    begins = np.zeros(len(steps), dtype=np.intp)
    begins[starts] = 1
    begins[starts[postings.starts]] = 2
    return _write_numbers(steps, begins, (",", "],[", _CUT))


def _write_numbers(numbers: Numbers, begins: Numbers, signs: tuple[str, ...]) -> list[str]:
    """Return numbers as text, each behind the sign that it begins with, cut where that is _CUT."""
    if not len(numbers):
        return []
    # Every number below this one is put into words once, which a library has thousands of times.
    most = 1 << int(numbers.max()).bit_length()
    written: bytes = _list_written(most, signs)[begins * most + numbers].tobytes()
    return written.translate(None, b"\0").decode().split(_CUT)[1:]


@functools.lru_cache(maxsize=32)
def _list_written(most: int, signs: tuple[str, ...]) -> NDArray[np.bytes_]:
    """Return the numbers below `most` behind each sign, filled up with zero bytes to the same length."""
    numbers = np.arange(most).astype(f"S{len(str(most))}")
    return np.concatenate([np.strings.add(sign.encode(), numbers) for sign in signs])
