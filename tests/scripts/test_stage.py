"""The second adapter writes the same pages as plain files, and loses or overwrites nothing."""

import shutil
import types
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from markupsafe import Markup

from knowledge_hub.pages import Page
from knowledge_hub.publishing.publication import create_publication
from setup.site_settings import read_settings
from support.builds import SITE_NAME, TINY
from support.fixed_day import EPOCH, TODAY
from support.small_library import write_content


@pytest.fixture
def stage(load_command: Callable[[str], types.ModuleType], monkeypatch: pytest.MonkeyPatch) -> types.ModuleType:
    """The command, with the settings of the tests."""
    stage = load_command("stage")
    monkeypatch.setattr(stage, "ROOT", TINY)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    return stage


def _run(stage: types.ModuleType, out: Path, content: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setenv("HUB_CONTENT", str(content))
    monkeypatch.setattr("sys.argv", ["stage.py", str(out)])
    return int(stage.main())


def test_every_page_is_a_file(stage: types.ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Generated and hand-written pages, settings and styles are all there."""
    assert _run(stage, tmp_path / "out", TINY / "content", monkeypatch) == 0
    publication = create_publication(TINY / "content", TINY / "docs" / "guides", today=TODAY)
    generated = {f"{page.address.rstrip('/') or 'index'}.md" for page in publication.pages}
    hand_written = {path.relative_to(TINY / "docs").as_posix() for path in (TINY / "docs").rglob("*.md")}
    docs = tmp_path / "out" / "docs"
    assert {path.relative_to(docs).as_posix() for path in docs.rglob("*.md")} == generated | hand_written
    assert (docs / "assets" / "hub" / "hub.css").is_file()
    settings = read_settings(tmp_path / "out" / "mkdocs.yml")
    assert settings["theme"] == {"name": "material", "font": False}
    assert settings["site_name"] == SITE_NAME
    assert "hooks" not in settings


def test_settings_are_those_of_the_day(
    stage: types.ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the settings say of the site is kept, variables of the environment included; what they don't say is no fault."""
    extensions = "[{a.b: {c: !!python/name:d.e ''}}]"
    text = f"site_name: Ours\nsite_url: !ENV [HUB_TEST_URL, x]\nhooks: [h.py]\nmarkdown_extensions: {extensions}\n"
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(stage, "ROOT", tmp_path)
    monkeypatch.setenv("HUB_TEST_URL", "https://hub.example/")
    written = stage.render_settings()
    assert "!!python/name:d.e" in written
    (tmp_path / "mkdocs.yml").write_text(written, encoding="utf-8")
    settings = read_settings(tmp_path / "mkdocs.yml")
    assert (settings["site_name"], settings["site_url"]) == ("Ours", "https://hub.example/")
    assert "hooks" not in settings


def test_a_folder_in_use_is_left_alone(
    stage: types.ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is written into a folder that holds something."""
    (tmp_path / "thesis.docx").touch()
    assert _run(stage, tmp_path, TINY / "content", monkeypatch) == 1
    assert "nothing is overwritten" in capsys.readouterr().out
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.docx"]


def test_problems_are_listed_and_nothing_is_written(
    stage: types.ModuleType,
    tiny: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Content with faults leaves no half a site behind."""
    (tiny / "roles" / "school-nurse.yml").write_text("titel: x\n", encoding="utf-8")
    assert _run(stage, tmp_path / "out", tiny, monkeypatch) == 1
    assert "“titel” is not a field" in capsys.readouterr().out
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("make", [str, Markup])
@pytest.mark.parametrize("blank", ["\n\n", "\n \n", "\n\t\n\n", "\n\n\n\n"])
def test_a_page_is_one_block_of_html(stage: types.ModuleType, blank: str, make: type[str]) -> None:
    """No blank line ends the block, so that every Markdown reader takes the page as it is."""
    page = Page(
        address="x/", title='A: "b"', description="# d\n", html=make(f"<pre>a{blank}b</pre>"), reviewed="2026-01-15"
    )
    _, front_matter, body = stage.render_page(page).split("---\n", 2)
    assert yaml.safe_load(front_matter) == {"title": 'A: "b"', "description": "# d\n"}
    assert all(line.strip() for line in body.strip().split("\n"))
    assert body.replace("&#10;", "\n").strip() == f'<div class="hub-page">\n<pre>a{blank}b</pre>\n</div>'


@pytest.mark.parametrize(("word", "is_staged"), [("0", False), ("1", True)])
def test_drafts_are_staged_when_they_are_asked_for(
    word: str, is_staged: bool, stage: types.ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The switch means what it means in a build."""
    monkeypatch.setenv("HUB_DRAFTS", word)
    content = write_content(tmp_path, {"lessons/begun": {"status": "draft"}})
    shutil.copytree(TINY / "docs", tmp_path / "docs", ignore=shutil.ignore_patterns("guides"))
    assert _run(stage, tmp_path / "out", content, monkeypatch) == 0
    assert (tmp_path / "out" / "docs" / "lessons" / "begun.md").exists() == is_staged


def test_a_switch_that_is_not_understood_ends_with_a_sentence(
    stage: types.ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is written when it can't be told whether drafts are wanted."""
    monkeypatch.setenv("HUB_DRAFTS", "perhaps")
    assert _run(stage, tmp_path / "out", TINY / "content", monkeypatch) == 1
    assert "HUB_DRAFTS is “perhaps”" in capsys.readouterr().out
    assert not (tmp_path / "out").exists()
