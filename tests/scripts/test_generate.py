"""The command that writes again what is made from the record types."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from setup.starter_library import LIST, find_change
from support.builds import TINY

Generate = Callable[..., str]


@pytest.fixture
def generate(
    load_command: Callable[[str], ModuleType],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Generate:
    """Runs the command in a project with the tiny hub, and returns what it prints."""
    command = load_command("generate")
    shutil.copytree(TINY, tmp_path, dirs_exist_ok=True)
    monkeypatch.setattr(command, "ROOT", tmp_path)

    def generate(*arguments: str) -> str:
        monkeypatch.setattr("sys.argv", ["generate.py", *arguments])
        assert command.main() == 0
        return capsys.readouterr().out

    return generate


def test_only_what_has_changed_is_written(generate: Generate, tmp_path: Path) -> None:
    """Schemas and forms at first, nothing when nothing has changed, and what belongs to a new term then."""
    assert "written: .github/ISSUE_TEMPLATE/lesson.yml\n" in generate()
    assert generate() == "0 files changed.\n"
    stages = tmp_path / "content" / "vocabularies" / "stages.yml"
    stages.write_text(f"{stages.read_text(encoding='utf-8')}  - {{id: rest, label: {{en: Rest}}}}\n", encoding="utf-8")
    assert "written: content/schemas/lesson.schema.json\n" in generate()
    schema = json.loads((tmp_path / "content" / "schemas" / "lesson.schema.json").read_text(encoding="utf-8"))
    assert "rest" in json.dumps(schema)


def test_the_starter_library_is_named_by_those_who_keep_it(generate: Generate, tmp_path: Path) -> None:
    """Nobody else's library becomes the starter library by accident."""
    generate()
    assert not (tmp_path / LIST).exists()
    assert f"written: {LIST}\n" in generate("--starter")
    assert find_change(tmp_path) == ""
