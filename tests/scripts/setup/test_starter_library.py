"""When content/ and docs/ count as the starter library."""

from pathlib import Path

import pytest

from setup.starter_library import LIST, find_change, render_list


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    """A project with a small library, and the list of its files."""
    for name in ("content/lessons/ask.yml", "content/roles/nurse.yml", "docs/about.md", LIST):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"This is {name}.", encoding="utf-8")
    (tmp_path / LIST).write_text(render_list(tmp_path), encoding="utf-8")
    return tmp_path


def test_an_unchanged_library_is_known(hub: Path) -> None:
    """Hidden files, schemas that are made from the records, and everything elsewhere don't count."""
    for name in ("content/.notes", "content/schemas/lesson.schema.json", "README.md"):
        (hub / name).parent.mkdir(exist_ok=True)
        (hub / name).write_text("x", encoding="utf-8")
    assert find_change(hub) == ""


@pytest.mark.parametrize("name", ["content/lessons/ask.yml", "content/lessons/new.yml", "docs/new/page.md"])
def test_a_changed_or_new_file_is_named(hub: Path, name: str) -> None:
    """One letter is enough."""
    (hub / name).parent.mkdir(exist_ok=True)
    with (hub / name).open("a", encoding="utf-8") as file:
        file.write(".")
    assert find_change(hub) == name


def test_the_first_missing_file_is_named(hub: Path) -> None:
    """A host may delete what they like, folders and all."""
    for path in ("content/roles/nurse.yml", "docs/about.md"):
        (hub / path).unlink()
    (hub / "docs").rmdir()
    assert find_change(hub) == "content/roles/nurse.yml"
