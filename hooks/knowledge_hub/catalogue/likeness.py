"""Which items are alike, by the traits they share; something rare that is shared counts for more."""

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import islice
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)

# These two bound the work for each item, so that the whole stays linear in the number of items:
# how many holders of one trait are looked at (those that stand next to the item), and how many of
# an item's traits (the rarest; the common ones hardly count, and cost the most).
_WINDOW = 32
_RAREST = 8
# Few items have so many traits, and they are like many others.
_MANY = 100


class Likeness(Generic[T]):
    """The traits of items, which are known by their position in a list."""

    def __init__(self, traits: Sequence[Sequence[T]]) -> None:
        self._traits = traits
        self._large_sets: dict[int, frozenset[T]] = {}
        self._holders: dict[T, list[int]] = defaultdict(list)
        for position, own in enumerate(traits):
            for trait in own:
                self._holders[trait].append(position)
        self._weights = {trait: _weight(len(held), len(traits)) for trait, held in self._holders.items()}

    def nearest(
        self, position: int, excluded: set[int], most: int, told: int | None = None
    ) -> list[tuple[int, list[T]]]:
        """Return at most `most` items like this one, each with the traits both have, rarest first, at most `told`.

        Likeness is the sum of the inverse document frequencies of what two items share.
        """
        ranked = self._by_rarity(self._traits[position])
        votes: dict[int, float] = {}
        for trait in ranked[:_RAREST]:
            weight = self._weights[trait]
            for other in self._window(trait, position):
                votes[other] = votes.get(other, 0.0) + weight
        for other in excluded:
            votes.pop(other, None)
        best = [(other, self._trait_set(other)) for other in _find_best(votes, most)]
        return [(other, list(islice(filter(theirs.__contains__, ranked), told))) for other, theirs in best]

    def _trait_set(self, position: int) -> AbstractSet[T]:
        """Return the traits of an item; of all items they would take more room than the list."""
        if len(self._traits[position]) < _MANY:
            return set(self._traits[position])
        if position not in self._large_sets:
            self._large_sets[position] = frozenset(self._traits[position])
        return self._large_sets[position]

    def _window(self, trait: T, position: int) -> list[int]:
        holders = self._holders[trait]
        if len(holders) <= _WINDOW:
            return holders
        start = max(0, bisect_left(holders, position) - _WINDOW // 2)
        return holders[start : start + _WINDOW]

    def _by_rarity(self, traits: Sequence[T]) -> list[T]:
        """Return the traits that count at all, the rarest first; equals keep their order."""
        weights = self._weights
        return sorted((trait for trait in traits if weights[trait] > 0), key=weights.__getitem__, reverse=True)


def _find_best(votes: Mapping[int, float], most: int) -> list[int]:
    """Return the items with the most votes; of equals the first."""
    # Few can be among the best, so only they are put in order with their places.
    least = min(sorted(votes.values(), reverse=True)[:most], default=0)
    best = sorted([(-vote, other) for other, vote in votes.items() if vote >= least])
    return [other for _, other in best[:most]]


def _weight(held: int, items: int) -> float:
    """Return how much sharing a trait counts for; one that half of all have counts for nothing."""
    return max(0.0, math.log(items / (2 * held)))
