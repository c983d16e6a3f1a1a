"""The page in docs/host/ on words, facets and fields: its files work as they stand there, and readers see them."""

import re
import shutil
from pathlib import Path

import pytest

from knowledge_hub.catalogue.from_library import create_catalogue
from knowledge_hub.exports.documents.document_context import DocumentContext
from knowledge_hub.exports.documents.toolkit import create_guide
from knowledge_hub.pages import Site, create_pages
from knowledge_hub.pages.menus.library_menu import create_library_menus
from knowledge_hub.records import RECORD_TYPES, Toolkit
from knowledge_hub.words.words import Words
from support.builds import ROOT, TINY
from support.fixed_day import TODAY
from support.small_library import read_content

PAGE = ROOT / "docs" / "host" / "your-own-words-and-fields.md"
pytestmark = pytest.mark.skipif(not PAGE.is_file(), reason="This hub has taken the guide for hosts away.")
_BLOCK = re.compile(r"^`content/([^`\n]+)`\n\n```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_DOCUMENT_WORDS = "toolkit:\n  steps: Pasos\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The tiny hub with every file of the page."""
    folder = tmp_path_factory.mktemp("host") / "tiny"
    shutil.copytree(TINY, folder)
    content = folder / "content"
    blocks = _BLOCK.findall(PAGE.read_text(encoding="utf-8"))
    assert len(blocks) == 4
    for name, text in blocks:
        (content / name).write_text(text + (_DOCUMENT_WORDS if name == "words.yml" else ""), encoding="utf-8")
    library, problems = read_content(content)
    assert problems == []
    return Site(create_catalogue(library), TODAY)


@pytest.fixture(scope="module")
def pages(site: Site) -> dict[str, str]:
    """The finished pages by address."""
    return {page.address: page.html for page in create_pages(site)}


def test_the_hosts_words_are_read_everywhere(site: Site, pages: dict[str, str]) -> None:
    """The menu, the list, the card and the button say what the host says, and the address stays."""
    assert ("lessons/", "Insights") in create_library_menus(site.words)["hub_sections"]
    assert "<h1>Insights</h1>" in pages["lessons/"]
    assert 'aria-hidden="true"></span> Insight</p>' in pages["lessons/"]
    assert '<button class="hub-search-box__button" type="submit">Find</button>' in pages["search/"]
    assert "Lesson learned" not in pages["browse/"]


def test_files_follow(site: Site, pages: dict[str, str]) -> None:
    """A heading reads the same on the page and in the PDF."""
    kit = site.catalogue.of_type(Toolkit)[0]
    assert "Pasos" in pages[kit.address]
    assert "Pasos" in str(create_guide(DocumentContext(site), kit).blocks)


def test_the_menu_has_every_type_once() -> None:
    """A new type can't be missing from the menu."""
    addresses = [address for address, _ in create_library_menus(Words())["hub_sections"]]
    assert sorted(addresses) == sorted({*(f"{cls.folder}/" for cls in RECORD_TYPES), "browse/"})


def test_the_facet_of_the_page_is_asked_for(pages: dict[str, str]) -> None:
    """Forms and the field guide have what the page adds."""
    assert "Languages in which it can be had." in pages["contribute/form/"]
    assert "The paper that it fits on." in pages["contribute/fields/toolkit/"]


def test_the_files_lie_where_the_library_reads_them() -> None:
    """The page names no file that nothing reads."""
    names = {Path(name).name for name, _ in _BLOCK.findall(PAGE.read_text(encoding="utf-8"))}
    assert names == {"words.yml", "languages.yml", "facets.yml", "fields.yml"}
