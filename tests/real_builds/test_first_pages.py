"""In a preview, the pages of a saved record come first, just as the whole build that follows makes them."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from mkdocs_adapter.preview.first_pages import make_first_pages
from support.builds import TINY, create_environment

pytestmark = pytest.mark.slow
Build = Callable[[], MkDocsConfig]


@pytest.fixture
def build_preview(tmp_path: Path, tiny: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Build]:
    """Builds a copy of the tiny hub as a preview does, each time into the same folder."""
    for name, value in create_environment(tmp_path / "site", tiny, HUB_PACKS="1").items():
        monkeypatch.setenv(name, value)

    def build_once() -> MkDocsConfig:
        config = load_config(config_file=str(TINY / "mkdocs.yml"), site_dir=str(tmp_path / "site"))
        config.plugins.on_startup(command="serve", dirty=False)
        config.site_url = "http://127.0.0.1:8000/"
        config.extra["hub_show_pages"] = [].append
        build(config, serve_url=config.site_url)
        return config

    yield build_once
    shutil.rmtree(tmp_path / "site", ignore_errors=True)


def _edit(path: Path, old: str, new: str) -> Path:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (
            "lessons/widen-the-team.yml",
            "Each sees another part.",
            "Each sees what [a nurse](role:school-nurse) misses.",
        ),
        ("communities/network.yml", "title: ", "title: A wider "),
        ("case-studies/river-district.yml", "reviewed_on: 2026-01-15", "reviewed_on: 2026-01-16"),
    ],
)
def test_they_are_those_of_the_whole_build(build_preview: Build, tiny: Path, name: str, old: str, new: str) -> None:
    """All pages of the record and no others, byte for byte."""
    config = build_preview()
    site = Path(config.site_dir)
    before = {path: path.read_bytes() for path in site.rglob("*.html")}
    first = make_first_pages(config, [_edit(tiny / name, old, new)])
    assert {path: path.read_bytes() for path in site.rglob("*.html")} == before
    build_preview()
    assert f"{name.removesuffix('.yml')}/index.html" in first
    assert first == {path: (site / path).read_bytes() for path in first}
    folder = site / name.removesuffix(".yml")
    assert {path.relative_to(site).as_posix() for path in folder.rglob("index.html")} == first.keys()


def test_what_else_changed_waits_for_the_whole_build(build_preview: Build, tiny: Path) -> None:
    """A record that is new, gone or broken, and whatever is no record."""
    config = build_preview()
    lesson = tiny / "lessons" / "widen-the-team.yml"
    new = tiny / "lessons" / "another.yml"
    shutil.copy(lesson, new)
    assert make_first_pages(config, [new]) == {}
    assert make_first_pages(config, [lesson, tiny / "glossary.yml"]) == {}
    assert make_first_pages(config, [tiny / "lessons" / "gone.yml"]) == {}
    new.unlink()
    _edit(lesson, "title: ", "titel: ")
    assert make_first_pages(config, [lesson]) == {}
