"""The command that lists what a pull request changes, in a repository with one commit to compare with."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from support.builds import TINY

Summarize = Callable[..., str]
STRANGE = "content/lessons/`| [x](y).yml"


def _git(folder: Path, *arguments: str) -> None:
    command = ["git", "-c", "user.name=Tests", "-c", "user.email=tests@hub.example", *arguments]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with the tiny hub, whatever Git's settings here are, and even inside a hook of Git."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    shutil.copytree(TINY, tmp_path / "hub")
    _git(tmp_path / "hub", "init")
    _git(tmp_path / "hub", "add", ".")
    _git(tmp_path / "hub", "commit", "--message", "Start")
    return tmp_path / "hub"


@pytest.fixture
def summarize(
    load_command: Callable[[str], ModuleType],
    repository: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Summarize:
    """Commits what has changed, runs the command, and returns what it prints."""
    command = load_command("summarize_changes")
    monkeypatch.setattr(command, "ROOT", repository)

    def summarize(*arguments: str) -> str:
        _git(repository, "add", "--all")
        _git(repository, "commit", "--allow-empty", "--message", "Change")
        monkeypatch.setattr(
            "sys.argv", ["summarize_changes.py", "--since", "HEAD^1", "--site", str(tmp_path / "site"), *arguments]
        )
        assert command.main() == 0
        return capsys.readouterr().out

    return summarize


def _replace(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_every_changed_record_is_listed_with_its_page(summarize: Summarize, repository: Path, tmp_path: Path) -> None:
    """New, changed, removed and renamed records, guides and what is no record; pages where the preview has them."""
    _replace(repository / "content" / "lessons" / "widen-the-team.yml", "title: Widen", "title: Open")
    _replace(repository / "docs" / "guides" / "first-steps.md", "## Begin", "## Start")
    (repository / "content" / "roles" / "school-nurse.yml").rename(repository / "content" / "roles" / "nurse.yml")
    (repository / "content" / "sources" / "new.yml").write_text("title: A source\n", encoding="utf-8")
    (repository / "README.md").write_text("Not a record.\n", encoding="utf-8")
    for address in ("lessons/widen-the-team", "guides/first-steps"):
        (tmp_path / "site" / address).mkdir(parents=True)
        (tmp_path / "site" / address / "index.html").touch()
    assert summarize("--preview", "https://github.com/o/r/a/1").splitlines()[2:] == [
        "[Download the preview](https://github.com/o/r/a/1), unpack it, and open the page named below.",
        "",
        "| Record | What was done | Page in the preview |",
        "|---|---|---|",
        "| Open the team (`content/lessons/widen-the-team.yml`) | changed | `lessons/widen-the-team/index.html` |",
        "| School nurse (`content/roles/nurse.yml`) | new | none |",
        "| `content/roles/school-nurse.yml` | removed | none |",
        "| `content/sources/new.yml` | new | none |",
        "| First steps (`docs/guides/first-steps.md`) | changed | `guides/first-steps/index.html` |",
        "",
    ]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such file names")
def test_a_strange_file_name_stays_text(summarize: Summarize, repository: Path) -> None:
    """Git's own quoting doesn't get in the way, and nothing of a name becomes markup."""
    (repository / STRANGE).write_text("title: x\n", encoding="utf-8")
    (repository / "content/lessons/é\nx.yml").write_text("title: x\n", encoding="utf-8")
    rows = summarize().splitlines()[4:]
    assert rows == [
        "| `content/lessons/?? [x](y).yml` | new | none |",
        "| `content/lessons/é?x.yml` | new | none |",
        "",
    ]


def test_a_change_of_nothing_but_code_says_so(summarize: Summarize, repository: Path) -> None:
    """There is always a sentence to read."""
    (repository / "docs" / "about.md").write_text("# Us\n", encoding="utf-8")
    assert "No record was changed." in summarize()


def test_a_commit_that_is_not_there_is_named(
    load_command: Callable[[str], ModuleType], repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command ends with one sentence that says which commit, and what Git says of it."""
    command = load_command("summarize_changes")
    monkeypatch.setattr(command, "ROOT", repository)
    monkeypatch.setattr("sys.argv", ["summarize_changes.py", "--since", "nope", "--site", "site"])
    with pytest.raises(SystemExit, match=r"^Nothing can be compared with “nope”\. Git says: .*nope.*$"):
        command.main()
