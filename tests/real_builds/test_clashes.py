"""A generated page never replaces a hand-written one, and no old address leaves the site."""

from pathlib import Path

import pytest

from support.builds import run_build

pytestmark = pytest.mark.slow


def _add_old_address(content: Path, address: str) -> None:
    path = content / "roles" / "school-nurse.yml"
    path.write_text(f"{path.read_text(encoding='utf-8')}redirect_from: [{address}]\n", encoding="utf-8")


@pytest.mark.parametrize("name", ["glossary.md", "glossary/index.md", "lessons/widen-the-team.md"])
def test_a_hand_written_page_keeps_its_address(tiny: Path, tmp_path: Path, name: str) -> None:
    """A page of docs/ at the address of a generated one ends the build, however it is written."""
    path = tiny.parent / "docs" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("# Mine\n", encoding="utf-8")
    built = run_build(tmp_path / "site", tiny)
    assert built.returncode == 1
    assert f"docs/{name} has the address of a generated page: rename it." in built.stderr
    assert "Traceback" not in built.stderr


def test_an_old_address_does_not_hide_a_hand_written_page(tiny: Path, tmp_path: Path) -> None:
    """A redirect at the address of a page of docs/ ends the build."""
    _add_old_address(tiny, "about/")
    built = run_build(tmp_path / "site", tiny)
    assert built.returncode == 1
    assert "The old address “about/” belongs to another page." in built.stderr


def test_an_old_address_does_not_hide_a_list(tiny: Path, tmp_path: Path) -> None:
    """A redirect at the address of a generated page is a problem of the record."""
    _add_old_address(tiny, "browse/domain/teaming/")
    built = run_build(tmp_path / "site", tiny)
    assert built.returncode == 1
    assert "The old address “browse/domain/teaming/” belongs to another page." in built.stderr
    assert "content/roles/school-nurse.yml:15:17" in built.stderr


def test_an_old_address_leads_to_the_new_one(tiny: Path, tmp_path: Path) -> None:
    """An old address is a page that leads on, with and without a slash at its start."""
    _add_old_address(tiny, "/people/nurse.html")
    assert run_build(tmp_path / "site", tiny).returncode == 0
    html = (tmp_path / "site" / "people" / "nurse.html" / "index.html").read_text(encoding="utf-8")
    assert 'content="0; url=../../roles/school-nurse/"' in html
    assert '<a href="../../roles/school-nurse/">School nurse</a>' in html
