"""Packs in a real build: made when asked for, linked with type and size, and never a reason to stop."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from conftest import TINY, run_build

pytestmark = pytest.mark.slow


def _downloads(site: Path, address: str) -> dict[str, str]:
    soup = BeautifulSoup((site / address / "index.html").read_text(encoding="utf-8"), "html.parser")
    return {link["href"]: " ".join(link.get_text().split()) for link in soup.select(".hub-downloads a")}


def test_pages_link_their_files(tiny_site: Path) -> None:
    """Each link says what it is, of which type and how large, and the file is there."""
    links = _downloads(tiny_site, "toolkits/small-test")
    assert [text.rpartition(",")[0] for text in links.values()] == [
        "The guide (PDF",
        "The tables (Excel",
        "Everything in one pack (Zip",
        "To print (PDF",
        "To fill in with Word (Word",
    ]
    sizes = {href: (tiny_site / "toolkits/small-test" / href).stat().st_size for href in links}
    assert all(f"{round(size / 1000)} kB)" in links[href] for href, size in sizes.items())


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("communities/network", "This page (PDF"),
        ("roles/school-nurse", "Handout of two pages (PDF"),
        ("change-packages/teaming", "The change package (PDF"),
        ("change-packages", "The playbook (PDF"),
    ],
)
def test_other_pages_have_theirs(tiny_site: Path, address: str, title: str) -> None:
    """Communities, roles and change packages lead to their files, the index to the playbook."""
    assert title in [text.rpartition(",")[0] for text in _downloads(tiny_site, address).values()]


def test_a_bare_build_makes_none(tmp_path: Path) -> None:
    """Without being asked, a build makes no file and shows no link."""
    assert run_build(tmp_path / "site", TINY / "content", HUB_PACKS="0").returncode == 0
    assert _downloads(tmp_path / "site", "toolkits/small-test") == {}
    assert list((tmp_path / "site").rglob("*.pdf")) == []


def test_a_letter_that_no_font_has_stops_nothing(tiny: Path, tmp_path: Path) -> None:
    """A strict build goes on, and names the file to mend."""
    lesson = tiny / "lessons" / "widen-the-team.yml"
    lesson.write_text(lesson.read_text(encoding="utf-8").replace("title: ", "title: 家 "), encoding="utf-8")
    built = run_build(tmp_path / "site", tiny)
    assert built.returncode == 0
    assert "content/lessons/widen-the-team.yml:1:1: The PDFs have a box in place of letters" in built.stderr
