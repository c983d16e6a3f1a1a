"""The command that builds: what a site depends on, and what becomes of the addresses that it publishes."""

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from support.small_library import write_content

LEDGER = "published-addresses.txt"
Keep = Callable[..., tuple[int, str]]


@pytest.fixture
def keep(
    load_command: Callable[[str], ModuleType],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Keep:
    """Runs what comes after a build of these pages; returns how it ended and what it said."""
    command = load_command("build")
    content = write_content(tmp_path, {"lessons/ask-a-team": {}})
    for name in ("HUB_DRAFTS", "HUB_PACKS", "GITHUB_ACTIONS"):
        monkeypatch.delenv(name, raising=False)

    def keep(*files: str, is_release: bool = False) -> tuple[int, str]:
        site = tmp_path / f"site-{len(list(tmp_path.iterdir()))}"
        for path in files:
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (site / path).write_text('<main><h2 id="why">x</h2></main>', encoding="utf-8")
        ended = command.keep_addresses(content, site, is_release=is_release)
        return ended, capsys.readouterr().out

    return keep


def test_inherited_settings_are_among_what_a_site_depends_on(
    load_command: Callable[[str], ModuleType], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They may lie anywhere, and another word in them makes another site."""
    command = load_command("build")
    hub, inherited = tmp_path / "hub", tmp_path / "all-hubs.yml"
    monkeypatch.setattr(command, "ROOT", hub)
    (hub / "content").mkdir(parents=True)
    (hub / "mkdocs.yml").write_text("INHERIT: ../all-hubs.yml\nplugins: []\n", encoding="utf-8")
    marks = []
    for name in ("One hub", "Another", "One hub"):
        inherited.write_text(f"site_name: {name}\nhooks: [hooks/hub.py]\n", encoding="utf-8")
        marks.append(command.fingerprint_build(hub / "content"))
    assert all(marks)
    assert marks[0] == marks[2] != marks[1]


def test_without_a_list_nothing_is_promised(keep: Keep, tmp_path: Path) -> None:
    """Building says nothing of addresses and writes nothing."""
    assert keep("index.html") == (0, "")
    assert not (tmp_path / LEDGER).exists()


def test_a_release_keeps_what_is_new(keep: Keep, tmp_path: Path) -> None:
    """A second one of the same site adds nothing."""
    assert keep("index.html", "a.pdf", is_release=True) == (
        0,
        f"{LEDGER} has 3 new addresses. Commit it with the rest.\n",
    )
    first = (tmp_path / LEDGER).read_bytes()
    assert first.endswith(b"\n/\n/#why\n/a.pdf\n")
    assert keep("index.html", "a.pdf", is_release=True)[1].startswith(f"{LEDGER} has 0 new")
    assert (tmp_path / LEDGER).read_bytes() == first


def test_a_lost_address_is_told_and_blocks_no_publishing(keep: Keep, tmp_path: Path) -> None:
    """A page may have to go at once; a release waits for the mend."""
    keep("index.html", "lessons/ask-the-team/index.html", is_release=True)
    before = (tmp_path / LEDGER).read_bytes()
    ended, said = keep("index.html")
    assert ended == 0
    assert "warning[lost-address]" in said
    assert "content/lessons/ask-a-team.yml" in said
    ended, said = keep("index.html", "new/index.html", is_release=True)
    assert (ended, (tmp_path / LEDGER).read_bytes()) == (1, before)
    assert f"{LEDGER} stays as it is. Mend what is lost first" in said


def test_github_marks_the_line(keep: Keep, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a workflow each problem is an annotation of the list."""
    keep("index.html", is_release=True)
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert keep("other.html")[1].startswith(f"::warning file={LEDGER},line=4,")


def test_drafts_are_no_release(keep: Keep, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nobody promises the address of a draft by accident."""
    monkeypatch.setenv("HUB_DRAFTS", "1")
    assert keep("index.html", is_release=True)[0] == 1
    assert not (tmp_path / LEDGER).exists()


def test_files_that_were_left_out_are_not_lost(keep: Keep, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the files that readers take along, a build says nothing of them."""
    keep("index.html", "a.pdf", is_release=True)
    monkeypatch.setenv("HUB_PACKS", "0")
    assert keep("index.html") == (0, "")
