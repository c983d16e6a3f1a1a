"""What a build keeps for the next one, and that nothing which is damaged or of others is ever used."""

import os
from pathlib import Path

import pytest

from knowledge_hub.keeping import Store, Table, code_seal, fingerprint, pack, part_of
from knowledge_hub.keeping.store import MOST_SEALS


def _keep(folder: Path, **values: str) -> None:
    store = Store(folder, "a hub")
    with store.kept():
        for name, value in values.items():
            store.table("words").make(name.encode(), lambda value=value: value)


def _read(folder: Path, *names: str, about: str = "a hub") -> list[str | None]:
    table: Table[str] = Store(folder, about).table("words")
    return [table.find(name.encode()) for name in names]


def test_what_was_made_is_there_for_the_next_build(tmp_path: Path) -> None:
    """It isn't made again."""
    _keep(tmp_path, one="1")
    store = Store(tmp_path, "a hub")
    assert store.table("words").make(b"one", lambda: pytest.fail("made again")) == "1"
    assert store.made == {"words": 0}


def test_what_a_build_did_not_ask_for_is_gone_after_it(tmp_path: Path) -> None:
    """So a store is never larger than what one build needs."""
    _keep(tmp_path, one="1", two="2")
    _keep(tmp_path, two="2", three="3")
    assert _read(tmp_path, "one", "two", "three") == [None, "2", "3"]


def test_a_build_that_ends_early_takes_nothing_away(tmp_path: Path) -> None:
    """What it made is kept beside what was there."""
    _keep(tmp_path, one="1")
    store = Store(tmp_path, "a hub")

    def stop() -> str:
        raise KeyboardInterrupt

    store.table("words").make(b"two", lambda: "2")
    with pytest.raises(KeyboardInterrupt), store.kept():
        store.table("words").make(b"three", stop)
    assert _read(tmp_path, "one", "two") == ["1", "2"]


def test_what_is_made_apart_is_written_apart(tmp_path: Path) -> None:
    """A process of its own keeps what it asks for, whatever becomes of the tables of the one that began it."""
    _keep(tmp_path, one="1")
    store = Store(tmp_path, "a hub")
    store.table("words").find(b"one")
    with store.apart().kept() as other:
        other.table("numbers").put(b"1", "one")
    store.write()
    assert _read(tmp_path, "one") == ["1"]
    assert Store(tmp_path, "a hub").table("numbers").find(b"1") == "one"
    with Store().apart().kept() as nowhere:
        assert nowhere.table("words").find(b"one") is None


def test_two_builds_at_once_leave_a_whole_store(tmp_path: Path) -> None:
    """Each writes what it made, and neither hurts what the other did."""
    first, second = Store(tmp_path, "a hub"), Store(tmp_path, "a hub")
    for store, names in ((first, "abcd"), (second, "cdef")):
        for name in names:
            store.table("words").put(name.encode(), name.upper())
    first.write()
    second.write()
    found = _read(tmp_path, *"abcdef")
    assert found[2:] == ["C", "D", "E", "F"]
    assert set(found[:2]) <= {"A", "B", None}
    assert [path.name for path in tmp_path.rglob("tmp*")] == []


def test_other_code_or_another_folder_has_what_it_made_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Branches and versions don't take each other's values for theirs, nor away from each other."""
    _keep(tmp_path, one="1")
    assert _read(tmp_path, "one", about="another hub") == [None]
    with monkeypatch.context() as patched:
        patched.setattr(code_seal, "seal_code", lambda: b"other code")
        assert _read(tmp_path, "one") == [None]
        _keep(tmp_path, one="another 1")
    assert _read(tmp_path, "one") == ["1"]


@pytest.mark.parametrize("damage", [b"", b"\0", b"no table at all" * 9])
def test_a_damaged_table_is_as_if_it_were_not_there(tmp_path: Path, damage: bytes) -> None:
    """It is made anew."""
    _keep(tmp_path, one="1")
    for path in tmp_path.rglob("*.kept"):
        path.write_bytes(damage)
    assert _read(tmp_path, "one") == [None]
    _keep(tmp_path, one="1")
    assert _read(tmp_path, "one") == ["1"]


def test_a_change_of_a_single_byte_is_seen(tmp_path: Path) -> None:
    """A disk may give back something else than it was given."""
    _keep(tmp_path, one="1")
    (path,) = tmp_path.rglob("*.kept")
    written = bytearray(path.read_bytes())
    written[-3] ^= 1
    path.write_bytes(bytes(written))
    assert _read(tmp_path, "one") == [None]


def test_only_the_folders_used_last_are_kept(tmp_path: Path) -> None:
    """Of many branches, those that were built last."""
    for number in range(MOST_SEALS + 3):
        with Store(tmp_path, str(number)).kept() as store:
            store.table("words").put(b"one", "1")
        for age, place in enumerate(sorted(tmp_path.iterdir(), key=lambda place: -place.stat().st_mtime)):
            os.utime(place, (1_000_000 - age, 1_000_000 - age))
    assert len(list(tmp_path.iterdir())) == MOST_SEALS
    assert _read(tmp_path, "one", about=str(MOST_SEALS + 2)) == ["1"]


def test_a_folder_that_nobody_may_write_to_stops_no_build(tmp_path: Path) -> None:
    """The next build takes longer, and that is all."""
    (tmp_path / "kept").write_text("a file where the folder would be", encoding="utf-8")
    _keep(tmp_path / "kept", one="1")
    assert _read(tmp_path / "kept", "one") == [None]


def test_parts_that_differ_have_different_fingerprints() -> None:
    """Also where they would look alike when joined."""
    marks = [fingerprint(*parts) for parts in [(), ("",), ("ab",), ("a", "b"), ("", "ab"), ("a", "b", ""), (b"\xff",)]]
    assert len(set(marks)) == len(marks)
    assert fingerprint("ab") == fingerprint(b"ab")


@pytest.mark.parametrize("more", [{}, {b"b": "2"}, {b"a": "2"}, {b"q": "3"}])
def test_a_part_that_came_packed_is_kept_with_all_that_came_after_it(tmp_path: Path, more: dict[bytes, str]) -> None:
    """It is written as it came only where it is all of the part: “a” and “q” share one."""
    with Store(tmp_path, "a hub").kept() as store:
        table: Table[str] = store.table("words")
        table.put_packed(part_of(b"a"), pack({b"a": "1"}))
        for key, value in more.items():
            table.put(key, value)
        kept = dict(table.items())
    assert kept == {b"a": "1", **more}
    assert _read(tmp_path, "a", "b", "q") == [kept.get(key) for key in (b"a", b"b", b"q")]
