"""Where the content lies is one rule for every command."""

import re
from pathlib import Path

import pytest

from knowledge_hub.library.content_folder import find_content, find_docs, find_guides
from support.builds import ROOT


def test_what_is_named_wins(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An option wins over HUB_CONTENT, which wins over content/; an empty variable names nothing."""
    monkeypatch.setenv("HUB_CONTENT", "theirs")
    assert find_content(tmp_path, "ours") == Path("ours").resolve()
    assert find_content(tmp_path) == Path("theirs").resolve()
    monkeypatch.setenv("HUB_CONTENT", "")
    assert find_content(tmp_path) == tmp_path / "content"


def test_a_relative_path_starts_where_one_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """It is meant from where the command was called, not from the project."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HUB_CONTENT", "mine/content")
    assert find_content(Path("/elsewhere")) == (tmp_path / "mine" / "content").resolve()


@pytest.mark.parametrize("name", ["HUB_CONTENT", "HUB_DRAFTS", "HUB_PACKS"])
def test_a_variable_is_read_in_one_way(name: str) -> None:
    """No command or adapter has a reading of its own, which would differ where the variable is empty or relative."""
    own = re.compile(rf"""environ(?:\.get\(|\[)["']{name}""")
    reading = {
        path.name
        for folder in ("hooks", "scripts")
        for path in (ROOT / folder).rglob("*.py")
        if own.search(path.read_text(encoding="utf-8"))
    }
    assert reading == ({"content_folder.py"} if name == "HUB_CONTENT" else set())


def test_hand_written_pages_stand_beside_the_content(tmp_path: Path) -> None:
    """No content borrows the pages or guides of another, also where it has none of its own."""
    assert find_docs(tmp_path / "mine" / "content") == tmp_path / "mine" / "docs"
    assert find_guides(tmp_path / "mine" / "content") == tmp_path / "mine" / "docs" / "guides"
