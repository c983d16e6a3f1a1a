"""What is changed between two builds, and that what is measured is what was meant."""

import sys
from pathlib import Path

import pytest
import yaml

from measuring.made_up_records import spell_number, write_made_up_records
from measuring.speed.edits import SENTENCE, edit_body, edit_title, edit_vocabulary, find_lesson
from measuring.speed.hub_copies import copy_with_made_up_records, count_records
from measuring.speed.processes import Failed, clean_environment, measure
from measuring.speed.rebuilds import check_edit, count_runs
from support.builds import ROOT
from support.small_library import read_content


@pytest.fixture
def content(tmp_path: Path) -> Path:
    write_made_up_records(tmp_path / "content", 20, ROOT / "content" / "vocabularies")
    return tmp_path / "content"


def _read(content: Path) -> dict[str, bytes]:
    return {path.relative_to(content).as_posix(): path.read_bytes() for path in content.rglob("*.yml")}


def _changed(before: dict[str, bytes], content: Path) -> list[str]:
    return [path for path, text in _read(content).items() if text != before[path]]


def test_each_edit_changes_one_file_and_breaks_nothing(content: Path) -> None:
    lesson = find_lesson(content).relative_to(content).as_posix()
    for edit, path in ((edit_body, lesson), (edit_title, lesson), (edit_vocabulary, "vocabularies/domains.yml")):
        before = _read(content)
        edit(content)
        assert _changed(before, content) == [path]
    library, problems = read_content(content)
    assert [problem for problem in problems if problem.severity == "error"] == []
    edited = next(record for record in library.records if record.id == Path(lesson).stem)
    assert edited.title.endswith(" again")
    assert yaml.safe_load((content / lesson).read_text(encoding="utf-8"))["why"].endswith(SENTENCE)


def test_a_label_in_several_languages_changes_in_each(tmp_path: Path) -> None:
    path = tmp_path / "vocabularies" / "domains.yml"
    path.parent.mkdir()
    path.write_text("terms: [{id: a, label: {en: One, es: Uno}}]\n", encoding="utf-8")
    edit_vocabulary(tmp_path)
    label = yaml.safe_load(path.read_text(encoding="utf-8"))["terms"][0]["label"]
    assert label == {"en": "One again", "es": "Uno again"}


def test_made_up_records_claim_nothing(content: Path) -> None:
    """Each number has a word of its own, and no title says a number that no source knows."""
    assert len({spell_number(number) for number in range(30_000)}) == 30_000
    _, problems = read_content(content)
    assert {problem.code for problem in problems} <= {"reading-level"}


def test_a_copy_is_a_hub_with_made_up_records(tmp_path: Path) -> None:
    hub = copy_with_made_up_records(ROOT, tmp_path / "hub", 20)
    assert count_records(hub) == 20
    assert (hub / "scripts" / "build.py").is_file()
    assert (hub / ".venv").is_symlink()
    _, problems = read_content(hub / "content")
    assert {problem.code for problem in problems} <= {"reading-level"}


def test_a_page_without_the_edit_was_not_built_anew(tmp_path: Path) -> None:
    page = tmp_path / "lessons" / "a" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text("<p>As before.</p>", encoding="utf-8")
    with pytest.raises(Failed, match="doesn't show the edit"):
        check_edit(tmp_path, "a")
    page.write_text(f"<p>{SENTENCE}</p>", encoding="utf-8")
    check_edit(tmp_path, "a")


def test_long_builds_run_once() -> None:
    assert (count_runs(1000, 3), count_runs(10_000, 3)) == (3, 1)


def test_a_whole_program_is_measured(tmp_path: Path) -> None:
    """With what it wrote; nothing of the hub around it is told to it."""
    code = "import os, pathlib; pathlib.Path('site').mkdir(); pathlib.Path('site/a').write_text(os.environ['WORD'])"
    measured = measure([sys.executable, "-c", code], tmp_path, {"WORD": "1234"}, tmp_path / "site")
    assert (measured.files, measured.size) == (1, 4 / 1e6)
    assert 1 < measured.memory < 1000
    assert (tmp_path / "site" / "a").read_text(encoding="utf-8") == "1234"


def test_a_program_that_fails_says_why(tmp_path: Path) -> None:
    with pytest.raises(Failed, match="no such thing"):
        measure([sys.executable, "-c", "raise SystemExit('no such thing')"], tmp_path, {})


def test_what_is_measured_knows_nothing_of_this_hub(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HUB_DRAFTS", "1")
    monkeypatch.setenv("SITE_URL", "https://host.example/")
    environment = clean_environment({"HUB_PACKS": "0"})
    assert (environment["HUB_PACKS"], "HUB_DRAFTS" in environment, "SITE_URL" in environment) == ("0", False, False)
