"""Where a site may be written: a build empties the folder, so it never holds anything else."""

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from setup.site_builds import may_write_site, mkdocs_environment
from support.builds import ROOT


def test_a_new_or_empty_folder_may_be_written(tmp_path: Path) -> None:
    """Nothing can be lost there."""
    (tmp_path / "empty").mkdir()
    assert may_write_site(tmp_path / "new")
    assert may_write_site(tmp_path / "empty")


def test_an_earlier_site_may_be_replaced(tmp_path: Path) -> None:
    """A folder that a build has written is known by a file that only a build writes."""
    (tmp_path / "assets" / "hub").mkdir(parents=True)
    (tmp_path / "assets" / "hub" / "hub.css").touch()
    (tmp_path / "index.html").touch()
    assert may_write_site(tmp_path)


@pytest.mark.slow
def test_a_real_site_may_be_built_again(tiny_site: Path) -> None:
    """The file by which an earlier site is known is one that a build writes."""
    assert may_write_site(tiny_site)


def test_anything_else_is_left_alone(tmp_path: Path) -> None:
    """A folder with somebody's work, this folder, or a file is never emptied."""
    (tmp_path / "thesis.docx").touch()
    assert not may_write_site(tmp_path)
    assert not may_write_site(tmp_path / "thesis.docx")
    assert not may_write_site(ROOT)
    assert not may_write_site(ROOT / "hooks")


def test_build_refuses_with_a_sentence(
    tmp_path: Path,
    load_command: Callable[[str], ModuleType],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The command says why it won't build there, and nothing is touched."""
    (tmp_path / "thesis.docx").write_text("years", encoding="utf-8")
    build = load_command("build")
    monkeypatch.setattr("sys.argv", ["build.py", "--site-dir", str(tmp_path)])
    monkeypatch.setattr(build, "build", lambda *_: pytest.fail("nothing may be built"))
    assert build.main() == 1
    assert "Name a new folder." in capsys.readouterr().out
    assert (tmp_path / "thesis.docx").read_text(encoding="utf-8") == "years"


def test_another_content_folder_is_named_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder is meant from where the command was typed, not from where MkDocs runs."""
    monkeypatch.delenv("HUB_CONTENT", raising=False)
    assert mkdocs_environment("other")["HUB_CONTENT"] == str(Path("other").resolve())
    assert mkdocs_environment(None)["HUB_CONTENT"] == str(ROOT / "content")
    monkeypatch.setenv("HUB_CONTENT", "another")
    assert mkdocs_environment(None)["HUB_CONTENT"] == str(Path("another").resolve())
    assert mkdocs_environment("other")["HUB_CONTENT"] == str(Path("other").resolve())
