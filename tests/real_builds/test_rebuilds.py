"""A site that is built over the last one is the same, byte for byte, as one built into an empty folder."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from support.builds import build, run_build

pytestmark = pytest.mark.slow


def _read(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def _written(site: Path) -> dict[str, int]:
    return {path.relative_to(site).as_posix(): path.stat().st_mtime_ns for path in site.rglob("*") if path.is_file()}


def _edit_body(hub: Path) -> None:
    lesson = hub / "content" / "lessons" / "widen-the-team.yml"
    lesson.write_text(lesson.read_text().replace("Each sees another part.", "Each sees what others miss."))


def _delete_pathway(hub: Path) -> None:
    (hub / "content" / "pathways" / "first-week.yml").unlink()


def _change_guide(hub: Path) -> None:
    with (hub / "docs" / "guides" / "first-steps.md").open("a") as guide:
        guide.write("\nOne more paragraph.\n")


def _change_label(hub: Path) -> None:
    domains = hub / "content" / "vocabularies" / "domains.yml"
    domains.write_text(domains.read_text().replace("Teaming", "Working as a team"))


@pytest.mark.parametrize("edit", [_edit_body, _delete_pathway, _change_guide, _change_label])
def test_an_edit_gives_the_same_site_as_a_build_from_nothing(
    tmp_path: Path, tiny: Path, tiny_site: Path, edit: Callable[[Path], None]
) -> None:
    """Whatever it changes or takes away."""
    shutil.copytree(tiny_site, site := tmp_path / "site")
    build(site, tiny)
    edit(tiny.parent)
    build(site, tiny)
    assert _read(site) == _read(build(tmp_path / "anew", tiny))


def test_what_did_not_change_is_not_written(tmp_path: Path, tiny: Path) -> None:
    """One edit touches the pages that show it, and a build after nothing touches no page at all."""
    site = build(tmp_path / "site", tiny)
    first = _written(site)
    build(site, tiny)
    again = _written(site)
    assert {path for path in first if first[path] != again[path] and path.startswith(("lessons/", "data/"))} == set()
    _edit_body(tiny.parent)
    build(site, tiny)
    changed = {path for path, moment in _written(site).items() if moment != again.get(path)}
    assert "lessons/widen-the-team/index.html" in changed
    assert "roles/index.html" not in changed


def test_a_build_that_was_killed_is_made_good_by_the_next(tmp_path: Path, tiny: Path) -> None:
    """Also in the moment in which the last site lies beside its folder."""
    site = build(tmp_path / "site", tiny)
    before = _read(site)
    site.rename(site.with_name(".site.set-aside-by-the-hub"))
    assert _read(build(site, tiny)) == before
    shutil.copytree(site, site.with_name(".site.set-aside-by-the-hub"))
    (site / "lessons" / "widen-the-team" / "index.html").write_text("half a pa")
    assert _read(build(site, tiny)) == before
    assert sorted(path.name for path in tmp_path.iterdir() if "site" in path.name) == ["site", "site-cache"]


def test_what_cannot_be_published_leaves_the_last_site(tmp_path: Path, tiny: Path) -> None:
    """And what was kept, so that mending it takes no longer than another edit."""
    site = build(tmp_path / "site", tiny)
    before = _read(site)
    lesson = tiny / "lessons" / "widen-the-team.yml"
    whole = lesson.read_text()
    lesson.write_text("title: [")
    assert run_build(site, tiny).returncode != 0
    assert _read(site) == before
    lesson.write_text(whole)
    assert _read(build(site, tiny)) == before
