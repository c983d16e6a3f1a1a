"""Citation files on their way to readers."""

import posixpath
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from knowledge_hub.publishing.plan import Plan
from knowledge_hub.publishing.publication import Publication, create_publication
from knowledge_hub.publishing.site_folder.program_files import write_program_files
from knowledge_hub.settings.settings import Settings
from support.builds import TINY
from support.fixed_day import TODAY
from support.small_library import write_content

_CITATION_LINK = re.compile(r'href="((?:\.\./)*cite/[^"]*)"')


@pytest.fixture(scope="module")
def publication() -> Publication:
    """The tiny hub."""
    return create_publication(
        TINY / "content", TINY / "docs" / "guides", Plan(today=TODAY, settings=Settings(host="<Us>"))
    )


def test_every_file_is_linked_and_every_link_has_its_file(publication: Publication) -> None:
    """From the page of each record, a community's other pages too, from the page on citing and from the sources."""
    addresses = {page.address for page in publication.pages}
    made = {*publication.files, *publication.program_files}
    linked = set()
    for page in publication.pages:
        targets = _CITATION_LINK.findall(f"{page.html}{page.citation_files}")
        linked |= {posixpath.normpath(posixpath.join(page.address, target)) for target in targets}
    files = {path for path in made if path.startswith("cite/")}
    # A guide's page is hand-written, so an adapter finishes it.
    guides = {path for path in files if path.startswith("cite/guides/")}
    assert linked == files - guides | {"cite"}
    assert "cite/" in addresses
    assert guides


def test_a_hubs_own_reference_stays_text(publication: Publication) -> None:
    """Whatever the host is called."""
    page = next(page for page in publication.pages if page.address == "cite/")
    reference = BeautifulSoup(page.html, "html.parser").select_one(".hub-cite")
    assert reference
    assert reference.get_text().startswith("<Us>. (2026, May 1). Knowledge hub.")


def test_files_for_programs_are_written_as_they_are(tmp_path: Path) -> None:
    """Letters and line ends are those that the core made, on every system."""
    write_program_files(tmp_path, {"a/b/é.ris": "é\r\n".encode(), "a/c.json": b"[]\n"})
    assert {path.relative_to(tmp_path).as_posix(): path.read_bytes() for path in tmp_path.rglob("*.*")} == {
        "a/b/é.ris": "é\r\n".encode(),
        "a/c.json": b"[]\n",
    }


def test_what_moved_is_there_for_programs_alone(tmp_path: Path) -> None:
    """A record as Markdown, at its old address too, isn't taken for a page by whoever builds the site."""
    content = write_content(tmp_path, {"lessons/ask": {"redirect_from": ["lessons/old/"]}})
    made = create_publication(content, None, Plan(today=TODAY, with_texts=True))
    texts = {path for path in {*made.files, *made.program_files} if path.endswith(".md")}
    assert texts == {"lessons/ask/index.html.md", "lessons/old/index.html.md"}
    assert texts.isdisjoint(made.files)
