"""Which files of a site may stay as they are."""

import os
import shutil
from pathlib import Path

import pytest

from knowledge_hub.keeping import Store
from knowledge_hub.publishing.site_folder import stamp
from knowledge_hub.publishing.site_folder.finished_files import FinishedFiles, walk_site
from knowledge_hub.publishing.site_folder.stamp import fingerprint_inputs, is_finished, note_finished
from knowledge_hub.publishing.site_folder.writing import write_file


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site's folder with one page in it, made long ago."""
    page = tmp_path / "site" / "lessons" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text("one", encoding="utf-8")
    os.utime(page, (1_000_000, 1_000_000))
    return tmp_path / "site"


def _begin(site: Path, store: Store) -> FinishedFiles:
    finished = FinishedFiles(site, store)
    finished.begin()
    return finished


def test_what_was_left_as_it_would_be_written_is_finished(site: Path) -> None:
    """Not before it was written once, and not when it would hold something else."""
    store = Store()
    first = _begin(site, store)
    assert not first.is_there("lessons/index.html", b"one")
    first.remember()
    assert _begin(site, store).is_there("lessons/index.html", b"one")
    assert not _begin(site, store).is_there("lessons/index.html", b"another")


@pytest.mark.parametrize("change", [lambda page: page.write_text("two"), os.utime, Path.unlink])
def test_what_somebody_changed_is_written_again(site: Path, change: "os.PathLike[str]") -> None:
    """By hand, or with a tool that touches every file."""
    store = Store()
    first = _begin(site, store)
    first.is_there("lessons/index.html", b"one")
    first.remember()
    change(site / "lessons" / "index.html")  # type: ignore[operator]
    assert not _begin(site, store).is_there("lessons/index.html", b"one")


def test_what_is_written_after_a_look_around_counts(site: Path) -> None:
    """What is only asked for, and never written, doesn't."""
    finished = _begin(site, Store())
    finished.look_around()
    finished.is_there("search/index.json", b"one")
    finished.is_there("kept-out.html", b"two")
    (site / "search").mkdir()
    (site / "search" / "index.json").write_text("one", encoding="utf-8")
    assert finished.remove_others() == ["search/index.json"]
    assert not (site / "lessons").exists()


def test_of_a_new_site_only_the_folders_are_listed_into_which_others_write(tmp_path: Path) -> None:
    """All that is there is known all the same: by whom it was written, by its folder, or because it was asked for."""
    site = tmp_path / "site"
    site.mkdir()
    finished = _begin(site, Store())
    for name in ("404.html", "help/index.html", "help/data.json", "lessons/index.html", "map.svg"):
        if name != "help/index.html":
            finished.is_there(name, b"one")
        (site / name).parent.mkdir(exist_ok=True)
        left = write_file(f"{site}/{name}", b"one")
        if name.startswith("lessons"):
            finished.note(name, left)
    finished.is_there("kept-out.html", b"two")
    finished.look_around(["", "help/"])
    left_there = finished.remove_others()
    walked = [start + name for start, names in walk_site(str(site), with_hidden=True) for name in names]
    assert sorted(left_there) == sorted(walked)


def test_what_belongs_to_an_earlier_site_goes(site: Path) -> None:
    """With the folder that it leaves empty; what this build wrote stays, whoever wrote it."""
    finished = _begin(site, Store())
    finished.is_there("new/index.html", b"one")
    for name in ("new/index.html", "404.html"):
        (site / name).parent.mkdir(exist_ok=True)
        (site / name).write_text("new", encoding="utf-8")
    finished.remove_others()
    left = sorted(path.relative_to(site).as_posix() for path in site.rglob("*"))
    assert left == ["404.html", "new", "new/index.html"]


def test_a_link_to_a_folder_is_left_alone(tmp_path: Path, site: Path) -> None:
    """With all that is in there; a folder that was empty before goes."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "mine.txt").write_text("mine", encoding="utf-8")
    os.utime(elsewhere / "mine.txt", (1_000_000, 1_000_000))
    try:
        (site / "link").symlink_to(elsewhere, target_is_directory=True)
    except OSError:
        pytest.skip("Links can't be made here.")
    (site / "empty" / "inside").mkdir(parents=True)
    _begin(site, Store()).remove_others()
    assert [path.name for path in site.iterdir()] == ["link"]
    assert (elsewhere / "mine.txt").is_file()


def test_what_is_hidden_at_the_top_of_a_site_stays(site: Path) -> None:
    """A site may be built into a folder that Git keeps; MkDocs leaves such files alone, too."""
    for name in (".git/config", ".nojekyll"):
        (site / name).parent.mkdir(exist_ok=True)
        (site / name).write_text("mine", encoding="utf-8")
        os.utime(site / name, (1_000_000, 1_000_000))
    (site / ".git" / "empty").mkdir()
    _begin(site, Store()).remove_others()
    left = sorted(path.relative_to(site).as_posix() for path in site.rglob("*"))
    assert left == [".git", ".git/config", ".git/empty", ".nojekyll"]


def test_what_builds_keep_is_nothing_that_a_site_is_made_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever keeps it beside the content, where every build changes it, still has a finished site."""
    (tmp_path / "mkdocs.yml").write_text("site_name: A hub\n", encoding="utf-8")
    monkeypatch.setenv("HUB_CACHE", str(tmp_path / "kept"))
    (tmp_path / "kept").mkdir()
    before = fingerprint_inputs(tmp_path, tmp_path / "content", {})
    (tmp_path / "kept" / "made").write_text("new", encoding="utf-8")
    assert fingerprint_inputs(tmp_path, tmp_path / "content", {}) == before


def test_code_is_nothing_that_is_read_once_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A store for other code knows of no finished site."""
    (tmp_path / "mkdocs.yml").write_text("site_name: A hub\n", encoding="utf-8")
    (tmp_path / "hooks").mkdir()
    monkeypatch.setattr(stamp, "CODE", tmp_path / "hooks")
    before = fingerprint_inputs(tmp_path, tmp_path / "content", {})
    (tmp_path / "hooks" / "hub.py").write_text("# New.\n", encoding="utf-8")
    assert fingerprint_inputs(tmp_path, tmp_path / "content", {}) == before


def test_a_site_is_finished_until_something_it_is_made_of_changes(tmp_path: Path, site: Path) -> None:
    """A file, a name, a setting of the system, or the site itself."""
    (tmp_path / "mkdocs.yml").write_text("site_name: !ENV NAME\n", encoding="utf-8")
    (tmp_path / "content").mkdir()
    record = tmp_path / "content" / "one.yml"
    record.write_text("title: One\n", encoding="utf-8")
    store = Store()

    def mark(*others: str, **environment: str) -> bytes:
        return fingerprint_inputs(tmp_path, tmp_path / "content", environment, *others)

    first = mark(NAME="A hub", EDITOR="one")
    note_finished(store, first, site)
    assert is_finished(store, mark(NAME="A hub", EDITOR="another"), site)
    changed = [mark(NAME="Another"), mark(), mark("another day", NAME="A hub"), mark(NAME="A hub", HUB_PACKS="1")]
    (tmp_path / "includes").mkdir()
    (tmp_path / "includes" / "words.md").write_text("What a Markdown extension puts into pages.", encoding="utf-8")
    changed.append(mark(NAME="A hub"))
    shutil.rmtree(tmp_path / "includes")
    record.rename(record.with_name("two.yml"))
    changed.append(mark(NAME="A hub"))
    record.with_name("two.yml").rename(record)
    record.write_text("title: Two\n", encoding="utf-8")
    changed.append(mark(NAME="A hub"))
    assert not any(is_finished(store, other, site) for other in changed)
    assert len({first, *changed}) == len(changed) + 1
    (site / "lessons" / "index.html").write_text("by hand", encoding="utf-8")
    assert not is_finished(store, first, site)


def test_what_a_build_knows_of_its_files_stands_for_the_finished_site(site: Path) -> None:
    """So that nobody asks the system about each of them once more; what is hidden at the top doesn't count."""
    store = Store()
    finished = _begin(site, store)
    finished.is_there("lessons/index.html", b"one")
    for name in ("404.html", ".nojekyll"):
        (site / name).write_text("new", encoding="utf-8")
    paths = finished.remove_others()
    finished.remember()
    note_finished(store, b"inputs", site, finished.describe(paths))
    assert is_finished(store, b"inputs", site)
    os.utime(site / "404.html", (1_000_000, 1_000_000))
    assert not is_finished(store, b"inputs", site)
