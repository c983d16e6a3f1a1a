"""Every PDF of a pack: readable by everyone, whole, and the same each time."""

import io
import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest

from knowledge_hub.exports.documents.document import Block, Document, Imprint, Look, entry, heading, paragraph, run
from knowledge_hub.exports.pack_files import Packs
from knowledge_hub.exports.writers.pdf import create_pdf
from setup.programs.poppler import MISSING, has_poppler
from support.pdf_reader import find_fills, read_pdf, read_words

PDFS = {
    "toolkits/small-test/small-test-guide.pdf": "A small test",
    "toolkits/small-test/small-test-sheet.pdf": "Plan sheet",
    "communities/network/network.pdf": "The network",
    "roles/nurse/nurse-handout.pdf": "Nurse",
    "change-packages/teaming/change-package-teaming.pdf": "Teaming",
    "playbook.pdf": "The playbook",
}
CHAPTER: Block = {"kind": "chapter-break"}


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


@pytest.mark.parametrize(
    "text",
    [
        *(
            "👩🏽‍🏫 👨‍👩‍👧‍👦 🇺🇸 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f 1️⃣ ❤️",
            "สวัสดี",
            "مرحبا",
            "שלום",
        ),
        *("Nguyễn Thị Ánh", "Nguyễn", "Diné bizaad, T’áá ákwíí", "Kreyòl ayisyen", "नमस्ते", "→ ✓ ☐ ★ ≥ ½"),
    ],
)
def test_what_people_write_has_its_letters(text: str) -> None:
    """Names and emoji stand in a text, in its title and in code as they were written."""
    document = replace(_document(text, title=text), blocks=(paragraph(text), paragraph(run(text, code=True))))
    assert create_pdf(document).missing == ()


def test_any_number_of_letters_may_be_missing() -> None:
    """A text wholly in another script is boxes from start to end, and the file is made."""
    letters = [chr(number) for number in range(0x4E00, 0x4F40)]
    made = create_pdf(_document("".join(letters), title="日本語"))
    assert set(made.missing) == {*letters, *"日本語"}


def test_a_letter_is_replaced_whole() -> None:
    """What several signs make is one box, and what nobody reads on paper, such as where a link leads, stays as it is."""
    linked = paragraph(run("x 字\u0301 y", href="https://x.example/字"))
    made = create_pdf(replace(_document(), blocks=(linked,), author="文"))
    assert made.missing == ("字\u0301",)
    reader = pypdf.PdfReader(io.BytesIO(made.content))
    assert "x □ y" in reader.pages[0].extract_text()
    assert reader.metadata is not None
    assert reader.metadata.author == "文"


def test_an_address_in_any_script_has_boxes_and_leads_there() -> None:
    """The site's own address is printed below an entry and at the end, with a box for what the fonts lack."""
    site = "https://字.example/"
    document = replace(
        _document(), imprint=Imprint("Hub", site, "", ""), blocks=(entry("A", "", [], href=f"{site}a/"),)
    )
    made = create_pdf(document)
    assert made.missing == ("字",)
    page = pypdf.PdfReader(io.BytesIO(made.content)).pages[0]
    assert {"□.example/a/", "A title. Hub. https://□.example/."} <= {*map(str.strip, page.extract_text().splitlines())}
    assert [note["/A"]["/URI"].decode() for note in page["/Annots"]] == [f"{site}a/", site]


@pytest.mark.parametrize("before", ["", "\n", '"', "\\"])
def test_a_sign_for_the_letter_before_may_have_none(before: str) -> None:
    """Where it begins a text or a line, it is a letter of its own: with its font it is shown, without one it is a box."""
    assert create_pdf(_document(f"{before}\u0655", f"{before}\u0711")).missing == (f"{before.strip()}\u0711",)
    assert create_pdf(_document("\U0001f3fd", "a\n\U0001f3fd")).missing == ()


def test_signs_of_different_fonts_are_a_box() -> None:
    """One font has both, but Typst looks for the Arabic sign in another."""
    assert create_pdf(_document("a\u0317\u0334\u0655\u030f")).missing != ()


def test_headings_leave_no_level_out() -> None:
    """A text that starts with a small heading still makes a valid document."""
    document = _document()
    blocks = (heading("Deep", 4), heading("Up", 1), heading("Deep again", 3))
    data = Document(**{name: getattr(document, name) for name in document.__slots__} | {"blocks": blocks})
    facts = read_pdf(create_pdf(data).content)
    assert facts.ua_part == "1"
    assert {tag for tag in facts.tags if tag[0] == "H"} == {"H1", "H2"}


@pytest.mark.parametrize("length", range(60, 68))
def test_no_last_page_is_hardly_begun(length: int) -> None:
    """Letters a little smaller or larger save the paper for a few lines and the help line, or fill it."""
    content = create_pdf(_document(*["Some words that fill one line or two. " * 4] * length)).content
    assert find_fills(content)[-1] >= 0.25


def test_a_short_document_keeps_its_size() -> None:
    """One page is one page, however little stands on it."""
    assert [fill < 0.3 for fill in find_fills(create_pdf(_document("Few words.")).content)] == [True]


def test_a_chapter_begins_a_page_where_the_one_before_is_used() -> None:
    """After a few lines it begins below them, so that no page of a book is left almost empty."""
    few, many = [paragraph("Words.")] * 3, [paragraph("Words.")] * 20
    chapters = [heading("One"), *few, CHAPTER, heading("Two"), *many, CHAPTER, heading("Three"), *many]
    content = create_pdf(replace(_document(), blocks=tuple(chapters))).content
    texts = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages]
    assert [[name for name in ("One", "Two", "Three") if name in text] for text in texts] == [["One", "Two"], ["Three"]]


def test_same_document_same_bytes() -> None:
    """Nothing of the day or the machine gets into a PDF."""
    content = create_pdf(_document("x")).content
    assert content == create_pdf(_document("x")).content
    assert set(pypdf.PdfReader(io.BytesIO(content)).metadata or {}) == {"/Author", "/Title", "/Creator"}
    assert re.findall(rb"<xmp:\w*Date>", content) == []
