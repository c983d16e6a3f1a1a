"""Packs in a real build: made when asked for, linked with type and size, and never a reason to stop."""

import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from support.builds import TINY, build, run_build
from support.site_reader import find_dead_links, read_pages

pytestmark = pytest.mark.slow

GUIDE = "toolkits/small-test/small-test-guide.pdf"
SUFFIXES = {".pdf", ".docx", ".xlsx", ".zip"}


def _downloads(site: Path, address: str) -> dict[str, str]:
    soup = BeautifulSoup((site / address / "index.html").read_text(encoding="utf-8"), "html.parser")
    return {link["href"]: " ".join(link.get_text().split()) for link in soup.select(".hub-downloads a")}


def test_pages_link_their_files(packed_site: Path) -> None:
    """Each link says what it is, of which type and how large, and the file is there."""
    links = _downloads(packed_site, "toolkits/small-test")
    assert [text.rpartition(",")[0] for text in links.values()] == [
        "The guide (PDF",
        "The tables (Excel",
        "Everything in one pack (Zip",
        "To print (PDF",
        "To fill in with Word (Word",
    ]
    sizes = {href: (packed_site / "toolkits/small-test" / href).stat().st_size for href in links}
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
def test_other_pages_have_theirs(packed_site: Path, address: str, title: str) -> None:
    """Communities, roles and change packages lead to their files, the index to the playbook."""
    assert title in [text.rpartition(",")[0] for text in _downloads(packed_site, address).values()]


def test_a_bare_build_makes_none(tiny_site: Path) -> None:
    """Without being asked, a build makes no file and shows no link."""
    assert _downloads(tiny_site, "toolkits/small-test") == {}
    assert list(tiny_site.rglob("*.pdf")) == []


def test_no_link_leads_nowhere(packed_site: Path) -> None:
    """Every link to a file leads to it."""
    assert find_dead_links(packed_site, read_pages(packed_site)) == []


def test_an_earlier_run_is_used(packed_site: Path, tmp_path: Path) -> None:
    """A build with the files of an earlier one at hand publishes those, and makes only what isn't there."""
    kept = tmp_path / "cache"
    shutil.copytree(packed_site.with_name(f"{packed_site.name}-cache"), kept)
    guide = (packed_site / GUIDE).read_bytes()
    (path,) = [path for path in kept.rglob("*") if path.is_file() and path.read_bytes() == guide]
    path.write_bytes(b"kept")
    site = build(tmp_path / "site", TINY / "content", HUB_PACKS="1", HUB_CACHE=str(kept))
    files = [path.relative_to(packed_site) for path in packed_site.rglob("*") if path.suffix in SUFFIXES]
    changed = {path.name for path in files if (site / path).read_bytes() != (packed_site / path).read_bytes()}
    assert changed == {Path(GUIDE).name, "small-test-pack.zip", "change-package-teaming-pack.zip"}
    assert (site / GUIDE).read_bytes() == b"kept"


def test_a_letter_that_no_font_has_stops_nothing(tiny: Path, tmp_path: Path) -> None:
    """A strict build goes on, and names the file to mend."""
    lesson = tiny / "lessons" / "widen-the-team.yml"
    lesson.write_text(lesson.read_text(encoding="utf-8").replace("title: ", "title: 家 "), encoding="utf-8")
    built = run_build(tmp_path / "site", tiny, may_warn=True, HUB_PACKS="1")
    assert built.returncode == 0
    assert "The PDFs have a box in place of letters that their fonts lack: 家" in built.stderr
    assert "content/lessons/widen-the-team.yml" in built.stderr
