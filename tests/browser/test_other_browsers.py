"""What matters most to a reader, in Firefox and in WebKit; all the rest is tried in Chromium."""

import io
import time
from collections.abc import Iterator
from contextlib import ExitStack, suppress

import pytest
from PIL import Image
from pypdf import PdfReader
from selenium.common.exceptions import WebDriverException
from urllib3.exceptions import HTTPError

from support.browser.firefox import Firefox, start_firefox
from support.browser.other_browser import ENTER, ESCAPE, TAB, OtherBrowser
from support.browser.webkit import start_webkit

# A browser or a driver that breaks down is no finding: then, and only then, a test begins again in a new one.
BROKEN_DOWN = (WebDriverException, HTTPError)
pytestmark = [
    pytest.mark.slow,
    pytest.mark.flaky(reruns=2, only_rerun=[*BROKEN_DOWN]),
]

STARTS = {"firefox": start_firefox, "webkit": start_webkit}
BACKGROUND = "() => getComputedStyle(document.body).backgroundColor"
# Counts the colors of a picture that is offered as a download, and keeps it from being saved.
KEEP_PICTURE = """() => {
  document.addEventListener("click", (event) => event.target.download && event.preventDefault(), true);
  URL.createObjectURL = (blob) => {
    createImageBitmap(blob).then((image) => {
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [image.width, image.height];
      const context = canvas.getContext("2d");
      context.drawImage(image, 0, 0);
      window.colors = new Set(new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer)).size;
    });
    return "#";
  };
}"""
FOCUSED = "(words) => document.activeElement.textContent.trim() === words"


class Started:
    """A browser that is started once, and anew where it has crashed: WebKit now and then does, on leaving a page."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._stack = ExitStack()
        self.start()

    def start(self) -> None:
        """Start it, or start it anew."""
        self.close()
        self.browser: OtherBrowser = self._stack.enter_context(STARTS[self._name]())

    def close(self) -> None:
        """End it, whatever has become of it."""
        with suppress(*BROKEN_DOWN):
            self._stack.close()


@pytest.fixture(scope="module", params=sorted(STARTS))
def started(request: pytest.FixtureRequest) -> Iterator[Started]:
    """Each of the browsers in turn."""
    started = Started(request.param)
    yield started
    started.close()


@pytest.fixture
def browser(started: Started, tiny_address: str) -> OtherBrowser:
    """The browser at the home page of the tiny hub, as on a first visit."""
    try:
        return _open_home(started.browser, tiny_address)
    except BROKEN_DOWN:
        started.start()
        return _open_home(started.browser, tiny_address)


def _open_home(browser: OtherBrowser, address: str) -> OtherBrowser:
    browser.resize(1280, 900)
    browser.visit(address)
    browser.run("() => localStorage.clear()")
    browser.visit(address)
    return browser


def _count_colors(browser: OtherBrowser, selector: str) -> int:
    """Return how many colors there are in the right third of an element's first rows, above its text."""
    left, top, right, bottom = browser.run(
        "(selector) => { const box = document.querySelector(selector).getBoundingClientRect();"
        " return [box.left + box.width * 0.7, box.top + 1, box.right - 1, box.top + 40]; }",
        selector,
    )
    picture = Image.open(io.BytesIO(browser.take_screenshot())).convert("RGB")
    colors = picture.crop((int(left), int(top), int(right), int(bottom))).getcolors(1 << 24)
    return len(colors or ())


def test_the_home_page_has_its_contours(browser: OtherBrowser) -> None:
    """Thin lines behind the words, in more than one shade; WebKit draws them a moment after the page is loaded."""
    end = time.monotonic() + 60
    while _count_colors(browser, ".hub-home") < 3:
        assert time.monotonic() < end, "There is one color only."


def test_from_home_to_a_toolkit_by_links(browser: OtherBrowser) -> None:
    """The menu leads to the list, and a card to the toolkit."""
    browser.click("Toolkits")
    browser.wait("() => location.pathname.endsWith('/toolkits/')")
    browser.click("A small test")
    browser.wait("() => document.querySelector('h1')?.textContent === 'A small test'")


def test_the_search_answers(browser: OtherBrowser, tiny_address: str) -> None:
    """A question is answered while it is written, and a result leads to its page."""
    browser.visit(f"{tiny_address}search/")
    browser.run("() => document.querySelector('#search-page').focus()")
    browser.press("nurse")
    browser.wait("() => document.querySelector('.hub-card--result')?.textContent.includes('School nurse')")
    # The whole word is answered, not only its beginning: a link that is made anew under the pointer isn't clicked.
    browser.wait("() => location.search.endsWith('=nurse')")
    browser.click("School nurse")
    browser.wait("() => location.pathname.endsWith('/roles/school-nurse/')")


def test_a_worksheet_is_saved_and_erased(browser: OtherBrowser, tiny_address: str) -> None:
    """Answers come back where saving was chosen, and nothing stays after the choice is taken back."""
    address = f"{tiny_address}toolkits/small-test/"
    browser.visit(f"{address}#worksheet-plan")
    browser.write("Our question", "Does it work?")
    browser.click("Save answers in this browser")
    browser.wait("() => localStorage.length > 0")
    browser.visit(address)
    browser.wait("() => document.querySelector('[data-worksheet-status]').textContent.includes('are back')")
    assert browser.value("Our question") == "Does it work?"
    browser.click("Save answers in this browser")
    browser.wait("() => localStorage.length === 0")


def test_the_form_says_what_is_missing_and_then_shows_the_file(browser: OtherBrowser, tiny_address: str) -> None:
    """A mistake is explained beside its question; once it is mended the file has what was written."""
    browser.visit(f"{tiny_address}contribute/form/?type=case-study")
    answers = {
        "Title of the case study": "A district asks first",
        "Summary of the case study": "A district asked families.",
        "State, territory or country": "Ma",
        "What did you do?": "They asked.",
        "How did you work together?": "Nurses and parents met.",
    }
    for words, text in answers.items():
        browser.write(words, text)
    for words in ("Local", "Health", "There are no names", "Counts of fewer", "I may share"):
        browser.click(words)
    browser.click("Check and preview")
    browser.wait("() => document.querySelector('[data-summary]')?.checkVisibility()")
    browser.write("What was hard?", "Plans failed.")
    browser.click("Check and preview")
    browser.wait("() => [...document.querySelectorAll('[data-result]')].some((part) => part.checkVisibility())")
    file = browser.run("() => [...document.querySelectorAll('[data-file]')].map((part) => part.textContent).join('')")
    for text in ("A district asks first", "They asked.", "Plans failed."):
        assert text in file


def test_the_menu_works_by_keyboard(browser: OtherBrowser, tiny_address: str) -> None:
    """Enter opens it and goes to its first link, Escape closes it and comes back."""
    browser.resize(480, 900)
    browser.visit(f"{tiny_address}lessons/")
    expanded = "(state) => document.querySelector('[aria-controls][aria-expanded]').ariaExpanded === state"
    browser.run("() => document.querySelector('[aria-controls][aria-expanded]').focus()")
    browser.press(ENTER)
    browser.wait(expanded, "true")
    assert browser.run("() => document.activeElement.closest('nav') !== null")
    browser.press(TAB + ESCAPE)
    browser.wait(expanded, "false")
    assert browser.run(FOCUSED, "Menu")


def test_dark_colors_hold_on_the_next_page(browser: OtherBrowser, tiny_address: str) -> None:
    """Whoever chooses them has them until the choice is taken back."""
    light = browser.run(BACKGROUND)
    browser.click("Dark")
    browser.wait(f"(light) => ({BACKGROUND})() !== light", light)
    dark = browser.run(BACKGROUND)
    browser.visit(f"{tiny_address}lessons/")
    assert browser.run(BACKGROUND) == dark
    browser.click("Light")
    browser.wait(f"(light) => ({BACKGROUND})() === light", light)


# WebKit's driver can't print.
@pytest.mark.parametrize("started", ["firefox"], indirect=True)
def test_a_record_prints_whole(browser: OtherBrowser, tiny_address: str) -> None:
    """The help line is on paper, the list of contents isn't."""
    assert isinstance(browser, Firefox)
    browser.visit(f"{tiny_address}toolkits/small-test/")
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(browser.print_pages())).pages)
    assert "A small test" in text
    assert "text 988" in " ".join(text.split())
    assert "On this page" not in text


def test_a_run_chart_becomes_a_picture(browser: OtherBrowser, tiny_address: str) -> None:
    """Under the site's policy a drawing of the page becomes a picture that is not empty."""
    browser.visit(f"{tiny_address}run-chart-maker/")
    browser.run(KEEP_PICTURE)
    browser.click("Fill in an example")
    browser.wait("() => document.querySelector('.hub-run-chart__finding') !== null")
    browser.click("Picture (PNG)")
    browser.wait("() => window.colors !== undefined")
    assert browser.run("() => window.colors") > 5
