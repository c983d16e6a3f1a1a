"""Every PDF of a pack: readable by everyone, whole, and the same each time."""

import io
import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest

from knowledge_hub.exports.documents.document import Document, Imprint, Look, heading, paragraph
from knowledge_hub.exports.pack_files import Packs
from knowledge_hub.exports.writers.pdf import create_pdf
from setup.programs.poppler import MISSING, has_poppler
from support.pdf_reader import read_pdf, read_words

PDFS = {
    "toolkits/small-test/small-test-guide.pdf": "A small test",
    "toolkits/small-test/small-test-sheet.pdf": "Plan sheet",
    "communities/network/network.pdf": "The network",
    "roles/nurse/nurse-handout.pdf": "Nurse",
    "change-packages/teaming/change-package-teaming.pdf": "Teaming",
    "playbook.pdf": "The playbook",
}


def _document(*texts: str, title: str = "A title") -> Document:
    return Document(
        kind="Lesson",
        title=title,
        summary="",
        imprint=Imprint("Hub", "https://hub.example/", "Licensed.", ""),
        blocks=tuple(map(paragraph, texts)),
        source="content/lessons/x.yml",
        author="Editors",
    )


def test_every_pdf_is_known_here(packs: Packs) -> None:
    """The checks below see every PDF that a hub makes."""
    assert {path for path in packs.files if path.endswith(".pdf")} == set(PDFS)


@pytest.mark.parametrize("path", PDFS)
def test_a_pdf_is_accessible(packs: Packs, path: str) -> None:
    """It says that it is PDF/UA-1, is tagged, has title and language, and brings its fonts along."""
    facts = read_pdf(packs.files[path])
    assert (facts.is_tagged, facts.ua_part, facts.shows_title) == (True, "1", True)
    assert (facts.title, facts.language) == (PDFS[path], "en-US")
    assert facts.fonts_without_file == frozenset()
    assert {"H1", "P"} <= facts.tags


@pytest.mark.parametrize("language", ["pt-BR", "zh-Hant-TW", "es"])
def test_a_pdf_takes_the_host_s_language_and_color(language: str) -> None:
    """A screen reader speaks it; a script in the tag is left out, because Typst knows none."""
    plain = _document("Text")
    colored = replace(plain, look=Look(language, "#7a1f5c"))
    parts = [part for part in language.split("-") if len(part) == 2]
    assert read_pdf(create_pdf(colored).content).language == "-".join(parts)
    assert create_pdf(colored).content != create_pdf(replace(plain, look=Look(language))).content


@pytest.mark.slow
@pytest.mark.parametrize("path", PDFS)
def test_poppler_agrees(packs: Packs, path: str, tmp_path: Path) -> None:
    """`pdfinfo`, which knows nothing of our checks, finds tags and title."""
    assert has_poppler(), MISSING
    (tmp_path / "x.pdf").write_bytes(packs.files[path])
    command = ["pdfinfo", str(tmp_path / "x.pdf")]
    told = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    lines = {name: value.strip() for name, _, value in (line.partition(":") for line in told.splitlines())}
    assert (lines["Tagged"], lines["Title"]) == ("yes", PDFS[path])


def test_tables_have_header_cells(packs: Packs) -> None:
    """A worksheet's table and a table in prose tell a screen reader which cells are heads."""
    assert {"Table", "TH", "TD"} <= read_pdf(packs.files["toolkits/small-test/small-test-sheet.pdf"]).tags
    assert {"Table", "TH", "TD"} <= read_pdf(packs.files["toolkits/small-test/small-test-guide.pdf"]).tags


def test_a_role_fits_two_pages(packs: Packs) -> None:
    """The handout of a role has two pages, whatever the role has to say."""
    assert read_pdf(packs.files["roles/nurse/nurse-handout.pdf"]).pages == 2
    full: list[dict[str, object]] = [{"kind": "sheet", "blocks": [paragraph("Many words. " * 40)] * 12}] * 2
    document = _document()
    long = create_pdf(
        Document(**{name: getattr(document, name) for name in document.__slots__} | {"blocks": tuple(full)})
    )
    assert read_pdf(long.content).pages == 2


def test_text_is_never_markup() -> None:
    """What a contributor writes stands in the document as it was written."""
    text = '#panic("x") = Heading *bold* `code` $x$ @ref <label> \\u{41} // comment'
    page = pypdf.PdfReader(io.BytesIO(create_pdf(_document(text)).content)).pages[0]
    assert text in page.extract_text()


@pytest.mark.slow
def test_the_text_is_all_there(packs: Packs, tmp_path: Path) -> None:
    """Labels, help, choices, scale and scoring of a worksheet are on paper."""
    words = read_words(packs.files["toolkits/small-test/small-test-sheet.pdf"], tmp_path)
    for text in ("Short title", "A few words.", "On the day before.", "Adopt", "Staff, all of them", "By when"):
        assert text in words
    for text in ("Not sure", "First / Later", "A low sum shows where to start.", "Write no names", "988"):
        assert text in words


def test_a_letter_that_no_font_has_is_named() -> None:
    """A box takes its place, and the caller is told; other scripts that the fonts have stay."""
    made = create_pdf(_document("中 and 文 and 中", "Ωmega, Привет"))
    assert made.missing == ("中", "文")
    assert read_pdf(made.content).title == "A title"


def test_headings_leave_no_level_out() -> None:
    """A text that starts with a small heading still makes a valid document."""
    document = _document()
    blocks = (heading("Deep", 4), heading("Up", 1), heading("Deep again", 3))
    data = Document(**{name: getattr(document, name) for name in document.__slots__} | {"blocks": blocks})
    facts = read_pdf(create_pdf(data).content)
    assert facts.ua_part == "1"
    assert {tag for tag in facts.tags if tag[0] == "H"} == {"H1", "H2"}


def test_same_document_same_bytes() -> None:
    """Nothing of the day or the machine gets into a PDF."""
    content = create_pdf(_document("x")).content
    assert content == create_pdf(_document("x")).content
    assert set(pypdf.PdfReader(io.BytesIO(content)).metadata or {}) == {"/Author", "/Title", "/Creator"}
    assert re.findall(rb"<xmp:\w*Date>", content) == []
