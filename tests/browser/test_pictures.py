"""A picture on its whole way: from the form's download through the checks to page, card, search, PDF and zip."""

import io
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
import yaml
from PIL import Image
from playwright.sync_api import Page, expect

from setup.site_server import serve_site
from support.browser.axe_checks import find_violations
from support.browser.pages import OpenPage
from support.builds import ROOT, TINY, run_build
from support.made_files import PDF, make_phone_photo
from support.site_reader import find_dead_links, read_pages
from support.small_library import dump

pytestmark = pytest.mark.slow

ALT = "Twelve empty chairs [in a circle]"
ADDRESS = "contribute/form/?type=case-study"
SLUG = "chairs-in-a-circle"


def _answer(page: Page) -> None:
    """Answer every question of the form for a case study."""
    page.get_by_label("Title of the case study").fill("Chairs in a circle")
    page.get_by_label("Summary of the case study").fill("A team changed how it sits.")
    page.get_by_label("State, territory or country").locator("visible=true").select_option("ma")
    page.get_by_label("What was hard?").fill("Nobody saw the others.")
    page.get_by_label("What did you do?").fill("They moved the chairs.")
    page.get_by_label("How did you work together?").fill("Nurses and parents met.")
    for box in ("Local", "Health", "There are no names", "Counts of fewer", "I may share"):
        page.get_by_label(box).locator("visible=true").first.check()


def _add(page: Page, *files: tuple[str, bytes]) -> None:
    given = [{"name": name, "mimeType": "application/octet-stream", "buffer": data} for name, data in files]
    page.get_by_label("Add pictures or files").locator("visible=true").set_input_files(given)  # type: ignore[arg-type]


def _describe_picture(page: Page) -> None:
    page.get_by_label("What can be seen").fill(ALT)
    page.get_by_label("Does it show people?").select_option("no")
    page.get_by_label("Who made it?").fill("Photo: River district")
    page.get_by_label("Which answer does it belong to?").first.select_option(label="What did you do?")
    page.get_by_label("Show it on the card").check()


def _download(page: Page) -> tuple[str, bytes]:
    page.get_by_role("button", name="Check and preview").click()
    expect(page.locator("[data-result]:visible")).to_be_focused()
    expect(page.locator("[data-with-files]:visible")).to_have_count(1)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download the file").click()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


def test_files_are_checked_and_described_before_the_download(open_page: OpenPage) -> None:
    """What can't go along is said at once; what isn't described is named beside its file and in the summary."""
    page = open_page(ADDRESS, accept_downloads=True)
    _answer(page)
    _add(page, ("page.png", b"<html>"), ("tool.exe", b"MZ"), ("fake.pdf", b"<html>"))
    error = page.locator("[data-files] > [data-error]:visible")
    for words in ("“page.png” isn’t what its ending says", "“tool.exe” is of a kind", "“fake.pdf” isn’t what"):
        expect(error).to_contain_text(words)
    _add(page, ("IMG 1.JPG", make_phone_photo()))
    expect(page.locator("[data-added-name]:visible")).to_have_text("img-1.jpg")
    page.get_by_role("button", name="Check and preview").click()
    summary = page.locator("[data-summary-list] li")
    expect(summary).to_have_text("img-1.jpg, What can be seen, for people who can’t see it: This needs an answer.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    words = page.get_by_label("What can be seen")
    expect(words).to_be_focused()
    expect(words).to_have_attribute("aria-invalid", "true")
    words.fill(ALT)
    page.get_by_label("Does it show people?").select_option("yes")
    page.get_by_label("Which answer does it belong to?").select_option(label="What was hard?")
    page.get_by_role("button", name="Check and preview").click()
    expect(summary).to_contain_text("who agreed, and how?")
    assert find_violations(page) == []
    page.get_by_role("button", name="Remove img-1.jpg").click()
    page.get_by_role("button", name="Check and preview").click()
    expect(page.locator("[data-result]:visible")).to_be_focused()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download the file").click()
    assert waiting.value.suggested_filename == f"{SLUG}.yml"


def test_what_is_wrong_with_a_file_is_not_said_of_an_answer(open_page: OpenPage) -> None:
    """Beside a question stands only what is wrong with its own answer."""
    page = open_page(ADDRESS)
    _add(page, ("photo.jpg", make_phone_photo()))
    page.get_by_label("What can be seen").fill("Call 555-201-3344.")
    page.get_by_label("What was hard?").fill("Plans failed.")
    page.get_by_label("What did you do?").fill("Write to jane.doe@example.org.")
    page.get_by_label("How did you work together?").focus()
    expect(page.locator("[data-question] [data-error]:visible")).to_have_text([re.compile("jane.doe@example.org")])


def test_nothing_of_the_files_is_wider_than_a_phone(open_page: OpenPage) -> None:
    """At 320 pixels a file with its questions fits the screen."""
    page = open_page(ADDRESS, width=320)
    while (following := page.locator("[data-form-part-go=next]:visible")).count():
        following.click()
    _add(page, (f"{'long-' * 15}name.jpg", make_phone_photo()))
    expect(page.locator("[data-added-name]:visible")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.fixture(scope="module")
def pictured_site(
    browser: object, tiny_address: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Path]]:
    """The tiny hub with a case study that the form made, by its address and folder."""
    folder = tmp_path_factory.mktemp("pictured")
    shutil.copytree(TINY, folder / "tiny")
    content = folder / "tiny" / "content"
    page = browser.new_context(accept_downloads=True).new_page()  # type: ignore[attr-defined]
    page.goto(tiny_address + ADDRESS)
    _answer(page)
    _add(page, ("IMG 1.JPG", make_phone_photo((900, 1600))), ("Form.pdf", PDF))
    expect(page.locator("[data-added-name]:visible")).to_have_count(2)
    _describe_picture(page)
    page.get_by_label("What it is called in the text").fill("The seating plan")
    page.get_by_label("Which answer does it belong to?").last.select_option(label="What did you do?")
    name, data = _download(page)
    page.context.close()
    assert name == f"{SLUG}.zip"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.namelist() == [f"case-studies/{SLUG}{end}" for end in (".yml", "/img-1.jpg", "/form.pdf")]
        archive.extractall(content)
    command = [sys.executable, "scripts/check.py", "--content", str(content)]
    checked = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout
    assert "No program can check what stands in form.pdf" in checked.stdout
    _publish_draft(content / "case-studies" / f"{SLUG}.yml")
    built = run_build(folder / "site", content, HUB_PACKS="1")
    assert built.returncode == 0, built.stderr
    with serve_site(folder / "site", "/repo-name/") as address:
        yield address, folder / "site"


def _publish_draft(path: Path) -> None:
    """Do what an editor does: add what a published record needs."""
    record = yaml.safe_load(path.read_text(encoding="utf-8"))
    record |= {
        "status": "published",
        "domains": ["teaming"],
        "evidence": {"status": "documented", "limits": "One account."},
        "sources": [{"source": "report", "supports": "All of it."}],
        "credit": {"authors": ["editors"]},
        "review": {"reviewed_on": "2026-01-15", "review_by": "2027-01-15", "owner": "editors"},
    }
    path.write_text(dump(record), encoding="utf-8")


def test_what_the_form_packs_is_free_of_the_camera(pictured_site: tuple[str, Path]) -> None:
    """The place, the maker and the comment of the photo are gone before an editor gets it."""
    _, site = pictured_site
    given = (site.parent / "tiny" / "content" / "case-studies" / SLUG / "img-1.jpg").read_bytes()
    assert not Image.open(io.BytesIO(given)).getexif()
    assert b"Secret" not in given
    assert b"Jane" not in given


def test_the_page_shows_the_picture_with_its_words(pictured_site: tuple[str, Path], open_page: OpenPage) -> None:
    """Upright, with its alt text, its credit and its size; the document says its kind and size; axe agrees."""
    address, site = pictured_site
    page = open_page(f"case-studies/{SLUG}/", site=address)
    picture = page.get_by_role("img", name=ALT)
    picture.scroll_into_view_if_needed()
    expect(picture).to_have_js_property("complete", value=True)
    assert picture.evaluate("img => [img.naturalWidth > 0, Number(img.getAttribute('width')) > Number(img.height)]")
    assert picture.evaluate("img => img.getAttribute('width') / img.getAttribute('height')") == pytest.approx(
        16 / 9, 0.01
    )
    expect(page.get_by_text("Photo: River district")).to_be_visible()
    expect(page.get_by_role("link", name="The seating plan (PDF, 1 kB)")).to_be_visible()
    assert find_violations(page) == []
    assert find_dead_links(site, read_pages(site)) == []


@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_with_a_picture_is_wider_than_the_screen(
    pictured_site: tuple[str, Path], open_page: OpenPage, width: int
) -> None:
    """Nothing moves when the picture comes, and nothing is cut off."""
    address, _ = pictured_site
    for place in (f"case-studies/{SLUG}/", "case-studies/"):
        page = open_page(place, site=address, width=width)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        sizes = page.locator(".hub-picture img, .hub-card__picture").evaluate_all("all => all.map((img) => img.height)")
        assert sizes
        assert min(sizes) > 60


def test_cards_show_it_in_lists_and_in_search(pictured_site: tuple[str, Path], open_page: OpenPage) -> None:
    """The same small picture with the same words."""
    address, _ = pictured_site
    for place in ("case-studies/", "search/?q=chairs"):
        picture = open_page(place, site=address).locator(".hub-card__picture").first
        expect(picture).to_have_attribute("alt", ALT)
        picture.scroll_into_view_if_needed()
        expect(picture).not_to_have_js_property("naturalWidth", value=0)


def test_the_book_has_the_picture(pictured_site: tuple[str, Path]) -> None:
    """The PDF of the whole hub shows it with its words, as PDF/UA asks for."""
    _, site = pictured_site
    with pikepdf.open(site / "playbook.pdf") as book:
        assert any(page.get_images() for page in book.pages)
        alternatives = [
            str(part.Alt) for part in book.objects if isinstance(part, pikepdf.Dictionary) and "/Alt" in part
        ]
    assert ALT in alternatives
