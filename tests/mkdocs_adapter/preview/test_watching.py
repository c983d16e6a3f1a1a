"""What counts as one change of the files that a preview watches."""

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from mkdocs_adapter.preview import watching
from mkdocs_adapter.preview.watching import Watcher

_NOW = 0.0
# Ends long before: a test that waits in vain fails.
_PATIENCE = 60.0


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a file, and one below it."""
    (tmp_path / "lessons").mkdir()
    for name in ("mkdocs.yml", "lessons/one.yml"):
        (tmp_path / name).write_text("title: One", encoding="utf-8")
    return tmp_path


@pytest.fixture
def watcher(folder: Path) -> Iterator[Watcher]:
    """A watcher of the folder below and of the file, to which the system tells nothing yet."""
    watcher = Watcher()
    watcher.watch(folder / "lessons")
    watcher.watch(folder / "mkdocs.yml")
    yield watcher
    watcher.stop()


def test_several_writes_are_one_change(watcher: Watcher, folder: Path) -> None:
    """Written twice, put in place of the old file, with what an editor leaves beside it."""
    path = folder / "lessons/one.yml"
    assert not watcher.wait(_NOW)
    path.write_text("title: Two", encoding="utf-8")
    path.write_text("title: Three", encoding="utf-8")
    (folder / "lessons/.one.yml.swp").write_bytes(b"vi")
    new = folder / "lessons/one.yml.tmp"
    new.write_text("title: Four", encoding="utf-8")
    new.replace(path)
    assert watcher.wait(_NOW)
    assert not watcher.wait(_NOW)


@pytest.mark.parametrize("name", [".one.yml.swp", ".#one.yml", "one.yml~", "#one.yml#", "one.yml.tmp"])
def test_what_editors_leave_is_no_change(watcher: Watcher, folder: Path, name: str) -> None:
    """Opening a file in an editor isn't saving it."""
    (folder / "lessons" / name).write_bytes(b"")
    assert not watcher.wait(_NOW)


def test_what_changes_meanwhile_counts_afterwards(watcher: Watcher, folder: Path) -> None:
    """However often it changed, once."""
    (folder / "mkdocs.yml").write_text("title: Twice", encoding="utf-8")
    assert watcher.wait(_NOW)
    for number in range(3):
        (folder / "lessons/one.yml").write_text(f"title: Longer{'!' * number}", encoding="utf-8")
    assert watcher.wait(_NOW)
    assert not watcher.wait(_NOW)


def test_new_and_lost_files_are_changes(watcher: Watcher, folder: Path) -> None:
    """So is an older file in the place of one of the same size; a neighbor of a watched file is none."""
    (folder / "neighbor.yml").write_bytes(b"x")
    assert not watcher.wait(_NOW)
    (folder / "lessons/deep").mkdir()
    (folder / "lessons/deep/two.yml").write_bytes(b"x")
    assert watcher.wait(_NOW)
    (folder / "lessons/deep/two.yml").unlink()
    assert watcher.wait(_NOW)
    older = folder / "older.yml"
    older.write_text("title: Old", encoding="utf-8")
    times = (folder / "mkdocs.yml").stat()
    os.utime(older, ns=(times.st_atime_ns, times.st_mtime_ns))
    older.replace(folder / "mkdocs.yml")
    assert watcher.wait(_NOW)


def test_an_empty_file_is_about_to_be_written(watcher: Watcher, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Many programs empty a file first; the change has settled when its text is there."""
    monkeypatch.setattr(watching, "_WRITTEN", _PATIENCE)
    path = folder / "lessons/one.yml"
    path.write_bytes(b"")
    writing = threading.Timer(0.2, path.write_bytes, (b"title: Two",))
    writing.start()
    assert watcher.wait(_PATIENCE)
    assert path.read_bytes() == b"title: Two"
    writing.join()


def test_the_system_tells_of_a_change(watcher: Watcher, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody looks in vain, and nobody waits for the next look."""
    monkeypatch.setattr(watcher, "_every", _PATIENCE)
    watcher.start()
    new = folder / "new.yml"
    new.write_text("title: New", encoding="utf-8")
    threading.Timer(0.2, new.replace, (folder / "mkdocs.yml",)).start()
    assert watcher.wait(_PATIENCE / 2)


def test_where_the_system_tells_nothing_a_look_finds_it(watcher: Watcher, folder: Path) -> None:
    """As on a network drive; a folder that isn't there yet is watched, too."""
    path = folder / "docs/page.md"
    watcher.watch(path.parent)

    def write() -> None:
        path.parent.mkdir()
        path.write_bytes(b"# Page")

    threading.Timer(0.2, write).start()
    assert watcher.wait(_PATIENCE)


def test_a_path_can_be_let_go(watcher: Watcher, folder: Path) -> None:
    """As plugins do."""
    watcher.unwatch(folder / "mkdocs.yml")
    watcher.wait(_NOW)
    (folder / "mkdocs.yml").write_bytes(b"")
    assert not watcher.wait(_NOW)
