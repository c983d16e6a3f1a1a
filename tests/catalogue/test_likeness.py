"""Likeness: rare things that are shared count for more, and the work for each item is bounded."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge_hub.catalogue.likeness import Likeness


def _nearest(traits: list[str], position: int = 0, most: int = 4) -> list[tuple[int, list[str]]]:
    return Likeness([tuple(own) for own in traits]).nearest(position, {position}, most)


def test_the_rarer_trait_wins() -> None:
    """Sharing what few have is worth more than sharing what many have."""
    assert _nearest(["ab", "a", "b", "b", "", "", "", ""]) == [(1, ["a"]), (2, ["b"]), (3, ["b"])]


def test_two_shared_traits_are_better_than_one() -> None:
    """Likeness is a sum; the shared traits are named, the rarest first."""
    assert _nearest(["abc", "ab", "abc", *"cc", *[""] * 7])[:2] == [(2, ["a", "b", "c"]), (1, ["a", "b"])]
    assert _nearest(["ca", "ca", "c", *[""] * 5]) == [(1, ["a", "c"]), (2, ["c"])]


def test_what_half_of_all_have_counts_for_nothing() -> None:
    """A trait that says nothing makes nobody alike."""
    assert _nearest(["a", "a", "", ""]) == []
    assert _nearest(["a", "a", "", "", ""]) == [(1, ["a"])]


def test_excluded_items_stay_out() -> None:
    """What a page shows already isn't offered again."""
    likeness = Likeness([("a",), ("a",), ("a",), *[()] * 6])
    assert likeness.nearest(0, {0, 1}, 4) == [(2, ["a"])]


@pytest.mark.parametrize(("most", "expected"), [(0, []), (1, [1]), (2, [1, 2])])
def test_equals_are_taken_in_order(most: int, expected: list[int]) -> None:
    """The answer is the same every time: equals stand in the order of the list."""
    assert [position for position, _ in _nearest(["a", "a", "a", *[""] * 6], most=most)] == expected


def test_the_weight_is_the_inverse_document_frequency() -> None:
    """A sum over shared traits of ln(items / (2 x holders)): two of the one outweigh one of the other."""
    # 2 * ln(32 / (2 * 4)) is more than ln(32 / (2 * 2)).
    many = ["abx", "ab", "x", *"aabb", *[""] * 25]
    assert [position for position, _ in _nearest(many)][:2] == [1, 2]


def test_work_for_each_item_does_not_grow_with_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many hold a trait, only a few of them are looked at."""
    looked_at: list[int] = []
    window = Likeness._window  # noqa: SLF001 -- the work is counted where it is done

    def counting(likeness: Likeness[str], trait: str, position: int) -> list[int]:
        holders = window(likeness, trait, position)
        looked_at.append(len(holders))
        return holders

    monkeypatch.setattr(Likeness, "_window", counting)

    def work(items: int) -> int:
        sizes = (("a", 5), ("b", 20), ("c", items))
        likeness = Likeness([tuple(f"{name}{number % size}" for name, size in sizes) for number in range(items)])
        looked_at.clear()
        for position in range(items):
            likeness.nearest(position, {position}, 4)
        return sum(looked_at)

    assert work(8000) < 11 * work(800)


@given(st.lists(st.lists(st.sampled_from("abcdefgh"), unique=True), min_size=1, max_size=40), st.data())
def test_answers_hold_together(traits: list[list[str]], data: st.DataObject) -> None:
    """Whatever the library: at most what was asked, nobody twice, never itself, only what both have."""
    position = data.draw(st.integers(0, len(traits) - 1))
    found = Likeness(traits).nearest(position, {position}, 3)
    others = [other for other, _ in found]
    assert len(found) <= 3
    assert len(set(others)) == len(others)
    assert position not in others
    assert all(shared and set(shared) <= set(traits[position]) & set(traits[other]) for other, shared in found)
