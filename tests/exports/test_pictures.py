"""Pictures in what readers take along: in PDF and Word with their words, in the zip as files."""

import io
import zipfile
from pathlib import Path

import docx
import pypdf
import pytest
from docx.oxml.ns import qn

from knowledge_hub.catalogue.from_library import create_catalogue
from knowledge_hub.exports.pack_files import Packs
from knowledge_hub.exports.packs import create_packs
from knowledge_hub.pages import Site
from knowledge_hub.publishing.shelves import create_shelves
from knowledge_hub.settings.settings import Settings
from support.made_files import PDF, make_picture
from support.pack_library import LIBRARY, TODAY
from support.small_library import read_content, write_content

ALT = "A sheet with three boxes"


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory) -> Packs:
    toolkit = dict(LIBRARY["toolkits/small-test"])
    toolkit["purpose"] = f"To learn.\n\n![{ALT}](sheet.png)\n\n- In a list ![{ALT}](sheet.png) [form](form.pdf)"
    toolkit["worksheets"] = [{**toolkit["worksheets"][0], "instructions": f"Look: ![{ALT}](sheet.png)"}]
    toolkit["pictures"] = [{"file": "sheet.png", "shows_people": "no", "credit": "Drawing: one"}]
    content = write_content(tmp_path_factory.mktemp("packs"), {**LIBRARY, "toolkits/small-test": toolkit})
    folder = content / "toolkits" / "small-test"
    folder.mkdir()
    (folder / "sheet.png").write_bytes(make_picture(size=(1000, 500)))
    (folder / "form.pdf").write_bytes(PDF)
    return _make(content)


def _make(content: Path) -> Packs:
    library, problems = read_content(content)
    assert problems == []
    catalogue = create_catalogue(library)
    shelves = create_shelves(catalogue.records, library, {})
    return create_packs(Site(catalogue, TODAY, settings=Settings(site_name="Tiny hub"), shelves=shelves), {})


def test_the_pdf_shows_it_where_it_stands(packs: Packs) -> None:
    """Alone and in a list, with its credit."""
    guide = pypdf.PdfReader(io.BytesIO(packs.files["toolkits/small-test/small-test-guide.pdf"]))
    assert sum(len(page.images) for page in guide.pages) >= 1
    assert "Drawing: one" in "".join(page.extract_text() for page in guide.pages)


def test_the_word_file_shows_it_with_its_words(packs: Packs) -> None:
    """A screen reader says the words; the credit stands below."""
    word = docx.Document(io.BytesIO(packs.files["toolkits/small-test/small-test-sheet.docx"]))
    assert [shape.get("descr") for shape in word.element.body.iter(qn("wp:docPr"))] == [ALT]
    assert "Drawing: one" in [paragraph.text for paragraph in word.paragraphs]


def test_the_zip_has_the_files(packs: Packs) -> None:
    """The picture as it is published, once, and the document."""
    with zipfile.ZipFile(io.BytesIO(packs.files["toolkits/small-test/small-test-pack.zip"])) as pack:
        files = [name for name in pack.namelist() if "/files/" in name]
        assert files == ["small-test/files/form.pdf", "small-test/files/sheet.png"]
        assert pack.read("small-test/files/form.pdf") == PDF
