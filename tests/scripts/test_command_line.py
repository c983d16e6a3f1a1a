"""What every command answers about itself."""

from collections.abc import Callable
from types import ModuleType

import pytest

from knowledge_hub import __version__
from support.builds import ROOT

COMMANDS = sorted(path.stem for path in (ROOT / "scripts").glob("*.py"))


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("option", ["--version", "--help"])
def test_a_question_is_answered_and_nothing_else_done(
    load_command: Callable[[str], ModuleType],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
    option: str,
) -> None:
    """Each command says its version, and its help opens with what it is for."""
    command = load_command(name)
    monkeypatch.setattr("sys.argv", [f"{name}.py", option])
    with pytest.raises(SystemExit) as ended:
        command.main()
    said = capsys.readouterr().out
    assert ended.value.code == 0
    assert said == f"Knowledge Hub {__version__}\n" if option == "--version" else str(command.__doc__).strip() in said
