"""Schemas and forms: written anew when they are due, and only then."""

import json
from pathlib import Path

import pytest

from knowledge_hub.library.library import Library
from knowledge_hub.library.loading import load_library
from setup.generated_files import find_due_files, refresh_generated_files, write_generated_files
from support.small_library import write_content

SCHEMA = "content/schemas/lesson.schema.json"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with a lesson, its generated files up to date."""
    write_content(tmp_path, {"lessons/first": {"title": "First"}})
    write_generated_files(tmp_path, load(tmp_path))
    return tmp_path


def load(root: Path) -> Library:
    return load_library(root / "content")[0]


def test_nothing_is_due_after_writing(root: Path) -> None:
    """What was just written is up to date, and writing again changes nothing."""
    assert find_due_files(root, load(root)) == []
    assert write_generated_files(root, load(root)) == []


def test_a_new_record_alone_makes_nothing_due(root: Path) -> None:
    """Contributors who add a record have no generated file to commit."""
    first = root / "content" / "lessons" / "first.yml"
    text = first.read_text(encoding="utf-8")
    first.with_name("second.yml").write_text(text.replace("First", "Second"), encoding="utf-8")
    assert find_due_files(root, load(root)) == []
    assert SCHEMA in write_generated_files(root, load(root))


def test_a_suggested_id_that_is_gone_is_due(root: Path) -> None:
    """An editor never suggests a record that was removed."""
    (root / "content" / "lessons" / "first.yml").unlink()
    assert SCHEMA in find_due_files(root, load(root))


def test_a_build_writes_what_is_due_and_says_so(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A schema that lags behind the types is written anew, in one line."""
    before = (root / SCHEMA).read_text(encoding="utf-8")
    (root / SCHEMA).write_text(json.dumps({**json.loads(before), "description": "old"}), encoding="utf-8")
    refresh_generated_files(root, None)
    assert (root / SCHEMA).read_text(encoding="utf-8") == before
    assert capsys.readouterr().out == f"Out of date, and written anew: {SCHEMA}. Commit them, too.\n"


def test_a_broken_library_overwrites_nothing(root: Path) -> None:
    """Content with an error leaves the generated files as they are."""
    (root / SCHEMA).write_text("old", encoding="utf-8")
    (root / "content" / "lessons" / "first.yml").write_text("title: one: two", encoding="utf-8")
    refresh_generated_files(root, None)
    assert (root / SCHEMA).read_text(encoding="utf-8") == "old"


def test_other_content_is_left_alone(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build of another folder has nothing to do with the project's own files."""
    (root / SCHEMA).write_text("old", encoding="utf-8")
    refresh_generated_files(root, str(tmp_path / "elsewhere"))
    monkeypatch.setenv("HUB_CONTENT", str(tmp_path / "elsewhere"))
    refresh_generated_files(root, None)
    assert (root / SCHEMA).read_text(encoding="utf-8") == "old"
