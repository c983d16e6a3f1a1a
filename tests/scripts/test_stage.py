"""The second adapter writes the same pages as plain files, and loses or overwrites nothing."""

import shutil
import types
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from knowledge_hub.catalogue.from_library import create_catalogue
from knowledge_hub.library.loading import load_library
from knowledge_hub.pages import Page, Site
from knowledge_hub.publishing.plan import Plan
from knowledge_hub.publishing.publication import create_publication
from setup.site_settings import read_settings
from staging.pages import find_place, render_page
from support.builds import SITE_NAME, TINY
from support.fixed_day import TODAY
from support.small_library import write_content


@pytest.fixture
def stage(load_command: Callable[[str], types.ModuleType], monkeypatch: pytest.MonkeyPatch) -> types.ModuleType:
    """The command as a module, for the settings of the tests."""
    stage = load_command("stage")
    monkeypatch.setattr(stage, "ROOT", TINY)
    return stage


def _run(stage: types.ModuleType, out: Path, content: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setenv("HUB_CONTENT", str(content))
    monkeypatch.setenv("HUB_PACKS", "0")
    monkeypatch.setattr("sys.argv", ["stage.py", str(out)])
    return int(stage.main())


def test_every_page_is_a_file(stage: types.ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Generated and hand-written pages, settings and styles are all there."""
    assert _run(stage, tmp_path / "out", TINY / "content", monkeypatch) == 0
    publication = create_publication(TINY / "content", TINY / "docs" / "guides", Plan(today=TODAY, has_search=False))
    generated = {f"{page.address}index.md" for page in publication.pages}
    hand_written = {find_place(path.relative_to(TINY / "docs").as_posix()) for path in (TINY / "docs").rglob("*.md")}
    docs = tmp_path / "out" / "docs"
    assert {path.relative_to(docs).as_posix() for path in docs.rglob("*.md")} == generated | hand_written
    settings = read_settings(tmp_path / "out" / "mkdocs.yml")
    assert settings["site_name"] == SITE_NAME
    assert {path for path in _menu(settings["nav"]) if not (docs / path).is_file()} == set()
    assert "hooks" not in settings
    assert "custom_dir" not in settings["theme"]


def _menu(nav: list[object]) -> set[str]:
    """Return the path of every page in a menu."""
    values = [value for entry in nav for value in (entry.values() if isinstance(entry, dict) else [entry])]
    return {path for value in values for path in (_menu(value) if isinstance(value, list) else {str(value)})}


@pytest.mark.parametrize("name", ["coverage.md", "glossary/index.md", "assets/hub/hub.css", "Browse.md"])
def test_a_hand_written_file_keeps_its_address(
    stage: types.ModuleType, tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """A file of docs/ at the address of one that the hub makes is the same error as in the build, before all writing."""
    (tiny.parent / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
    (tiny.parent / "docs" / name).write_text("# Mine\n", encoding="utf-8")
    with pytest.raises(SystemExit, match=f"docs/{name} has the address of a generated page: rename it"):
        _run(stage, tmp_path / "out", tiny, monkeypatch)
    assert not (tmp_path / "out").exists()


def test_what_is_left_out_of_the_hub_is_left_out(
    stage: types.ModuleType, tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Hidden files and those that the settings exclude stay where they are; every other file goes along."""
    docs = tiny.parent / "docs"
    for name in (".notes.txt", "secret.md", "forms/form.docx"):
        (docs / name).parent.mkdir(exist_ok=True)
        (docs / name).write_bytes(b"x")
    (tmp_path / "mkdocs.yml").write_text("site_name: Ours\nexclude_docs: |\n  secret.md\n", encoding="utf-8")
    monkeypatch.setattr(stage, "ROOT", tmp_path)
    assert _run(stage, tmp_path / "out", tiny, monkeypatch) == 0
    staged = tmp_path / "out" / "docs"
    assert (staged / "forms" / "form.docx").read_bytes() == b"x"
    assert not (staged / ".notes.txt").exists()
    assert not (staged / "secret.md").exists()


def test_settings_are_those_of_the_day(
    stage: types.ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the settings say of the site is kept, variables of the environment and tags included; the search is on."""
    text = """
site_name: Ours
site_url: !ENV [HUB_TEST_URL, "https://example.org/"]
hooks: [h.py]
markdown_extensions: [{a.b: {c: !!python/name:d.e ''}}]
theme: {name: material, custom_dir: ours, language: es, palette: {primary: teal}}
extra: {host: Run by <us>}
extra_css: [mine.css]
copyright: Ours since 2020
plugins: [tags]
nav: [{Team: about.md}]
"""
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(stage, "ROOT", tmp_path)
    monkeypatch.setenv("HUB_TEST_URL", "https://hub.example/")
    assert _run(stage, tmp_path / "out", TINY / "content", monkeypatch) == 0
    written = (tmp_path / "out" / "mkdocs.yml").read_text(encoding="utf-8")
    settings = read_settings(tmp_path / "out" / "mkdocs.yml")
    assert "!!python/name:d.e" in written
    assert (settings["site_name"], settings["site_url"]) == ("Ours", "https://hub.example/")
    assert (settings["theme"]["language"], settings["theme"]["palette"]) == ("es", {"primary": "teal"})
    assert settings["plugins"] == ["search", "tags"]
    assert settings["extra_css"] == ["assets/hub/hub.css", "mine.css"]
    assert {"Team": "about/index.md"} in settings["nav"]
    assert "about/index.md" not in settings["nav"][-1]["More"]
    for said in ('href="tel:988"', "Run by &lt;us&gt;", "Ours since 2020", "CC BY 4.0"):
        assert said in settings["copyright"]
    assert not {"hooks", "custom_dir"} & {*settings, *settings["theme"]}


def test_a_setting_that_cannot_be_used_is_told(
    stage: types.ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It ends staging as it ends the build."""
    (tmp_path / "mkdocs.yml").write_text("site_name: Ours\nsite_url: nowhere\n", encoding="utf-8")
    monkeypatch.setattr(stage, "ROOT", tmp_path)
    assert _run(stage, tmp_path / "out", TINY / "content", monkeypatch) == 1
    assert "mkdocs.yml:2" in capsys.readouterr().out
    assert not (tmp_path / "out").exists()


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


@pytest.mark.parametrize("blank", ["\n\n", "\n \n", "\n\t\n\n", "\n\n\n\n"])
def test_a_page_is_one_block_of_html(blank: str) -> None:
    """No blank line ends the block, so that every Markdown reader takes the page as it is; its scripts go along."""
    page = Page(
        address="x/y/",
        title='A: "b"',
        description="# d\n",
        content=f"<pre>a{blank}b</pre>".encode(),
        scripts=("worksheet/worksheet",),
        reviewed="2026-01-15",
    )
    site = Site(create_catalogue(load_library(TINY / "content", None)[0]), TODAY)
    _, front_matter, body = render_page(site, page).split("---\n", 2)
    facts = yaml.safe_load(front_matter)
    assert (facts["title"], facts["description"]) == ('A: "b"', "# d\n")
    assert all(line.strip() for line in body.strip().split("\n"))
    whole = body.replace("&#10;", "\n").strip()
    start = '<div class="hub-page">\n<script src="../../assets/hub/theme-init.js"></script>\n'
    assert whole.startswith(f"{start}<pre>a{blank}b</pre>\n")
    end = '<script type="module" src="../../assets/hub/worksheet/worksheet.js"></script>\n</div>'
    assert whole.endswith(end)


@pytest.mark.parametrize(("word", "is_staged"), [("0", False), ("1", True)])
def test_drafts_are_staged_when_they_are_asked_for(
    word: str, is_staged: bool, stage: types.ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The switch means what it means in a build."""
    monkeypatch.setenv("HUB_DRAFTS", word)
    content = write_content(tmp_path, {"lessons/begun": {"status": "draft"}})
    shutil.copytree(TINY / "docs", tmp_path / "docs", ignore=shutil.ignore_patterns("guides"))
    assert _run(stage, tmp_path / "out", content, monkeypatch) == 0
    assert (tmp_path / "out" / "docs" / "lessons" / "begun" / "index.md").exists() == is_staged


def test_a_switch_that_is_not_understood_ends_with_a_sentence(
    stage: types.ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is written when it can't be told whether drafts are wanted."""
    monkeypatch.setenv("HUB_DRAFTS", "perhaps")
    assert _run(stage, tmp_path / "out", TINY / "content", monkeypatch) == 1
    assert "HUB_DRAFTS is “perhaps”" in capsys.readouterr().out
    assert not (tmp_path / "out").exists()
