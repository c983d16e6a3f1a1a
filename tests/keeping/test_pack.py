"""Large values outside memory."""

import os
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from knowledge_hub.keeping import Pack


@given(st.lists(st.binary(max_size=20_000), max_size=12), st.randoms(use_true_random=False))
def test_values_come_back_in_any_order(values: list[bytes], order: "st.Random") -> None:
    """Also while others are added."""
    pack, added = Pack(), list[tuple[bytes, object]]()
    for value in values:
        place = pack.add(value)
        added.append((value, place))
        other, where = order.choice(added)
        assert pack.read(where) == other


def test_a_later_build_reads_what_an_earlier_one_added(tmp_path: Path) -> None:
    """And adds to a file of its own."""
    first = Pack(tmp_path)
    one = first.add(b"one")
    second = Pack(tmp_path)
    assert second.has(one)
    two = second.add(b"two")
    assert (second.read(one), second.read(two)) == (b"one", b"two")
    assert one.file != two.file


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    """Then the value is made anew."""
    first = Pack(tmp_path)
    one = first.add(b"one")
    for path in tmp_path.iterdir():
        path.unlink()
    assert not Pack(tmp_path).has(one)


def test_a_file_in_use_can_be_read_after_another_build_deleted_it(tmp_path: Path) -> None:
    """Two builds at once don't hurt each other."""
    first = Pack(tmp_path)
    one = first.add(b"one")
    second, third = Pack(tmp_path), Pack(tmp_path)
    assert second.has(one)
    assert third.has(one)
    third.delete_all_but([])
    assert list(tmp_path.iterdir()) == []
    assert second.read(one) == b"one"


def test_a_file_of_a_build_that_goes_on_is_left_alone(tmp_path: Path) -> None:
    """What nobody uses is deleted once it is old."""
    going_on = Pack(tmp_path)
    going_on.add(b"one")
    Pack(tmp_path).delete_all_but([])
    (path,) = tmp_path.iterdir()
    os.utime(path, (1_000_000, 1_000_000))
    Pack(tmp_path).delete_all_but([])
    assert list(tmp_path.iterdir()) == []
