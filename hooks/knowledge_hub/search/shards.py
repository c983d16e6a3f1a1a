"""Postings to files of bounded size, so that a reader's question needs few and small ones."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import sub

import numpy as np

from knowledge_hub.search.inverting import Postings
from knowledge_hub.search.occurrences import Numbers

# Characters of one file of terms, of which a third is left once it is packed for the way. A small library has smaller
# ones, so that the first question costs little; of a large one, they would be so many that the entry gets long.
# In steps, because another size changes every file.
_SHARD_SIZES = (9_000, 15_000)
SHARD_SIZE = 30_000
_MANY = 100
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Group:
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


def write_group(name: str, forms: Iterable[str], postings: Postings) -> Group:
    """Return a term as it stands in the files."""
    ordered = tuple(sorted(forms))
    steps = np.diff(postings.ids, prepend=0).tolist()
    parts = [
        write_json(ordered),
        f"[{''.join(map(_FOLLOWING.__getitem__, steps))[1:]}]",
        f'"{_write_digits(postings.weights)}"',
        f'"{_write_digits(postings.sections)}"',
    ]
    return Group(name, ordered, f"[{','.join(parts)}]", _write_positions(postings))


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


def write_json(value: object) -> str:
    """Return JSON without a needless character."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


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
    return "".join(map(_DIGITS.__getitem__, numbers.tolist()))


def _write_positions(postings: Postings) -> str:
    """Return a list of positions for each document, as steps."""
    if not len(postings.positions):
        return ""
    steps = np.diff(postings.positions, prepend=0)
    starts = np.cumsum(postings.counts) - postings.counts
    # A number below zero begins a list.
    steps[starts] = ~postings.positions[starts]
    return f"[{''.join(map(_FOLLOWING.__getitem__, steps.tolist()))[2:]}]]"


class _Following(dict[int, str]):
    """Numbers as they are written behind others, each put into words once; ~n is n as the first of a list."""

    def __missing__(self, number: int) -> str:
        text = self[number] = f",{number}" if number >= 0 else f"],[{~number}"
        return text


_FOLLOWING = _Following()
