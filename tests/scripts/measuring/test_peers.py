"""Other generators: what they are given, and that one which can't be had is told and no error."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from measuring.made_up_records import write_made_up_records
from measuring.peers.generators import PEERS, Installed, Peer
from measuring.peers.installing import NotHere, run
from measuring.peers.record_pages import edit_page, find_lesson_page, read_records, write_front_matter_pages
from measuring.peers.times import install_peers, measure_peers
from measuring.speed.edits import SENTENCE
from measuring.speed.results import BODY, COLD
from support.builds import ROOT

# As a generator does: each page below pages/ becomes an index.html below site/.
_BUILD = """
import pathlib
for page in pathlib.Path("pages").rglob("*.md"):
    target = pathlib.Path("site") / page.relative_to("pages").with_suffix("") / "index.html"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(page.read_text())
"""


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("made-up") / "content"
    write_made_up_records(folder, 20, ROOT / "content" / "vocabularies")
    return folder


def _refuse(_folder: Path) -> Installed:
    raise NotHere("no connection")


def _write(content: Path, project: Path) -> None:
    write_front_matter_pages(content, project / "pages")


def _peer(name: str, code: str) -> Peer:
    return Peer(name, "pages", "pages", lambda _: Installed([sys.executable, "-c", code], name), _write)


@pytest.mark.parametrize("peer", PEERS, ids=lambda peer: peer.name)
def test_each_is_given_every_record(content: Path, tmp_path: Path, peer: Peer) -> None:
    """With its text, and the lesson that is edited among them."""
    peer.write(content, tmp_path / "project")
    pages = tmp_path / "project" / peer.pages
    for path, fields in read_records(content):
        text = (pages / path.with_suffix(".md")).read_text(encoding="utf-8")
        assert fields["title"] in text
        assert fields["summary"] in text
        assert "](toolkit:" not in text
    edited = pages / find_lesson_page(content)
    edit_page(edited)
    assert edited.read_text(encoding="utf-8").count(SENTENCE) == 1


def _front_matters(folder: Path) -> Iterator[dict[str, object]]:
    for page in folder.rglob("*.md"):
        yield yaml.safe_load(page.read_text(encoding="utf-8").split("---\n")[1])


def test_front_matter_has_title_summary_and_terms(content: Path, tmp_path: Path) -> None:
    """Not more: other names would mean something else to a generator, as `aliases` and `status` do."""
    write_front_matter_pages(content, tmp_path)
    known = {"title", "summary", "domains", "tiers", "levels", "disciplines", "settings", "stages", "places"}
    for front in _front_matters(tmp_path):
        assert {"title", "summary", "domains"} <= front.keys() <= known


def test_one_that_cannot_be_installed_is_told_in_a_line(tmp_path: Path) -> None:
    left_out: dict[str, str] = {}
    there = _peer("there", "pass")
    ready = install_peers(tmp_path, left_out, [Peer("Gone", "", "", _refuse, _write), there])
    assert [peer.name for peer, _ in ready] == ["there"]
    assert left_out == {"Gone": "no connection"}


def test_an_installer_that_fails_says_its_last_line() -> None:
    with pytest.raises(NotHere, match=r"^nothing of that name$"):
        run([sys.executable, "-c", "raise SystemExit('a long story\\nnothing of that name')"])
    with pytest.raises(NotHere, match="no-such-program did not end well"):
        run(["no-such-program"])


def test_one_that_fails_is_left_out(content: Path, tmp_path: Path) -> None:
    """The others are measured: a first build, and one in which the edit shows."""
    left_out: dict[str, str] = {}
    peers = [_peer("good", _BUILD), _peer("bad", "raise SystemExit('too many pages')"), _peer("blind", "pass")]
    ready = install_peers(tmp_path, left_out, peers)
    measured = dict(measure_peers(content, tmp_path, ready, left_out, 1))
    assert measured.keys() == {"good"}
    assert measured["good"].keys() == {COLD, BODY}
    assert measured["good"][COLD].files == 20
    assert left_out["bad"] == "too many pages"
    assert "blind" in left_out
