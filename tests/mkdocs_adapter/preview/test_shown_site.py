"""Which build of a preview is seen, when, and what a browser is told of it."""

from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path

import pytest

from knowledge_hub.publishing.preview_faults import Fault
from mkdocs_adapter.preview.shown_site import ShownSite

_FAULTS = (Fault("content/lessons/one.yml:1", "This is wrong."),)
_PATIENCE = 60.0


def _build(shown: ShownSite, files: dict[str, str], rest: dict[str, str] | None = None) -> None:
    folder = shown.begin()
    _write(folder, files)
    shown.show(folder, {}, _follows)
    _write(folder, rest or {})
    shown.complete()


def _follows(path: str) -> bool:
    return path.endswith(".json")


def _write(folder: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


@pytest.fixture
def shown(tmp_path: Path) -> ShownSite:
    """What is shown before the first build."""
    return ShownSite(tmp_path)


def test_a_build_is_seen_when_its_pages_are_there(shown: ShownSite) -> None:
    """Before, the last one is; of each, the number tells which it is."""
    assert shown.find("index.html")[0] is None
    _build(shown, {"index.html": "one"})
    folder = shown.begin()
    _write(folder, {"index.html": "two"})
    assert shown.find("index.html") == (b"one", shown.news().site)
    before = shown.news().site
    shown.show(folder, {}, _follows)
    assert shown.find("index.html") == (b"two", shown.news().site)
    assert shown.news().site != before


def test_who_asks_for_what_follows_waits_for_it(shown: ShownSite) -> None:
    """A file that is in no build yet, or still being written, is answered once the build in progress has ended."""
    folder = shown.begin()
    _write(folder, {"index.html": "one", "search/index.json": "half wri"})
    shown.show(folder, {}, _follows)
    assert shown.find("index.html")[0] == b"one"
    with ThreadPoolExecutor() as readers:
        asked = [readers.submit(shown.find, path) for path in ("search/index.json", "nowhere.html")]
        # Nobody can tell from outside that another thread waits; too short a pause lets the test pass, never fail.
        assert not wait(asked, 0.1).done
        _write(folder, {"search/index.json": "{}"})
        shown.complete()
        assert [one.result(_PATIENCE)[0] for one in asked] == [b"{}", None]


def test_what_follows_never_comes_from_an_older_build(shown: ShownSite) -> None:
    """The folder of a build holds that before the last until the files that follow have replaced it."""
    for text in ("one", "two"):
        _build(shown, {"index.html": text}, {"search/index.json": text})
    folder = shown.begin()
    shown.show(folder, {}, _follows)
    with ThreadPoolExecutor() as readers:
        asked = readers.submit(shown.find, "search/index.json")
        assert not wait([asked], 0.1).done
        _write(folder, {"search/index.json": "three"})
        shown.complete()
        assert asked.result(_PATIENCE)[0] == b"three"


def test_a_broken_build_leaves_the_last_one(shown: ShownSite) -> None:
    """Also one that breaks after its pages were seen; then pages are told of the build that is back."""
    _build(shown, {"index.html": "one"})
    _write(shown.begin(), {"index.html": "two"})
    shown.fail(_FAULTS)
    assert (shown.find("index.html")[0], shown.news().faults) == (b"one", _FAULTS)
    folder = shown.begin()
    _write(folder, {"index.html": "three"})
    shown.show(folder, {}, _follows)
    assert shown.news().faults == ()
    site = shown.news().site
    shown.fail(_FAULTS)
    assert shown.find("index.html")[0] == b"one"
    assert shown.differs(site, "index.html", [])


def test_a_file_that_is_made_on_request_is_the_newest(shown: ShownSite) -> None:
    """Who asks during a build gets that of the build; in a broken one the last good one's."""
    folder = shown.begin()
    shown.show(folder, {"a.pdf": lambda: b"old"}, _follows)
    shown.complete()
    assert shown.find("a.pdf")[0] == b"old"
    folder = shown.begin()
    with ThreadPoolExecutor() as readers:
        asked = readers.submit(shown.find, "a.pdf")
        shown.show(folder, {"a.pdf": lambda: b"new"}, _follows)
        shown.complete()
        assert asked.result(_PATIENCE)[0] == b"new"
    shown.begin()
    shown.fail(_FAULTS)
    assert shown.find("a.pdf")[0] == b"new"


def test_a_page_differs_with_what_it_shows_or_has_loaded(shown: ShownSite) -> None:
    """Anything else may change; of a build before the last nobody knows any more."""
    _build(shown, {"a/index.html": "a", "b/index.html": "b", "hub.css": "1"}, {"index.json": "1"})
    first = shown.news().site
    assert not shown.differs(first, "a/index.html", ["hub.css"])
    _build(shown, {"a/index.html": "new", "b/index.html": "b", "hub.css": "1"}, {"index.json": "2"})
    assert shown.differs(first, "a/index.html", [])
    assert not shown.differs(first, "b/index.html", ["hub.css", "nowhere.js"])
    assert shown.differs(first, "b/index.html", ["hub.css", "index.json"])
    assert shown.differs(first, "c/index.html", ["index.json"])
    _build(shown, {"b/index.html": "b"})
    assert shown.differs(first, "b/index.html", [])


def test_news_wakes_who_waits(shown: ShownSite) -> None:
    """Every reader gets it, and who knows less than there is doesn't wait."""
    state = shown.news().state
    with ThreadPoolExecutor() as readers:
        asked = [readers.submit(shown.wait_for_news, state, _PATIENCE) for _ in range(3)]
        shown.fail(_FAULTS)
        assert {one.result(_PATIENCE).faults for one in asked} == {_FAULTS}
    assert shown.wait_for_news(state, _PATIENCE).faults == _FAULTS
    assert shown.wait_for_news(shown.news().state, 0).faults == _FAULTS


def test_nothing_outside_the_site_is_found(shown: ShownSite, tmp_path: Path) -> None:
    """However the address is written."""
    _build(shown, {"index.html": "one"})
    (tmp_path / "secret").write_text("x", encoding="utf-8")
    assert [shown.find(path)[0] for path in ("../secret", "/etc/hosts", "a/../../secret", "")] == [None] * 4
