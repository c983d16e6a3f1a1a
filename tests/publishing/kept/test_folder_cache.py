"""Where finished files are kept between builds, and whether they are made at all."""

from pathlib import Path

import pytest

from knowledge_hub.publishing.kept.folder_cache import FolderCache, open_pack_cache
from knowledge_hub.settings.switches import UnclearSwitch


def test_what_is_kept_is_there_for_the_next_build(tmp_path: Path) -> None:
    """Files are found again by their key, in any order they came, as bytes."""
    FolderCache(tmp_path / "kept").update({"bb2": b"\x00two", "aa1": b"one"})
    cache = FolderCache(tmp_path / "kept")
    assert dict(cache) == {"aa1": b"one", "bb2": b"\x00two"}
    assert len(cache) == 2
    assert "aa1" in cache
    assert cache.get("cc3") is None


def test_a_key_can_be_given_anew_and_up(tmp_path: Path) -> None:
    """The last file counts, and what was taken out is gone."""
    cache = FolderCache(tmp_path)
    cache["aa1"] = b"old"
    cache["aa1"] = b"new"
    assert cache["aa1"] == b"new"
    del cache["aa1"]
    assert list(cache) == []
    with pytest.raises(KeyError):
        cache["aa1"]


def test_the_folder_may_be_deleted_at_any_time(tmp_path: Path) -> None:
    """Nothing is kept then, and the next file makes it again."""
    cache = FolderCache(tmp_path / "not" / "there")
    assert (len(cache), cache.get("aa1")) == (0, None)
    cache["aa1"] = b"one"
    assert cache["aa1"] == b"one"


def test_a_build_that_stops_halfway_leaves_no_half_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file gets its name when it is whole; until then the old one stays."""
    cache = FolderCache(tmp_path)
    cache["aa1"] = b"old"

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", stop)
    with pytest.raises(KeyboardInterrupt):
        cache["aa1"] = b"new"
    assert cache["aa1"] == b"old"


@pytest.mark.parametrize(("setting", "made"), [("", False), ("0", False), ("false", False), ("1", True), ("yes", True)])
def test_packs_are_made_where_they_are_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, setting: str, made: bool
) -> None:
    """A variable asks for them, and another says where they are kept."""
    monkeypatch.setenv("HUB_PACKS", setting)
    monkeypatch.setenv("HUB_CACHE", str(tmp_path / "kept"))
    cache = open_pack_cache(tmp_path)
    assert (cache is not None) == made
    if cache is not None:
        cache["aa1"] = b"one"
        assert (tmp_path / "kept" / "packs" / "aa" / "aa1").is_file()


def test_a_switch_that_is_not_understood_is_no_guess(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sentence names the variable."""
    monkeypatch.setenv("HUB_PACKS", "perhaps")
    with pytest.raises(UnclearSwitch, match="HUB_PACKS is “perhaps”"):
        open_pack_cache(tmp_path)
