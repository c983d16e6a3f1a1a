"""File names: what can be a record's address on every computer, and what to do with the others."""

import sys
from pathlib import Path

import pytest

from knowledge_hub.library.file_names import check_file_name
from knowledge_hub.library.loading import load_library
from support.small_library import brief, write_content


@pytest.mark.parametrize("name", ["nurse", "school-nurse", "988", "a" * 60, "console", "com"])
def test_ordinary_names(name: str) -> None:
    """Small letters, digits and single hyphens make a name."""
    assert check_file_name(f"content/roles/{name}.yml") is None


@pytest.mark.parametrize("name", ["con", "nul", "aux", "prn", "com1", "lpt9"])
def test_names_that_windows_keeps(name: str) -> None:
    """A file that can't be saved on Windows would keep people from copying the hub."""
    problem = check_file_name(f"content/roles/{name}.yml")
    assert problem is not None
    assert problem.code == "bad-file-name"
    assert f"{name}-team.yml" in problem.help


@pytest.mark.parametrize(
    ("name", "suggestion"),
    [
        ("School Nurse", "school-nurse.yml"),
        ("école_1", "ecole-1.yml"),
        ("学校", "school-nurse.yml"),
        ("CON", "school-nurse.yml"),
    ],
)
def test_a_better_name_is_suggested(name: str, suggestion: str) -> None:
    """The message has a name that would do."""
    problem = check_file_name(f"content/roles/{name}.yml")
    assert problem is not None
    assert suggestion in problem.help


@pytest.mark.parametrize("name", ["nurse.YML", "nurse.yaml", "nurse.Yml"])
def test_another_ending_is_one_problem(tmp_path: Path, name: str) -> None:
    """A file that would not be read is named, with the name that would."""
    content = write_content(tmp_path, {})
    (content / "roles").mkdir()
    (content / "roles" / name).write_text("title: x", encoding="utf-8")
    _, problems = load_library(content)
    assert [brief(problem) for problem in problems] == [f"content/roles/{name}:1:1 file-ending"]
    assert "nurse.yml" in problems[0].help


def test_a_misnamed_file_is_not_also_missing(tmp_path: Path) -> None:
    """Who names the record that was meant made no mistake."""
    content = write_content(tmp_path, {"roles/nurse": {}, "lessons/ask": {"roles": ["school-nurse"]}})
    (content / "roles" / "nurse.yml").rename(content / "roles" / "School_Nurse.yml")
    _, problems = load_library(content)
    assert [brief(problem) for problem in problems] == ["content/roles/School_Nurse.yml:1:1 bad-file-name"]


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS itself refuses such a name")
def test_a_name_that_is_no_text_is_shown(tmp_path: Path) -> None:
    """A file name of another encoding is reported, and can be printed."""
    content = write_content(tmp_path, {"roles/nurse": {}})
    (content / "roles" / "nurse.yml").rename(content / "roles" / "n\udce9.yml")
    _, problems = load_library(content)
    assert [brief(problem) for problem in problems] == ["content/roles/n?.yml:1:1 bad-file-name"]


def test_a_folder_gets_a_suggestion(tmp_path: Path) -> None:
    """A slip in a folder's name is mended like one in a field's."""
    content = write_content(tmp_path, {})
    (content / "case_study").mkdir()
    _, problems = load_library(content)
    assert [problem.code for problem in problems] == ["unknown-file"]
    assert "Did you mean “case-studies”?" in problems[0].help


def test_a_huge_file_is_not_read_whole(tmp_path: Path) -> None:
    """A file beyond the limit is refused by its size."""
    content = write_content(tmp_path, {"roles/nurse": "title: x"})
    with (content / "roles" / "nurse.yml").open("r+b") as file:
        file.truncate(3_000_000_000)
    _, problems = load_library(content)
    assert [brief(problem) for problem in problems] == ["content/roles/nurse.yml:1:1 too-large"]
