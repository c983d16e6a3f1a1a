"""Upgrading a copy that shares no history with the hub: the host's files stay, the code becomes the new one."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import ModuleType

import pytest

from setup.git import run_git

VERSION = "hooks/knowledge_hub/__init__.py"
OLD = {
    VERSION: '__version__ = "1.0.0"\n',
    "hooks/code.py": "old = 1\n",
    "hooks/gone.py": "",
    "mkdocs.yml": "site_name: First\nextra:\n  host: ''\nplugins: []\n",
    "README.md": "# First\n",
    ".github/ISSUE_TEMPLATE/lesson.yml": "name: old\n",
    "tests/test_code.py": "old = 1\n",
    "content/lessons/one.yml": "title: One\n",
    "content/lessons/two.yml": "title: Two\n",
    "content/lessons/three.yml": "title: Three\n",
    "content/vocabularies/places.yml": "- a\n",
    "CHANGELOG.md": "# Changelog\n\n## 1.0.0 - 2026-01-01\n\nThe first.\n",
}
NEW: Mapping[str, str | None] = {
    VERSION: '__version__ = "1.2.0"\n',
    "hooks/code.py": "new = 2\n",
    "hooks/gone.py": None,
    "mkdocs.yml": "site_name: Second\nextra:\n  host: ''\n  help: ''\nplugins: [search]\n",
    "README.md": "# Second\n",
    ".github/ISSUE_TEMPLATE/lesson.yml": "name: new\n",
    "tests/test_code.py": "new = 1\n",
    "content/lessons/one.yml": "title: One, better\n",
    "content/lessons/two.yml": "title: Two, better\n",
    "content/lessons/three.yml": None,
    "content/lessons/four.yml": "title: Four\n",
    "content/facets.yml": "facets: []\n",
    "content/vocabularies/places.yml": "- a\n- b\n",
    "content/vocabularies/colors.yml": "- red\n",
    "CHANGELOG.md": "# Changelog\n\n## 1.2.0 - 2026-03-03\n\nMuch.\n\n## 1.1.0 - 2026-02-02\n\nSome.\n\n"
    "## 1.0.0 - 2026-01-01\n\nThe first.\n",
}
HOST: Mapping[str, str | None] = {
    "mkdocs.yml": "site_name: Ours\nextra:\n  host: 'We'\nplugins: []\n",
    "README.md": "# Ours\n",
    ".github/ISSUE_TEMPLATE/lesson.yml": "name: ours\n",
    "tests/test_code.py": None,
    "content/lessons/one.yml": None,
    "content/lessons/two.yml": "title: Two, ours\n",
    "content/lessons/own.yml": "title: Own\n",
    "content/vocabularies/places.yml": "- c\n",
    "docs/own.md": "# Own\n",
}
Upgrade = Callable[..., int]


def write(folder: Path, files: Mapping[str, str | None]) -> None:
    """Write files; None removes one."""
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).unlink() if text is None else (folder / path).write_text(text, encoding="utf-8")


def commit(folder: Path, told: str = "A change") -> None:
    """Commit everything in a repository, which is made if it isn't there."""
    if not (folder / ".git").exists():
        run_git(folder, "init", "--quiet", "--initial-branch=trunk")
        run_git(folder, "config", "user.name", "A")
        run_git(folder, "config", "user.email", "a@example.org")
    run_git(folder, "add", "--all")
    run_git(folder, "commit", "--quiet", "--allow-empty", "-m", told)


def files(folder: Path) -> dict[str, str]:
    """Return the text of every file but Git's own."""
    found = (path for path in folder.rglob("*") if path.is_file() and ".git" not in path.relative_to(folder).parts)
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in found}


@pytest.fixture
def upstream(tmp_path: Path) -> Path:
    """The hub's own repository with two releases and a tag that is none."""
    folder = tmp_path / "upstream"
    write(folder, OLD)
    commit(folder)
    run_git(folder, "tag", "v1.0.0")
    write(folder, NEW)
    commit(folder)
    run_git(folder, "tag", "-a", "-m", "A release", "v1.2.0")
    run_git(folder, "tag", "vacation")
    return folder


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    """A copy of the first release with a history of its own, and a host's changes."""
    folder = tmp_path / "hub"
    write(folder, OLD)
    commit(folder, "Initial commit")
    write(folder, HOST)
    commit(folder)
    return folder


@pytest.fixture
def upgrade(load_command: Callable[[str], ModuleType], monkeypatch: pytest.MonkeyPatch, hub: Path) -> Upgrade:
    """A function that upgrades the hub; these few files are no code that could check it afterwards."""
    command = load_command("upgrade")
    monkeypatch.setattr(command, "finish", lambda _: False)
    return lambda source, wanted="": command.upgrade(hub, str(source), wanted)


def test_the_hosts_files_stay_and_the_code_is_new(hub: Path, upstream: Path, upgrade: Upgrade) -> None:
    """No conflict: what the host wrote or removed is as it was, what the new code needs came along."""
    before = files(hub)
    assert upgrade(upstream) == 0
    after, new = files(hub), files(upstream)
    hosts = [path for path in {*before, *new} if path.startswith(("content/", "docs/", "mkdocs.yml", "README.md"))]
    came = {"content/facets.yml", "content/vocabularies/colors.yml"}
    assert {path: after.get(path) for path in hosts if after.get(path) != before.get(path)} == {
        path: new[path] for path in came
    }
    assert {path for path in new if path not in hosts and after.get(path) != new[path]} == {
        ".github/ISSUE_TEMPLATE/lesson.yml",  # made again by generate.py
        "tests/test_code.py",  # removed by the host
    }
    assert "hooks/gone.py" not in after


def test_the_branch_that_is_published_stays(hub: Path, upstream: Path, upgrade: Upgrade) -> None:
    """Everything happens on a branch of its own, which can be merged or thrown away."""
    before = run_git(hub, "rev-parse", "trunk")
    assert upgrade(upstream) == 0
    assert run_git(hub, "branch", "--show-current") == "upgrade-to-1.2.0\n"
    assert run_git(hub, "rev-parse", "trunk") == before
    assert run_git(hub, "status", "--porcelain") == ""
    assert run_git(hub, "tag") == ""


def test_what_changed_and_what_needs_the_host_is_said(
    upstream: Path, upgrade: Upgrade, capsys: pytest.CaptureFixture[str]
) -> None:
    """The changelog of all versions between, new settings, files that were kept and records that did not come."""
    upgrade(upstream)
    said = capsys.readouterr().out
    assert "## 1.2.0 - 2026-03-03\n\nMuch.\n\n## 1.1.0 - 2026-02-02\n\nSome.\n" in said
    assert "The first." not in said
    assert "- “extra.help” is new; the new version writes below “extra”:\n    help: ''" in said
    assert "- “plugins” has another value now; the new version writes:\n    plugins:\n    - search" in said
    assert "“site_name” has another value now" in said
    assert "yours was kept: README.md" in said
    assert "  content/lessons/four.yml\n" in said
    assert "git switch trunk && git merge upgrade-to-1.2.0" in said


def test_the_next_upgrade_is_an_ordinary_merge(hub: Path, upstream: Path, upgrade: Upgrade) -> None:
    """Once joined, a hub goes on from the version that it stands on."""
    assert upgrade(upstream) == 0
    run_git(hub, "switch", "--quiet", "trunk")
    run_git(hub, "merge", "--quiet", "upgrade-to-1.2.0")
    write(upstream, {VERSION: '__version__ = "2.0.0"\n', "hooks/code.py": "newer = 3\n", "docs/own.md": "# Theirs\n"})
    commit(upstream)
    run_git(upstream, "tag", "v2.0.0")
    assert upgrade(upstream) == 0
    assert files(hub)["hooks/code.py"] == "newer = 3\n"
    assert files(hub)["docs/own.md"] == "# Own\n"
    joins = run_git(hub, "log", "--format=%s", "--grep=^Join version").splitlines()
    assert len(joins) == 1


def test_code_that_both_changed_stops_it_and_nothing_is_changed(
    hub: Path, upstream: Path, upgrade: Upgrade, capsys: pytest.CaptureFixture[str]
) -> None:
    """The files are named, and the hub is where it was."""
    write(hub, {"hooks/code.py": "ours = 1\n"})
    commit(hub)
    before = files(hub)
    assert upgrade(upstream) == 1
    assert "  hooks/code.py\n" in capsys.readouterr().out
    assert files(hub) == before
    assert run_git(hub, "branch", "--format=%(refname:short)") == "trunk\n"
    assert run_git(hub, "status", "--porcelain") == ""


def test_the_newest_or_a_named_version_can_be_chosen(
    hub: Path, upstream: Path, upgrade: Upgrade, capsys: pytest.CaptureFixture[str]
) -> None:
    """A version that isn't released is refused with those that are; the same one is no work."""
    with pytest.raises(SystemExit, match=r"There is no version 3\.0\.0 \(released: 1\.0\.0, 1\.2\.0\)"):
        upgrade(upstream, "3.0.0")
    assert upgrade(upstream, "v1.0.0") == 0
    assert "stands on version 1.0.0 already" in capsys.readouterr().out
    write(hub, {VERSION: '__version__ = "1.5.0"\n'})
    commit(hub)
    with pytest.raises(SystemExit, match=r"version 1\.5\.0, which isn’t released there"):
        upgrade(upstream)


def test_what_cannot_be_upgraded_is_refused_in_a_sentence(hub: Path, upstream: Path, upgrade: Upgrade) -> None:
    """Uncommitted changes, no branch, no Git, no version: nothing is begun."""
    write(hub, {"docs/new.md": "# New\n"})
    with pytest.raises(SystemExit, match=r"not committed yet, such as docs/new\.md"):
        upgrade(upstream)
    commit(hub)
    write(hub, {VERSION: ""})
    commit(hub)
    with pytest.raises(SystemExit, match="doesn’t say which version"):
        upgrade(upstream)
    run_git(hub, "switch", "--quiet", "--detach")
    with pytest.raises(SystemExit, match="no branch checked out"):
        upgrade(upstream)
    (hub / ".git").rename(hub.parent / "elsewhere")
    with pytest.raises(SystemExit, match="isn’t a Git repository"):
        upgrade(upstream)


def test_what_git_refuses_is_said_in_its_words(
    load_command: Callable[[str], ModuleType],
    hub: Path,
    upstream: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A source that isn't there, and a branch of that name, end the command without a traceback."""
    command = load_command("upgrade")
    run_git(hub, "branch", "upgrade-to-1.2.0")
    for source, told in ((hub / "nowhere", "nowhere"), (upstream, "upgrade-to-1.2.0")):
        monkeypatch.setattr("sys.argv", ["upgrade.py", "--hub", str(hub), "--from", str(source)])
        assert command.main() == 1
        said = capsys.readouterr().out
        assert said.startswith("Nothing was changed")
        assert told in said
    assert run_git(hub, "branch", "--show-current") == "trunk\n"


def test_new_versions_come_from_the_remote_upstream(
    load_command: Callable[[str], ModuleType], hub: Path, upstream: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who has added it once need not say it again; without it, the command asks for it."""
    command = load_command("upgrade")
    monkeypatch.setattr(command, "ROOT", hub)
    with pytest.raises(SystemExit, match="--from"):
        command.find_source(hub, "")
    run_git(hub, "remote", "add", "upstream", str(upstream))
    assert command.find_source(hub, "") == "upstream"
    monkeypatch.setattr(command, "ROOT", upstream)
    assert command.find_source(hub, "") == str(upstream)
