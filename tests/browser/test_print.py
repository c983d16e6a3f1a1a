"""Pages on paper."""

import io
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from setup.site_server import serve_site
from support.browser.pages import OpenPage, wait_for_answer
from support.builds import TINY, build
from support.once import MakeOnce

pytestmark = pytest.mark.slow

# A community of which little is known, and a few words about many things: they take the most room on paper.
_LITTLE_KNOWN = """
hosts: [Office for the Health of Families and Schools, Center for Teams that Learn with Each Other]
funding: Not reported in what we read.
question: Where did the work on teams begin?
teams: {count: 12, places: [ma], note: More than a hundred people came. Who they were isn’t in what we read.}
roles: [school-nurse]
components:
  - {part: aim, present: not-reported, note: The aim isn’t in what we read. That doesn’t mean that there was none.}
  - {part: teams, present: "yes"}
results:
  - {kind: peer-network, statement: More than a hundred people met. To what effect isn’t known, sources: [report]}
lessons: [widen-the-team]
"""


@pytest.fixture(scope="module")
def paper_site(make_once: MakeOnce) -> Path:
    """The folder of a hub with a community of which little is known, built with its files."""
    return make_once("paper-hub", _build_paper_hub) / "site"


@pytest.fixture(scope="module")
def paper_address(paper_site: Path) -> Iterator[str]:
    """The address of that hub."""
    with serve_site(paper_site, "/repo-name/") as address:
        yield address


def _build_paper_hub(folder: Path) -> None:
    tiny = shutil.copytree(TINY, folder / "tiny")
    network = tiny / "content" / "communities" / "network.yml"
    network.write_text(network.read_text(encoding="utf-8") + _LITTLE_KNOWN, encoding="utf-8")
    build(folder / "site", tiny / "content", HUB_PACKS="1")


def _print(page: Page, paper: str = "Letter") -> list[str]:
    """Return the text of each printed page, its line breaks as spaces."""
    reader = PdfReader(io.BytesIO(page.pdf(format=paper)))
    return [" ".join(sheet.extract_text().split()) for sheet in reader.pages]


@pytest.mark.parametrize("colors", ["light", "dark"])
@pytest.mark.parametrize("paper", ["Letter", "A4"])
def test_a_record_prints_whole(open_page: OpenPage, paper: str, colors: str) -> None:
    """No blank first sheet; the help line, the address and what was folded are there, the menu isn't."""
    sheets = _print(open_page("toolkits/small-test/", color_scheme=colors), paper)
    text = " ".join(sheets)
    assert sheets[0].startswith("Toolkit A small test")
    assert len(sheets[0]) > 300
    assert "text 988" in text
    assert "https://host.example/repo-name/toolkits/small-test/" in text
    assert "Editors. (2026, January 15)." in text
    assert "On this page" not in text
    assert "Menu" not in text


@pytest.mark.parametrize("address", ["", "lessons/", "glossary/", "about/", "no/such/page/"])
def test_the_help_line_is_on_every_paper(open_page: OpenPage, address: str) -> None:
    """On other kinds of pages too."""
    assert "text 988" in " ".join(_print(open_page(address)))


def test_paper_is_white_in_dark_colors(open_page: OpenPage) -> None:
    """Whoever reads in dark prints black on white."""
    page = open_page("lessons/widen-the-team/", color_scheme="dark")
    page.get_by_role("button", name="Dark").click()
    page.emulate_media(media="print", color_scheme="dark")
    for selector in ("body", ".hub-facts", ".hub-footer"):
        style = page.locator(selector).evaluate(
            "(element) => [getComputedStyle(element).backgroundColor, getComputedStyle(element).color]"
        )
        assert style == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"], selector


def test_what_was_folded_is_folded_again(open_page: OpenPage) -> None:
    """Printing opens every part and leaves the page as it was."""
    page = open_page("lessons/widen-the-team/")
    count = "() => document.querySelectorAll('details[open]').length"
    page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate(count) == page.locator("details").count() > 0
    page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    assert page.evaluate(count) == 0


@pytest.mark.parametrize("record", ["communities/network", "toolkits/small-test"])
def test_a_page_takes_no_more_paper_than_its_files(
    open_page: OpenPage, paper_address: str, paper_site: Path, record: str
) -> None:
    """Whoever prints the page of a community, or of a toolkit, doesn’t wish they had taken the PDF, or all of them."""
    printed = _print(open_page(f"{record}/", site=paper_address))
    made = [PdfReader(file) for file in (paper_site / record).glob("*.pdf")]
    assert made
    assert len(printed) <= sum(len(file.pages) for file in made), [len(sheet) for sheet in printed]


def test_the_address_is_printed_once(open_page: OpenPage) -> None:
    """With how to cite a page, or at its foot."""
    for address in ("lessons/widen-the-team/", "glossary/"):
        text = " ".join(_print(open_page(address)))
        assert text.count(f"https://host.example/repo-name/{address}") == 1, address


def test_results_on_paper_are_their_words(open_page: OpenPage) -> None:
    """No address lies over a card; the one of the search itself is at the foot."""
    page = open_page("search/?q=team")
    wait_for_answer(page)
    text = " ".join(_print(page))
    assert "Widen the team" in text
    assert text.count("http") == 1
