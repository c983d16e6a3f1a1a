"""Files outside memory, some of them of parts that an earlier build made."""

import os
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from knowledge_hub.keeping import FileStore, Joined, Store, fingerprint

_PATHS = st.sampled_from(["a.json", "b/c.xml", "d"])


@given(st.lists(st.tuples(_PATHS, st.none() | st.binary(max_size=20_000)), max_size=20))
def test_files_come_back_as_they_were(steps: list[tuple[str, bytes | None]]) -> None:
    """In whichever order they are written and read; one that is written again takes the place of the first."""
    store, expected = FileStore(), dict[str, bytes]()
    for path, content in steps:
        if content is not None:
            store[path] = expected[path] = content
        assert store.get(path) == expected.get(path)
    assert dict(store) == expected


def test_a_file_is_joined_of_its_parts() -> None:
    """In their order, with what stands around them; its size is told before it is read."""
    store = FileStore()
    first = store.parts.put(b"one", None, [b"a", b"", b"ccc"])
    second = store.parts.put(b"two", None, [b"ee", b"ff", b"dd"])
    joined = Joined((first, second), 2, b"[", b", ", b"]")
    store.join("list.json", joined, b"mark")
    assert store["list.json"] == b"[ccc, dd]"
    assert (joined.size, store.size("list.json"), store.mark("list.json")) == (*[len(b"[ccc, dd]")] * 2, b"mark")
    assert Joined((), 2, b"[", b", ", b"]").size == len(b"[]")


def test_parts_are_there_for_the_next_build(tmp_path: Path) -> None:
    """Unless their file was cut short: then they are made anew."""
    store = Store(tmp_path)
    with store.kept():
        FileStore(store).parts.put(b"one", None, [b"a", b"bb"])
    later = FileStore(Store(tmp_path)).parts
    texts = later.find(b"one")
    assert texts
    assert [later.read(place) for place in texts.places] == [b"a", b"bb"]
    (pack,) = tmp_path.rglob("*.pack")
    os.truncate(pack, 2)
    assert FileStore(Store(tmp_path)).parts.find(b"one") is None


def test_parts_that_are_no_longer_used_make_room(tmp_path: Path) -> None:
    """What is left of a file that is mostly out of use moves, and the file goes."""
    with Store(tmp_path).kept() as store:
        for number in range(8):
            store.texts("words").put(bytes([number]), None, [bytes(1000)])
    with Store(tmp_path).kept() as store:
        assert store.texts("words").find(b"\3")
    (pack,) = tmp_path.rglob("*.pack")
    assert pack.stat().st_size == len(bytes(1000))
    with Store(tmp_path).kept() as store:
        texts = store.texts("words").find(b"\3")
        assert texts
        assert store.texts("words").read(texts.whole) == bytes(1000)


def test_files_made_together_are_there_for_the_next_build(tmp_path: Path) -> None:
    """With what stands for each; none at all are some, too."""
    files = {"a": b"one", "b/c": b"", "d": b"other"}
    with Store(tmp_path).kept() as store:
        FileStore(store).put_bundle(b"some", lambda made: made.update(files))
        FileStore(store).put_bundle(b"none", lambda _: None)
    later = FileStore(Store(tmp_path))
    some, none = later.bundles.find(b"some"), later.bundles.find(b"none")
    assert some
    assert none
    later["d"] = b"before"
    later.add_bundle(none)
    later.add_bundle(some)
    assert dict(later) == files
    assert later.mark("d") == fingerprint(b"other")


def test_files_that_another_process_has_made_are_taken_over(tmp_path: Path) -> None:
    """Also what both have made."""
    here, there = FileStore(Store(tmp_path)), FileStore(Store(tmp_path))
    made = there.put_bundle(b"some", lambda made: made.update(a=b"one"))
    for _ in range(2):
        here.bundles.adopt([(b"some", made)])
        here.add_bundle(made)
        assert dict(here) == {"a": b"one"}
    parts = there.parts.put(b"one", None, [b"text"])
    here.parts.adopt([(b"one", parts)])
    assert here.parts.read(parts.place(0)) == b"text"
