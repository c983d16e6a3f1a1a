"""The command that starts a record: where the file lies, that it can be published as a draft, and that nothing is lost."""

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
import yaml

from knowledge_hub.checks import check_content
from knowledge_hub.intake.generated import FILE_TYPES
from knowledge_hub.problems.problem import has_errors

Start = Callable[..., int]


@pytest.fixture
def start(load_command: Callable[[str], ModuleType], tiny: Path, monkeypatch: pytest.MonkeyPatch) -> Start:
    """Runs the command on a copy of the tiny hub, and returns its exit code."""
    new = load_command("new")

    def start(*arguments: str) -> int:
        monkeypatch.setattr("sys.argv", ["new.py", *arguments, "--content", str(tiny)])
        return int(new.main())

    return start


def _files(tiny: Path) -> dict[str, str]:
    paths = (path for path in tiny.parent.rglob("*") if path.is_file())
    return {path.relative_to(tiny.parent).as_posix(): path.read_text(encoding="utf-8") for path in paths}


@pytest.mark.parametrize("name", FILE_TYPES)
def test_a_new_record_lies_where_its_type_does(
    start: Start, tiny: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """One file appears, named after the title, and the checks have nothing against it."""
    before = _files(tiny)
    assert start(name, "Ask “first”: a Résumé") == 0
    (path,) = _files(tiny).keys() - before.keys()
    folder = "docs/guides" if name == "guide" else f"content/{FILE_TYPES[name].folder}"
    assert path == f"{folder}/ask-first-a-resume.{'md' if name == 'guide' else 'yml'}"
    assert f"{path} is ready" in capsys.readouterr().out
    assert not has_errors(check_content(tiny, tiny.parent / "docs" / "guides"))


def test_a_guide_is_a_page_below_its_facts(start: Start, tiny: Path) -> None:
    """Its title is the first heading, as on every page of docs/."""
    start("guide", "Ask first")
    text = (tiny.parent / "docs" / "guides" / "ask-first.md").read_text(encoding="utf-8")
    assert text.startswith("---\n")
    assert text.endswith("\n---\n\n# Ask first\n")


@pytest.mark.parametrize("form", ["snapshot", "full", "adoption"])
def test_a_case_study_is_told_in_a_form(start: Start, tiny: Path, form: str) -> None:
    """The form is the one that was asked for."""
    start("case-study", "Ask first", "--form", form)
    text = (tiny / "case-studies" / "ask-first.yml").read_text(encoding="utf-8")
    assert yaml.safe_load(text)["form"] == form


@pytest.mark.parametrize(("name", "title"), [("lesson", "Widen the team"), ("guide", "First steps")])
def test_nothing_is_overwritten(
    start: Start, tiny: Path, name: str, title: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A title that is taken ends in a sentence, and every file is as it was."""
    before = _files(tiny)
    assert start(name, title) == 1
    assert "exists already, and nothing was changed. Choose another title." in capsys.readouterr().out
    assert _files(tiny) == before


@pytest.mark.parametrize("title", ["学校", "!?", "con"])
def test_a_title_that_gives_no_file_name_is_explained(
    start: Start, tiny: Path, title: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The sentence says what is missing, and nothing is written."""
    before = _files(tiny)
    assert start("role", title) == 1
    assert f"“{title}” gives no file name. Add a few words in the letters a to z." in capsys.readouterr().out
    assert _files(tiny) == before
